import type { ReactNode } from "react";
import type { Answer } from "#domain/answer.ts";
import type { Question } from "#domain/question.ts";
import { useWords } from "#words/context.tsx";
import { roleName, stageName, type Workshop } from "./names.ts";

type Props = { answer: Answer; workshop: Workshop; question: Question };

/** The typed answer in words: what the CRM will be told, readable by somebody who never saw a CRM. */
export const AnswerView = ({ answer, workshop, question }: Props) => {
  const { t } = useWords();
  return (
    <dl className="answer">
      <dt>{t("word.answer")}</dt>
      <dd>
        <Body answer={answer} workshop={workshop} question={question} />
      </dd>
    </dl>
  );
};

const Body = ({ answer, workshop, question }: Props): ReactNode => {
  const { t, duration, percent, money, list, language } = useWords();
  const role = (id: string) => roleName(workshop, id);
  const option = (id: string) => question.options.find((known) => known.id === id)?.label[language] ?? id;
  const amount = (value: number, unit: "percent" | "money" | "days") =>
    unit === "percent" ? percent(value / 100) : unit === "money" ? money(value) : duration({ value, unit: "calDay" });
  switch (answer.kind) {
    case "text":
      return <Lines lines={answer.lines} />;
    case "single":
      return (
        <p>
          {answer.own ?? option(answer.optionId)}
          {answer.note && <span className="quiet"> {answer.note}</span>}
        </p>
      );
    case "multi":
      return <Lines lines={[...answer.optionIds.map(option), ...answer.own]} />;
    case "yesno":
      return (
        <>
          <p>
            {answer.value ? t("answer.yes") : t("answer.no")}
            {answer.condition && `: ${answer.condition}`}
          </p>
          {answer.exceptions.length > 0 && <Lines title={t("answer.exceptions")} lines={answer.exceptions} />}
        </>
      );
    case "role":
      return (
        <Lines
          lines={[
            ...(answer.accountable ? [t("answer.accountable", { role: role(answer.accountable) })] : []),
            ...answer.legs.map((leg) =>
              t("answer.leg", {
                role: role(leg.role),
                from: stageName(workshop, leg.fromStage),
                to: stageName(workshop, leg.toStage),
              }),
            ),
            ...answer.assignments.map((given) =>
              [
                t("answer.assignment", { from: role(given.from), to: role(given.to), subject: given.subject }),
                given.due && duration(given.due),
              ]
                .filter(Boolean)
                .join(", "),
            ),
            ...answer.checks.map((check) => t("answer.check", { role: role(check.role), signs: list(check.signs) })),
          ]}
        />
      );
    case "fields":
      return (
        <ul className="answer__chips">
          {answer.fields.map((field) => (
            <li key={field.fieldId} className={field.required ? "chip chip--required" : "chip"}>
              {field.label}
              {field.required && <span className="visually-hidden"> {t("answer.required")}</span>}
              {field.requiredFromStage && (
                <span className="quiet">
                  {" "}
                  {t("answer.from", { stage: stageName(workshop, field.requiredFromStage) })}
                </span>
              )}
            </li>
          ))}
        </ul>
      );
    case "duration":
      return (
        <Lines
          lines={answer.norms.map((norm) =>
            [
              `${norm.what}: ${duration(norm.limit, norm.limit.dateField)}`,
              norm.startEvent && t("answer.since", { event: norm.startEvent }),
              norm.escalateTo && t("answer.escalate", { role: role(norm.escalateTo) }),
            ]
              .filter(Boolean)
              .join(", "),
          )}
        />
      );
    case "limit":
      return (
        <Lines
          lines={answer.limits.map((limit) =>
            [
              t("answer.limit", { role: role(limit.role), max: amount(limit.max, limit.unit) }),
              limit.condition,
              limit.approverAbove && t("answer.above", { role: role(limit.approverAbove) }),
              limit.decisionWithin && t("answer.within", { time: duration(limit.decisionWithin) }),
              limit.floor,
            ]
              .filter(Boolean)
              .join(", "),
          )}
        />
      );
    case "metrics":
      return (
        <Lines
          lines={answer.metrics.map((metric) =>
            [metric.name, metric.formula, metric.frequency, metric.target].filter(Boolean).join(" · "),
          )}
        />
      );
    case "lossReasons":
      return (
        <ul className="answer__chips">
          {answer.reasons.map((reason) => (
            <li key={reason.id} className="chip">
              {reason.name}
              {reason.commentRequired && <span className="quiet"> {t("answer.commentRequired")}</span>}
            </li>
          ))}
        </ul>
      );
    case "steps":
      return (
        <ol className="answer__steps">
          {answer.steps.map((step) => (
            <li key={`${step.text}:${step.who}`}>
              {step.text}
              <span className="quiet">
                {[
                  step.who && role(step.who),
                  step.mode === "control" && t("answer.mode.control"),
                  step.due && duration(step.due, step.due.dateField),
                ]
                  .filter(Boolean)
                  .map((part) => ` · ${part}`)}
              </span>
            </li>
          ))}
        </ol>
      );
    case "pairs":
      return (
        <ul className="answer__pairs">
          {answer.pairs.map((pair) => (
            <li key={`${pair.left}:${pair.right}`}>
              <span>{pair.left}</span> <span aria-hidden="true">→</span> <span>{pair.right}</span>
              {pair.proof && <span className="quiet"> {pair.proof}</span>}
            </li>
          ))}
        </ul>
      );
  }
};

const Lines = ({ lines, title }: { lines: string[]; title?: string }) => (
  <>
    {title && <p className="quiet">{title}</p>}
    {lines.length === 1 ? (
      <p>{lines[0]}</p>
    ) : (
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </>
);
