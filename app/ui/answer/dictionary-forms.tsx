import type { FieldChoice, LossReason, Metric } from "#domain/answer.ts";
import { Field } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import type { FormProps } from "./answer-form.tsx";
import { Line, StageChoice, Tick } from "./inputs.tsx";
import { listOf, Rows } from "./rows.tsx";
import { type Entry, useDictionary } from "./use-dictionary.ts";

/** Picks an entry of a shared dictionary by typing, or adds an own one. */
const Picker = ({
  label,
  entries,
  onPick,
}: {
  label: string;
  entries: Entry[];
  onPick: (entry: Entry | string) => void;
}) => {
  const { t } = useWords();
  const list = `list-${label}`;
  return (
    <form
      className="picker"
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.elements.namedItem("entry") as HTMLInputElement;
        const text = input.value.trim();
        if (!text) return;
        onPick(entries.find((entry) => entry.name === text) ?? text);
        input.value = "";
      }}
    >
      <Field label={label} name="entry" list={list} autoComplete="off" />
      <datalist id={list}>
        {entries.map((entry) => (
          <option key={entry.id} value={entry.name} />
        ))}
      </datalist>
      <button type="submit" className="button button--quiet">
        {t("form.add")}
      </button>
    </form>
  );
};

/** A stable id for an own entry: the same name gives the same id on every device. */
const ownId = (name: string) =>
  `own-${[...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7).toString(36)}`;

export const FieldsForm = ({ draft, onPart, workshop }: FormProps) => {
  const { t } = useWords();
  const { fields } = useDictionary();
  const rows = listOf<FieldChoice>(draft.fields);
  const pick = (entry: Entry | string) => {
    const fresh: FieldChoice =
      typeof entry === "string"
        ? { fieldId: ownId(entry), label: entry, type: "text", required: true, auto: false, usedIn: [] }
        : {
            fieldId: entry.id,
            label: entry.name,
            type: entry.type ?? "text",
            required: true,
            auto: entry.auto ?? false,
            usedIn: [],
          };
    if (!rows.some(({ fieldId }) => fieldId === fresh.fieldId)) onPart("fields", [...rows, fresh]);
  };
  return (
    <>
      <Picker label={t("form.field")} entries={fields} onPick={pick} />
      <ul className="picked">
        {rows.map((field) => {
          const set = (patch: Partial<FieldChoice>) =>
            onPart(
              "fields",
              rows.map((old) => (old.fieldId === field.fieldId ? { ...old, ...patch } : old)),
            );
          return (
            <li key={field.fieldId} className="picked__row">
              <strong>{field.label}</strong>
              <span className="quiet">{t(`fieldType.${field.type}`)}</span>
              <Tick label={t("answer.required")} value={field.required} onValue={(required) => set({ required })} />
              <StageChoice
                label={t("form.requiredFrom")}
                value={field.requiredFromStage}
                onValue={(requiredFromStage) => set({ requiredFromStage })}
                workshop={workshop}
                none={t("form.fromStart")}
              />
              <button
                type="button"
                className="link"
                onClick={() =>
                  onPart(
                    "fields",
                    rows.filter((old) => old !== field),
                  )
                }
              >
                {t("answer.removeLine")}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
};

export const LossReasonsForm = ({ draft, onPart }: FormProps) => {
  const { t } = useWords();
  const { lossReasons } = useDictionary();
  const rows = listOf<LossReason>(draft.reasons);
  const pick = (entry: Entry | string) => {
    const fresh: LossReason =
      typeof entry === "string"
        ? { id: ownId(entry), name: entry, group: "own", commentRequired: false }
        : { id: entry.id, name: entry.name, group: entry.group ?? "", commentRequired: entry.commentRequired ?? false };
    if (!rows.some(({ id }) => id === fresh.id)) onPart("reasons", [...rows, fresh]);
  };
  return (
    <>
      <Picker label={t("form.reason")} entries={lossReasons} onPick={pick} />
      <ul className="picked">
        {rows.map((reason) => (
          <li key={reason.id} className="picked__row">
            <strong>{reason.name}</strong>
            <Tick
              label={t("form.commentRequired")}
              value={reason.commentRequired}
              onValue={(commentRequired) =>
                onPart(
                  "reasons",
                  rows.map((old) => (old === reason ? { ...old, commentRequired } : old)),
                )
              }
            />
            <button
              type="button"
              className="link"
              onClick={() =>
                onPart(
                  "reasons",
                  rows.filter((old) => old !== reason),
                )
              }
            >
              {t("answer.removeLine")}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

export const MetricsForm = ({ draft, onPart, question, workshop }: FormProps) => {
  const { t } = useWords();
  const { metrics, reports } = useDictionary();
  const offered = [
    ...(question.feeds.includes("report") ? reports : []),
    ...(question.feeds.includes("kpi") || !question.feeds.includes("report") ? metrics : []),
  ];
  const isRole = (role: string) => workshop.roles.some(({ id }) => id === role);
  const rows = listOf<Metric>(draft.metrics);
  const pick = (entry: Entry | string) =>
    onPart("metrics", [
      ...rows,
      typeof entry === "string"
        ? { name: entry, sourceFields: [], audience: [] }
        : {
            name: entry.name,
            formula: entry.formula,
            sourceFields: entry.sources ?? [],
            // a reader whom this company does not have would be nobody
            audience: (entry.audience ?? []).filter(isRole),
            frequency: entry.frequency,
            decision: entry.decision,
          },
    ]);
  return (
    <>
      <Picker label={t("form.metric")} entries={offered} onPick={pick} />
      <Rows
        rows={rows}
        onRows={(next) => onPart("metrics", next)}
        fresh={(): Metric => ({ name: "", sourceFields: [], audience: [] })}
        label={t("word.answer")}
      >
        {(metric, set) => (
          <>
            <Line wide label={t("form.metricName")} value={metric.name} onValue={(name) => set({ name })} />
            <Line
              wide
              label={t("form.formula")}
              value={metric.formula}
              onValue={(text) => set({ formula: text || undefined })}
            />
            <Line
              label={t("form.frequency")}
              value={metric.frequency}
              onValue={(text) => set({ frequency: text || undefined })}
            />
            <Line
              label={t("form.target")}
              value={metric.target}
              onValue={(text) => set({ target: text || undefined })}
            />
          </>
        )}
      </Rows>
    </>
  );
};
