import type { AnswerOf, Assignment } from "#domain/answer.ts";
import { useWords } from "#words/context.tsx";
import type { FormProps } from "./answer-form.tsx";
import { DurationInput, Line, RoleChoice, StageChoice } from "./inputs.tsx";
import { listOf, Rows } from "./rows.tsx";

type Leg = AnswerOf<"role">["legs"][number];
type Check = AnswerOf<"role">["checks"][number];

/** Which part of a role answer a question is about follows from what it feeds: a leg, an assignment, a check or one role. */
export const RoleForm = ({ draft, onPart, workshop, question }: FormProps) => {
  const { t } = useWords();
  const first = workshop.roles[0]?.id ?? "";
  const asks = (part: string) => part in draft && listOf(draft[part]).length > 0;
  const legs = question.id === "roles-order-owner" || asks("legs");
  const assignments = /assign/.test(question.id) || asks("assignments");
  const checks = /quality|tracks|control/.test(question.id) || asks("checks");
  return (
    <>
      {!legs && !assignments && (
        <RoleChoice
          label={t("answer.role")}
          value={draft.accountable as string | undefined}
          onValue={(role) => onPart("accountable", role)}
          workshop={workshop}
          none={t("form.choose")}
        />
      )}
      {legs && (
        <Rows
          rows={listOf<Leg>(draft.legs)}
          onRows={(rows) => onPart("legs", rows)}
          fresh={(): Leg => ({ fromStage: "", toStage: "", role: first })}
          label={t("form.legs")}
        >
          {(leg, set) => (
            <>
              <RoleChoice
                label={t("form.who")}
                value={leg.role}
                onValue={(role) => set({ role: role ?? "" })}
                workshop={workshop}
              />
              <StageChoice
                label={t("form.fromStage")}
                value={leg.fromStage}
                onValue={(id) => set({ fromStage: id ?? "" })}
                workshop={workshop}
              />
              <StageChoice
                label={t("form.toStage")}
                value={leg.toStage}
                onValue={(id) => set({ toStage: id ?? "" })}
                workshop={workshop}
              />
            </>
          )}
        </Rows>
      )}
      {assignments && (
        <Rows
          rows={listOf<Assignment>(draft.assignments)}
          onRows={(rows) => onPart("assignments", rows)}
          fresh={(): Assignment => ({ from: first, to: first, subject: "" })}
          label={t("form.assignments")}
        >
          {(given, set) => (
            <>
              <RoleChoice
                label={t("form.from")}
                value={given.from}
                onValue={(from) => set({ from: from ?? "" })}
                workshop={workshop}
              />
              <RoleChoice
                label={t("form.to")}
                value={given.to}
                onValue={(to) => set({ to: to ?? "" })}
                workshop={workshop}
              />
              <Line wide label={t("form.subject")} value={given.subject} onValue={(subject) => set({ subject })} />
              <DurationInput label={t("form.due")} value={given.due} onValue={(due) => set({ due })} />
            </>
          )}
        </Rows>
      )}
      {checks && (
        <Rows
          rows={listOf<Check>(draft.checks)}
          onRows={(rows) => onPart("checks", rows)}
          fresh={(): Check => ({ role: first, signs: [""] })}
          label={t("form.checks")}
        >
          {(check, set) => (
            <>
              <RoleChoice
                label={t("form.who")}
                value={check.role}
                onValue={(role) => set({ role: role ?? "" })}
                workshop={workshop}
              />
              <Line
                wide
                label={t("form.signs")}
                value={check.signs.join("; ")}
                onValue={(text) => set({ signs: text.split(/;\s*/) })}
              />
            </>
          )}
        </Rows>
      )}
    </>
  );
};
