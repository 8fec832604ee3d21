import { useRef } from "react";
import { questionOf, type WorkshopRecord } from "#domain/record.ts";
import { useDraft } from "#live/draft.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Field, SelectField, TextAreaField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import type { SetUpDoor } from "./use-set-up.ts";

type Props = { record: Pick<WorkshopRecord, "workshop" | "questions" | "asked">; door: SetUpDoor };

/** Rules that the company has already, laid to the questions that they answer; what fits none stays in view. */
export const ExistingStep = ({ record, door }: Props) => {
  const { t, language } = useWords();
  const { workshop, asked } = record;
  const form = useRef<HTMLFormElement>(null);
  const [text, setText, forget] = useDraft(`set-up.${workshop.id}.existing`);
  const bring = async () => {
    if (!form.current) return;
    const answered = await door.layExisting(new FormData(form.current));
    if (!("done" in answered)) return;
    forget();
    form.current.reset();
  };
  const choices = asked.map((item) => {
    const type = workshop.dealTypes.find(({ id }) => id === item.dealType);
    const stage = type?.stages.find(({ id }) => id === item.stage);
    const wording = questionOf(record as WorkshopRecord, item).wording[language];
    return { value: item.key, label: stage ? `${stage.name}: ${wording}` : wording };
  });
  const passages = workshop.existing.map((passage, at) => ({ ...passage, at }));
  const unplaced = passages.filter(({ heading, question }) => !heading && question === null);
  const placed = passages.filter(({ question }) => question !== null);
  return (
    <div className="stack stack--loose">
      <p className="soft">{t("existing.lead")}</p>
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          bring();
        }}
      >
        <TextAreaField
          label={t("existing.paste")}
          name="text"
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Field
          label={t("existing.file")}
          hint={t("existing.fileHint")}
          type="file"
          name="file"
          accept=".docx,.txt,.md,text/plain,text/markdown"
        />
        <div>
          <Button type="submit" variant="quiet" busy={door.busy}>
            {passages.length > 0 ? t("existing.again") : t("existing.lay")}
          </Button>
        </div>
      </form>
      {passages.length > 0 && (
        <>
          <p>{t("existing.found", { placed: placed.length, of: placed.length + unplaced.length })}</p>
          <Passages
            title={t("existing.unplaced")}
            passages={unplaced}
            choices={choices}
            onLay={(passage, question) => door.change({ change: "lay", passage, question })}
          />
          <Passages
            title={t("existing.placed")}
            passages={placed}
            choices={choices}
            onLay={(passage, question) => door.change({ change: "lay", passage, question })}
          />
        </>
      )}
    </div>
  );
};

const Passages = ({
  title,
  passages,
  choices,
  onLay,
}: {
  title: string;
  passages: { at: number; text: string; question: string | null }[];
  choices: { value: string; label: string }[];
  onLay: (passage: number, question: string | null) => void;
}) => {
  const { t } = useWords();
  if (passages.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="rows">
        {passages.map(({ at, text, question }) => (
          <li key={at} className="existing">
            <p className="wording">{text}</p>
            <SelectField
              label={t("existing.question")}
              value={question ?? ""}
              options={[{ value: "", label: t("existing.nowhere") }, ...choices]}
              onChange={(event) => onLay(at, event.target.value || null)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
