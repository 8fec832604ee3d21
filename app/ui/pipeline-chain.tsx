import { useWords } from "#words/context.tsx";
import "./pipeline-chain.css";

type Stage = {
  key: string;
  name: string;
  outcome: "open" | "won" | "lost" | "deferred";
  role: string;
  norms: string[];
  toEnter: string[];
  toLeave: string[];
};

/** The stages of one pipeline in their order, each with who answers for it, how long it may take and what it wants filled in. */
export const PipelineChain = ({ name, stages }: { name: string; stages: Stage[] }) => {
  const { t } = useWords();
  return (
    <section className="stack" aria-label={t("handOver.stages", { name })}>
      <h2>{t("handOver.stages", { name })}</h2>
      <ol className="chain-cards">
        {stages.map((stage) => (
          <li key={stage.key} className={`chain-card chain-card--${stage.outcome}`}>
            <h3>{stage.name}</h3>
            {stage.outcome === "open" && <p className="quiet">{stage.role || t("handOver.nobody")}</p>}
            {stage.norms.map((norm) => (
              <p key={norm} className="chain-card__norm">
                {norm}
              </p>
            ))}
            <Needed label={t("handOver.requiredToEnter")} fields={stage.toEnter} />
            <Needed label={t("handOver.required")} fields={stage.toLeave} />
          </li>
        ))}
      </ol>
    </section>
  );
};

const Needed = ({ label, fields }: { label: string; fields: string[] }) =>
  fields.length > 0 && (
    <div>
      <p className="quiet">{label}</p>
      <ul className="chain-card__fields">
        {fields.map((field) => (
          <li key={field}>{field}</li>
        ))}
      </ul>
    </div>
  );
