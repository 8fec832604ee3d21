import type { ReactNode } from "react";
import type { MeetingSummary as Summary } from "#domain/meeting-summary.ts";
import { requiredShare } from "#domain/threshold.ts";
import { useWords } from "#words/context.tsx";

/** What the minutes say of the meeting as a whole; what there was none of is not mentioned. `template` is its name. */
export const MeetingSummary = ({ summary, template }: { summary: Summary; template: string | null }) => {
  const { t, list, date, percent } = useWords();
  const { threshold } = summary;
  return (
    <section className="stack" aria-labelledby="meeting-summary">
      <h2 id="meeting-summary">{t("record.meeting")}</h2>
      <dl className="minutes__people">
        {template && (
          <Fact name={t("record.template")}>
            {template}
            {summary.templateVersion && <span className="quiet"> {summary.templateVersion}</span>}
          </Fact>
        )}
        <Fact name={t("record.threshold")}>
          {t(`threshold.${threshold.preset}`)}
          {threshold.preset === "custom" && `: ${percent(requiredShare(threshold))}`}
          {threshold.smallGroup && `. ${t("round.smallGroup")}`}
        </Fact>
        {summary.absent.length > 0 && <Fact name={t("record.absent")}>{list(summary.absent)}</Fact>}
      </dl>
      <Part title={t("record.parking")}>
        {summary.parked.map(({ question, owner, dueOn, missing }) => (
          <li key={question}>
            {question} <span className="quiet">{t("record.parked", { name: owner, due: date(dueOn), missing })}</span>
          </li>
        ))}
      </Part>
      <Part title={t("record.byHead")}>
        {summary.byHead.map(({ rule, text, name, reason, reviewOn }) => (
          <li key={rule}>
            <strong>{rule}</strong> {text}{" "}
            <span className="quiet">{t("record.head", { name, reason, reviewOn: date(reviewOn) })}</span>
          </li>
        ))}
      </Part>
      <Part title={t("record.dissents")}>
        {summary.dissents.map(({ question, reason, by }) => (
          <li key={`${question} ${reason}`}>
            {reason} <span className="quiet">{`${by ?? t("objection.anonymous")} · ${question}`}</span>
          </li>
        ))}
      </Part>
      <Part title={t("record.reviews")}>
        {summary.reviews.map(({ rule, on }) => (
          <li key={rule}>
            <strong>{rule}</strong> {date(on)}
          </li>
        ))}
      </Part>
      <Part title={t("record.fears")}>
        {summary.fears.map(({ id, text, answer, rule }) => (
          <li key={id}>
            {text}{" "}
            <span className="quiet">
              {!answer
                ? t("fears.unanswered")
                : answer.kind === "rule"
                  ? `${rule ? `${t("fears.rule")} ${rule}` : t("fears.ruleGone")} ${answer.note}`
                  : `${t(`fears.${answer.kind}`)} ${answer.note}`}
            </span>
          </li>
        ))}
      </Part>
    </section>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Part = ({ title, children }: { title: string; children: ReactNode[] }) =>
  children.length === 0 ? null : (
    <details>
      <summary>
        {title} <span className="quiet figures">{children.length}</span>
      </summary>
      <ul>{children}</ul>
    </details>
  );
