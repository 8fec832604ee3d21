import { type Editor, useEditorState } from "@tiptap/react";
import { lazy, Suspense, useState } from "react";
import { useRevalidator } from "react-router";
import { type EditorNode, type Wording, wordingOfEditor } from "#domain/wording.ts";
import { newId } from "#live/new-id.ts";
import { useCommand } from "#live/use-command.ts";
import { textUrl, useText } from "#live/use-text.ts";
import { Button } from "#ui/primitives/button.tsx";
import { RefusalNotice } from "#ui/room/refusal-notice.tsx";
import { useWords } from "#words/context.tsx";

// the editor is large and most pages of the document only read
const ProposalEditor = lazy(() =>
  import("#ui/proposal-editor.tsx").then(({ ProposalEditor: editor }) => ({ default: editor })),
);

type Props = {
  workshop: string;
  place: { id: string; room: string; kept: Wording };
  writer: string;
  /** Whether this reader takes the text into the document; everybody in the room writes it. */
  mayKeep: boolean;
};

/** The shared text of a place beside the clauses; the document holds what was taken into it, not what is being typed. */
export const TextEditor = ({ workshop, place, writer, mayKeep }: Props) => {
  const { t } = useWords();
  const text = useText(textUrl(workshop, place.room));
  const [editor, setEditor] = useState<Editor | null>(null);
  if (!text?.ready) return <p className="quiet">{t("word.opening")}</p>;
  return (
    <div className="stack" data-synced={text.synced}>
      <Suspense fallback={<p className="quiet">{t("word.opening")}</p>}>
        <ProposalEditor
          doc={text.doc}
          provider={text.provider}
          writable={text.writable}
          writer={writer}
          label={t("texts.title")}
          onEditor={setEditor}
        />
      </Suspense>
      {mayKeep && editor && <Keeping editor={editor} workshop={workshop} place={place} />}
    </div>
  );
};

const Keeping = ({ editor, workshop, place }: Pick<Props, "workshop" | "place"> & { editor: Editor }) => {
  const { t } = useWords();
  const { busy, refusal, dismiss, run } = useCommand();
  const { revalidate } = useRevalidator();
  const seen = useEditorState({
    editor,
    selector: ({ editor: at }) => JSON.stringify(wordingOfEditor(at.getJSON() as EditorNode)),
  });
  const isKept = seen === JSON.stringify(place.kept);
  return (
    <>
      <RefusalNotice refusal={refusal} onDismiss={dismiss} />
      <p className="cluster">
        <Button
          busy={busy}
          disabled={isKept}
          onClick={async () => {
            await run("POST", `/w/${workshop}/texts/kept`, { id: newId(), place: place.id, seen });
            await revalidate();
          }}
        >
          {t("texts.keep")}
        </Button>
        <span className="quiet" role="status">
          {t(isKept ? "texts.isKept" : "texts.isNotKept")}
        </span>
      </p>
    </>
  );
};
