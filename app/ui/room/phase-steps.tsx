import type { Phase } from "#domain/agenda.ts";
import { useWords } from "#words/context.tsx";

const STEPS = ["think", "reveal", "word", "round"] as const;

/** think → reveal → word → round, with the present one marked. */
export const PhaseSteps = ({ phase }: { phase: Phase }) => {
  const { t } = useWords();
  const at = phase === "decided" || phase === "parked" ? STEPS.length : STEPS.indexOf(phase as (typeof STEPS)[number]);
  return (
    <ol className="phase-steps" aria-label={t("phase.label")}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={`phase-steps__step phase-steps__step--${index < at ? "past" : index === at ? "now" : "ahead"}`}
          aria-current={index === at ? "step" : undefined}
        >
          {t(`phase.${step}`)}
        </li>
      ))}
    </ol>
  );
};
