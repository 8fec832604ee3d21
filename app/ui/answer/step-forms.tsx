import type { Pair, Step } from "#domain/answer.ts";
import { useWords } from "#words/context.tsx";
import type { FormProps } from "./answer-form.tsx";
import { Choice, DurationInput, Line, RoleChoice } from "./inputs.tsx";
import { listOf, Rows } from "./rows.tsx";

export const StepsForm = ({ draft, onPart, workshop }: FormProps) => {
  const { t } = useWords();
  return (
    <Rows
      rows={listOf<Step>(draft.steps)}
      onRows={(rows) => onPart("steps", rows)}
      fresh={(): Step => ({ text: "", mode: "do", counterpart: "client", mandatory: true })}
      label={t("word.answer")}
    >
      {(step, set, index) => (
        <>
          <Line
            wide
            label={t("form.step", { number: index + 1 })}
            value={step.text}
            onValue={(text) => set({ text })}
          />
          <RoleChoice
            label={t("form.who")}
            value={step.who}
            onValue={(who) => set({ who })}
            workshop={workshop}
            none={t("form.anyone")}
          />
          <Choice
            label={t("form.mode")}
            value={step.mode}
            onValue={(mode) => set({ mode: (mode ?? "do") as Step["mode"] })}
            options={(["do", "control"] as const).map((id) => ({ id, name: t(`stepMode.${id}`) }))}
          />
          <DurationInput label={t("form.due")} value={step.due} onValue={(due) => set({ due })} />
        </>
      )}
    </Rows>
  );
};

export const PairsForm = ({ draft, onPart }: FormProps) => {
  const { t } = useWords();
  return (
    <Rows
      rows={listOf<Pair>(draft.pairs)}
      onRows={(rows) => onPart("pairs", rows)}
      fresh={(): Pair => ({ left: "", right: "" })}
      label={t("word.answer")}
    >
      {(pair, set) => (
        <>
          <Line wide label={t("form.left")} value={pair.left} onValue={(left) => set({ left })} />
          <Line wide label={t("form.right")} value={pair.right} onValue={(right) => set({ right })} />
          <Line wide label={t("form.proof")} value={pair.proof} onValue={(text) => set({ proof: text || undefined })} />
        </>
      )}
    </Rows>
  );
};
