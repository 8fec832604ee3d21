import { type Editor, useEditorState } from "@tiptap/react";
import { useCallback, useEffect, useState } from "react";
import { Answer } from "#domain/answer.ts";
import { LONG, plainWording } from "#domain/plain-wording.ts";
import { hashedText } from "#domain/proposal.ts";
import type { Now, SharedView } from "#domain/room.ts";
import { type EditorNode, wordingOfEditor } from "#domain/wording.ts";
import { type SharedText, textUrl, useText } from "#live/use-text.ts";
import { AnswerForm, type Draft } from "#ui/answer/answer-form.tsx";
import { AnswerView } from "#ui/answer/answer-view.tsx";
import { missingIn } from "#ui/answer/missing.ts";
import { Icon } from "#ui/primitives/icon.tsx";
import { ProposalEditor } from "#ui/proposal-editor.tsx";
import { useWords } from "#words/context.tsx";
import { useSharedAnswer, useStart } from "./use-shared-answer.ts";
import { WordAnswer } from "./word-answer.tsx";
import { WordingView } from "./wording-view.tsx";

/** What the console needs to know of the wording in the making. */
export type WordDraft = {
  /** The hashed text of exactly what is shown, for opening a round on it. */
  seen: string;
  /** The typed answer, null while it is not whole. */
  answer: Answer | null;
  insert: (text: string) => void;
};

type Props = {
  shared: SharedView;
  now: Now;
  writer: string;
  /** The projector reads along with its own token. */
  token?: string;
  readOnly?: boolean;
  onDraft?: (draft: WordDraft | null) => void;
};

/** Wording and typed answer side by side, one shared text for everybody in the room. */
export const WordSurface = ({ shared, now, writer, token, readOnly = false, onDraft }: Props) => {
  const { t } = useWords();
  const path = textUrl(shared.workshop.id, now.key, token ? `?projector=${encodeURIComponent(token)}` : "");
  const text = useText(path);
  if (!text) return <p className="quiet">{t("word.opening")}</p>;
  return (
    <Surface
      key={path}
      {...{ shared, now, writer, onDraft }}
      text={text}
      writable={text.writable && !readOnly}
      compact={readOnly}
    />
  );
};

type SurfaceProps = Pick<Props, "shared" | "now" | "writer" | "onDraft"> & {
  text: SharedText;
  writable: boolean;
  compact: boolean;
};

const Surface = ({ shared, now, writer, onDraft, text, writable, compact }: SurfaceProps) => {
  const { t } = useWords();
  const [draft, setPart] = useSharedAnswer(text.doc);
  const start = useStart(text.doc);
  const [editor, setEditor] = useState<Editor | null>(null);
  const insert = useCallback(
    (words: string) => {
      editor
        ?.chain()
        .focus("end")
        .insertContent([{ type: "paragraph", content: [{ type: "text", text: words }] }])
        .run();
    },
    [editor],
  );

  useEffect(() => {
    if (!onDraft) return;
    if (!editor) return onDraft(null);
    const tell = () => {
      const typed = Answer.safeParse({ ...text.doc.getMap("answer").toJSON(), kind: now.question.kind });
      const answer = typed.success ? typed.data : null;
      onDraft({ seen: seenOf(editor, answer), answer, insert });
    };
    tell();
    editor.on("update", tell);
    const map = text.doc.getMap("answer");
    map.observe(tell);
    return () => {
      editor.off("update", tell);
      map.unobserve(tell);
    };
  }, [editor, now, text.doc, insert, onDraft]);

  return (
    <div className="word" data-synced={text.synced} data-status={text.status}>
      <section className="word__text" aria-label={t("word.title")}>
        <h2>{t("word.title")}</h2>
        <ProposalEditor
          doc={text.doc}
          provider={text.provider}
          writable={writable}
          writer={writer}
          label={t("word.title")}
          onEditor={setEditor}
        />
        {!compact && writable && !missingIn(now.question.kind, draft) && (
          <WordAnswer workshop={shared.workshop.id} question={now.key} editor={editor} />
        )}
        {onDraft && <Plainness shared={shared} now={now} editor={editor} draft={draft} />}
        {now.proposal && !compact && (
          <details className="word__before">
            <summary>{t("word.before", { version: now.proposal.version })}</summary>
            <WordingView wording={now.proposal.wording} />
          </details>
        )}
      </section>
      {!compact && (
        <>
          <section className="word__answer" aria-label={t("word.answer")}>
            <h2>{t("word.answer")}</h2>
            {start && <p className="word__start">{t(`word.start.${start}`, { type: now.sibling?.dealType ?? "" })}</p>}
            <fieldset disabled={!writable} className="word__form">
              <legend className="visually-hidden">{t("word.answer")}</legend>
              <AnswerForm
                kind={now.question.kind}
                draft={draft}
                onPart={setPart}
                workshop={shared.workshop}
                question={now.question}
              />
            </fieldset>
            <MissingPart kind={now.question.kind} draft={draft} />
          </section>
          {now.sibling && (
            <details className="word__sibling">
              <summary>{t("word.sibling", { type: now.sibling.dealType })}</summary>
              <WordingView wording={now.sibling.wording} />
              <AnswerView answer={now.sibling.answer} workshop={shared.workshop} question={now.question} />
            </details>
          )}
        </>
      )}
    </div>
  );
};

