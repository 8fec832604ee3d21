import { useWords } from "#words/context.tsx";
import "./progress-steps.css";

/** Where one is in something that has an end, such as setting up a workshop. `current` counts from 0. */
export const ProgressSteps = ({ steps, current }: { steps: readonly string[]; current: number }) => {
  const { t } = useWords();
  return (
    <ol className="steps" aria-label={t("steps.of", { step: current + 1, total: steps.length })}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < current ? "steps__one steps__one--done" : "steps__one"}
          aria-current={index === current ? "step" : undefined}
        >
          <span className="steps__number">{index + 1}</span>
          <span className="steps__name">{step}</span>
        </li>
      ))}
    </ol>
  );
};
