import type { Limit, Norm } from "#domain/answer.ts";
import { NumberField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import type { FormProps } from "./answer-form.tsx";
import { Choice, DurationInput, Line, RoleChoice } from "./inputs.tsx";
import { listOf, Rows } from "./rows.tsx";

export const DurationsForm = ({ draft, onPart, workshop }: FormProps) => {
  const { t } = useWords();
  return (
    <Rows
      rows={listOf<Norm>(draft.norms)}
      onRows={(rows) => onPart("norms", rows)}
      fresh={(): Norm => ({ what: "", limit: { value: 1, unit: "workDay" } })}
      label={t("word.answer")}
    >
      {(norm, set) => (
        <>
          <Line wide label={t("form.what")} value={norm.what} onValue={(what) => set({ what })} />
          <DurationInput
            label={t("form.limit")}
            value={norm.limit}
            onValue={(limit) => set({ limit: limit ?? { value: 0, unit: norm.limit.unit } })}
          />
          <Line
            label={t("form.since")}
            value={norm.startEvent}
            onValue={(startEvent) => set({ startEvent: startEvent || undefined })}
          />
          <RoleChoice
            label={t("form.escalate")}
            value={norm.escalateTo}
            onValue={(escalateTo) => set({ escalateTo })}
            workshop={workshop}
            none={t("form.nobody")}
          />
        </>
      )}
    </Rows>
  );
};

export const LimitsForm = ({ draft, onPart, workshop }: FormProps) => {
  const { t } = useWords();
  return (
    <Rows
      rows={listOf<Limit>(draft.limits)}
      onRows={(rows) => onPart("limits", rows)}
      fresh={(): Limit => ({ role: workshop.roles[0]?.id ?? "", max: 5, unit: "percent" })}
      label={t("word.answer")}
    >
      {(limit, set) => (
        <>
          <RoleChoice
            label={t("person.role")}
            value={limit.role}
            onValue={(role) => set({ role: role ?? "" })}
            workshop={workshop}
          />
          <NumberField
            label={t("form.upTo")}
            min={0}
            value={limit.max}
            onChange={(event) => set({ max: Number(event.target.value) })}
          />
          <Choice
            label={t("form.unit")}
            value={limit.unit}
            onValue={(unit) => set({ unit: (unit ?? "percent") as Limit["unit"] })}
            options={(["percent", "money", "days"] as const).map((id) => ({ id, name: t(`limitUnit.${id}`) }))}
          />
          <Line
            label={t("answer.condition")}
            value={limit.condition}
            onValue={(text) => set({ condition: text || undefined })}
          />
          <RoleChoice
            label={t("form.above")}
            value={limit.approverAbove}
            onValue={(approverAbove) => set({ approverAbove })}
            workshop={workshop}
            none={t("form.nobody")}
          />
          <DurationInput
            label={t("form.within")}
            value={limit.decisionWithin}
            onValue={(decisionWithin) => set({ decisionWithin })}
          />
          <Line
            wide
            label={t("form.floor")}
            value={limit.floor}
            onValue={(text) => set({ floor: text || undefined })}
          />
        </>
      )}
    </Rows>
  );
};
