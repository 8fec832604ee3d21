import { Link } from "react-router";
import { useWords } from "#words/context.tsx";
import "./set-up.css";

export const STEPS = ["company", "deals", "people", "order", "existing", "agenda"] as const;
export type Step = (typeof STEPS)[number];

/** All steps are open at any time; none is a gate. */
export const SetUpSteps = ({ current }: { current: Step }) => {
  const { t } = useWords();
  return (
    <nav className="set-up__steps" aria-label={t("setUp.steps")}>
      <ol>
        {STEPS.map((step, index) => (
          <li key={step}>
            <Link to={`?step=${step}`} aria-current={step === current ? "step" : undefined}>
              <span className="set-up__number" aria-hidden="true">
                {index + 1}
              </span>
              {t(`setUp.step.${step}`)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
};
