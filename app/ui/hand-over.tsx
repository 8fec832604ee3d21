import { useTicks } from "#live/ticks.ts";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { CopyButton } from "#ui/primitives/copy-button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { type Choice, Choices } from "./choices.tsx";
import "./hand-over.css";

type Crm = {
  /** Under this name the ticks are kept. */
  list: string;
  title: string;
  checked: string;
  package: string;
  checklist: string;
  command: string | null;
  variables: readonly string[];
  steps: { id: string; does: string }[];
  warnings: string[];
  left: { name: string; reasons: string[]; items: { id: string; manual: string }[] }[];
  refused: string | null;
};
/** `files` hold the pipeline that all of them are loaded from. */
type Props = { crms: Choice[]; crm: Crm; files: { name: string; href: string }[] };

/** How the rules get into one CRM: the package, what it does step by step, and what a person ticks off. */
export const HandOver = ({ crms, crm, files }: Props) => {
  const { t, date } = useWords();
  return (
    <section className="stack" aria-labelledby="hand-over">
      <h2 id="hand-over">{t("handOver.crm")}</h2>
      <Choices label={t("handOver.crm")} choices={crms} />
      {crm.refused === null ? (
        <>
          <p>
            <a className="button button--primary" href={crm.package} download>
              <span className="button__words">{t("handOver.package", { crm: crm.title })}</span>
            </a>
          </p>
          <p className="soft">{t("handOver.packageLead")}</p>
          <p>
            <a href={crm.checklist} download>
              {t("handOver.checklist")}
            </a>
          </p>
          <PipelineFiles files={files} />
          {crm.command === null ? <p>{t("handOver.byFiles")}</p> : <Command {...crm} command={crm.command} />}
          <p className="quiet">{t("handOver.checked", { date: date(crm.checked) })}</p>
          {crm.steps.length > 0 && (
            <details>
              <summary>{t("handOver.steps", { count: crm.steps.length })}</summary>
              <ol>
                {crm.steps.map(({ id, does }) => (
                  <li key={id}>{does}</li>
                ))}
              </ol>
            </details>
          )}
          {crm.warnings.length > 0 && (
            <details open>
              <summary>{t("handOver.warnings")}</summary>
              <ul>
                {crm.warnings.map((what) => (
                  <li key={what}>{what}</li>
                ))}
              </ul>
            </details>
          )}
          <ByHand {...crm} />
        </>
      ) : (
        <>
          <Notice tone="problem">{crm.refused}</Notice>
          <PipelineFiles files={files} />
        </>
      )}
    </section>
  );
};

/** What the administrator's command loads, whatever the CRM. */
const PipelineFiles = ({ files }: Pick<Props, "files">) => {
  const { t } = useWords();
  return (
    <div className="stack stack--tight">
      <p className="cluster">
        <span>{t("handOver.pipeline")}</span>
        {files.map(({ name, href }) => (
          <a key={name} href={href} download>
            {name}
          </a>
        ))}
      </p>
      <p className="quiet">{t("handOver.pipelineLead")}</p>
    </div>
  );
};

const Command = ({ command, variables }: { command: string; variables: readonly string[] }) => {
  const { t } = useWords();
  const text = [...variables.map((variable) => `export ${variable}=…`), command].join("\n");
  return (
    <div className="hand-over__command">
      <p className="quiet">{t("handOver.command")}</p>
      <pre>{text}</pre>
      <CopyButton text={text} />
    </div>
  );
};

const ByHand = ({ list, left }: Pick<Crm, "list" | "left">) => {
  const { t } = useWords();
  const [ticked, turn] = useTicks(list);
  const all = left.flatMap(({ items }) => items);
  if (all.length === 0) return <Notice tone="good">{t("handOver.allByItself")}</Notice>;
  return (
    <div className="stack">
      <h3>{t("handOver.byHand")}</h3>
      <p className="quiet" aria-live="polite">
        {t("handOver.done", { done: all.filter(({ id }) => ticked.has(id)).length, of: all.length })}.{" "}
        {t("handOver.kept")}
      </p>
      {left.map(({ name, reasons, items }) => {
        const done = items.filter(({ id }) => ticked.has(id)).length;
        return (
          <details key={name}>
            <summary>
              {name}{" "}
              <span className="quiet figures">
                {done}/{items.length}
              </span>
            </summary>
            {reasons.map((reason) => (
              <p key={reason} className="soft">
                {reason}.
              </p>
            ))}
            <ul className="hand-over__list">
              {items.map(({ id, manual }) => (
                <li key={id}>
                  <Checkbox label={manual} checked={ticked.has(id)} onChange={() => turn(id)} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
};
