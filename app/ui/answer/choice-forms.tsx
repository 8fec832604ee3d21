import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { RadioCards } from "#ui/primitives/radio-cards.tsx";
import { useWords } from "#words/context.tsx";
import type { FormProps } from "./answer-form.tsx";
import { Line } from "./inputs.tsx";
import { listOf, Rows } from "./rows.tsx";

export const TextForm = ({ draft, onPart }: FormProps) => {
  const { t } = useWords();
  const lines = listOf<string>(draft.lines).map((text) => ({ text }));
  return (
    <Rows
      rows={lines}
      onRows={(rows) =>
        onPart(
          "lines",
          rows.map(({ text }) => text),
        )
      }
      fresh={() => ({ text: "" })}
      label={t("word.answer")}
    >
      {(row, set, index) => (
        <Line wide label={t("form.line", { number: index + 1 })} value={row.text} onValue={(text) => set({ text })} />
      )}
    </Rows>
  );
};

export const SingleForm = ({ draft, onPart, question }: FormProps) => {
  const { t, language } = useWords();
  return (
    <>
      <RadioCards
        legend={t("form.chooseOne")}
        name={`option-${question.id}`}
        value={(draft.optionId as string | undefined) ?? null}
        cards={[
          ...question.options.map((option) => ({ value: option.id, label: option.label[language] })),
          { value: "own", label: t("answer.own") },
        ]}
        onChange={(option) => onPart("optionId", option)}
      />
      {draft.optionId === "own" && (
        <Line
          wide
          label={t("answer.own")}
          value={draft.own as string}
          onValue={(text) => onPart("own", text || undefined)}
        />
      )}
      <Line
        wide
        label={t("answer.note")}
        value={draft.note as string}
        onValue={(text) => onPart("note", text || undefined)}
      />
    </>
  );
};

export const MultiForm = ({ draft, onPart, question }: FormProps) => {
  const { t, language } = useWords();
  const chosen = listOf<string>(draft.optionIds);
  const own = listOf<string>(draft.own).map((text) => ({ text }));
  return (
    <>
      <fieldset className="options">
        <legend className="field__label">{t("form.chooseSome")}</legend>
        {question.options.map((option) => (
          <Checkbox
            key={option.id}
            label={option.label[language]}
            checked={chosen.includes(option.id)}
            onChange={(event) =>
              onPart(
                "optionIds",
                event.target.checked ? [...chosen, option.id] : chosen.filter((id) => id !== option.id),
              )
            }
          />
        ))}
      </fieldset>
      <Rows
        rows={own}
        onRows={(rows) =>
          onPart(
            "own",
            rows.map(({ text }) => text),
          )
        }
        fresh={() => ({ text: "" })}
        label={t("answer.own")}
      >
        {(row, set) => <Line wide label={t("answer.own")} value={row.text} onValue={(text) => set({ text })} />}
      </Rows>
    </>
  );
};

export const YesNoForm = ({ draft, onPart }: FormProps) => {
  const { t } = useWords();
  const exceptions = listOf<string>(draft.exceptions).map((text) => ({ text }));
  return (
    <>
      <RadioCards
        legend={t("form.chooseOne")}
        hideLegend
        wide
        name="yesno"
        value={typeof draft.value === "boolean" ? (draft.value ? "yes" : "no") : null}
        cards={[
          { value: "yes", label: t("answer.yes") },
          { value: "no", label: t("answer.no") },
        ]}
        onChange={(value) => onPart("value", value === "yes")}
      />
      <Line
        wide
        label={t("answer.condition")}
        value={draft.condition as string}
        onValue={(text) => onPart("condition", text || undefined)}
      />
      <Rows
        rows={exceptions}
        onRows={(rows) =>
          onPart(
            "exceptions",
            rows.map(({ text }) => text),
          )
        }
        fresh={() => ({ text: "" })}
        label={t("answer.exceptions")}
      >
        {(row, set) => <Line wide label={t("answer.exceptions")} value={row.text} onValue={(text) => set({ text })} />}
      </Rows>
    </>
  );
};