/** What the facilitator sees, as the server will compare it; empty while the answer is not whole. */
const seenOf = (editor: Editor, answer: Answer | null): string =>
  answer ? hashedText(wordingOfEditor(editor.getJSON() as EditorNode), answer) : "";

/** Who, by when, where it is seen: what the wording tells its reader so far. For the facilitator, never a condition. */
const Plainness = ({
  shared,
  now,
  editor,
  draft,
}: {
  shared: SharedView;
  now: Now;
  editor: Editor | null;
  draft: Draft;
}) => {
  const { t, list } = useWords();
  const text = useEditorState({ editor, selector: ({ editor: at }) => at?.getText() ?? "" }) ?? "";
  const answer = Answer.safeParse({ ...draft, kind: now.question.kind });
  if (!text.trim() || !answer.success) return null;
  const { longest, vague, ...parts } = plainWording({ text, answer: answer.data, stage: now.stage }, shared.workshop);
  return (
    <ul className="plainness" aria-label={t("word.plain")}>
      {(["who", "what", "when", "where"] as const).map(
        (part) =>
          parts[part] !== null && (
            <li key={part} className={parts[part] ? "plainness__part plainness__part--said" : "plainness__part"}>
              <Icon name={parts[part] ? "check" : "gap"} />
              {t(`word.plain.${part}`)}
              <span className="visually-hidden">{t(parts[part] ? "word.plain.said" : "word.plain.missing")}</span>
            </li>
          ),
      )}
      {vague.length > 0 && (
        <li className="plainness__part">
          <Icon name="gap" />
          {t("word.plain.vague", { words: list(vague.map((word) => `«${word}»`)) })}
        </li>
      )}
      {longest > LONG && (
        <li className="plainness__part">
          <Icon name="gap" />
          {t("word.plain.long", { count: longest })}
        </li>
      )}
    </ul>
  );
};

/** What keeps the typed answer from being voted on, before anybody presses the button. */
const MissingPart = ({ kind, draft }: { kind: Answer["kind"]; draft: Draft }) => {
  const { t } = useWords();
  const missing = missingIn(kind, draft);
  if (!missing) return null;
  const { line, part } = missing;
  const where = [line !== null && t("form.line", { number: line }), part && t(part)].filter(Boolean);
  return (
    <p className="word__missing" role="status">
      {where.length > 0 ? t("word.missing", { where: where.join(", ") }) : t("refusal.answer-incomplete")}
    </p>
  );
};
