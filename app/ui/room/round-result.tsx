import type { RoundView } from "#domain/room.ts";
import { type Outcome, weaknessesOf } from "#domain/round.ts";
import { Tally } from "#ui/primitives/tally.tsx";
import { useWords } from "#words/context.tsx";

type Props = { round: RoundView; departments: { id: string; name: string }[]; size?: "normal" | "large" };

/** The sum is the picture: ballots as shapes, grouped, never in order of arrival; under it the formula in words. */
export const RoundResult = ({ round, departments, size }: Props) => {
  const { t, date } = useWords();
  if (!round.outcome) return null;
  return (
    <section className="result" aria-label={t("result.label", { number: round.number })}>
      <Tally size={size} tally={round.outcome.tally} verdict={round.outcome.verdict} />
      {round.trial && <p>{t("round.trial", { until: date(round.trial.until), judgedBy: round.trial.judgedBy })}</p>}
      <Arithmetic outcome={round.outcome} departments={departments} />
      {round.counted && <p className="quiet">{t(`result.${round.counted.how}`, { count: round.counted.ballots })}</p>}
      {round.concerns.length > 0 && (
        <div className="result__concerns">
          <h3>{t("result.concerns")}</h3>
          <ul>
            {round.concerns.map((concern) => (
              <li key={concern}>{concern}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};

/** The formula of a counted round, each figure of it. */
export const Arithmetic = ({
  outcome,
  departments,
}: {
  outcome: Outcome;
  departments: { id: string; name: string }[];
}) => {
  const { t, percent, list } = useWords();
  const { tally } = outcome;
  const weighing = tally.agree + tally.reservation + tally.object;
  return (
    <div className="result__arithmetic">
      {weighing > 0 && (
        <p className="result__formula">
          {t("result.share", {
            consents: tally.agree + tally.reservation,
            weighing,
            share: percent(outcome.share),
            needed: percent(outcome.needed),
          })}
        </p>
      )}
      <p className="result__formula">
        {t("result.quorum", { answered: outcome.answered, invited: outcome.invited })}{" "}
        {outcome.missingDepartments.length > 0 &&
          t("result.missing", {
            departments: list(
              outcome.missingDepartments.map(
                (id) => departments.find((department) => department.id === id)?.name ?? id,
              ),
            ),
          })}
      </p>
      {weaknessesOf(tally).map((weakness) => (
        <p key={weakness} className="result__formula">
          {t(`result.${weakness}`)}
        </p>
      ))}
      {outcome.openObjections > 0 && (
        <p className="result__formula">
          {t("result.open", { count: outcome.openObjections })}
          {outcome.openObjections > tally.object && (
            <>, {t("result.openEarlier", { count: outcome.openObjections - tally.object })}</>
          )}
        </p>
      )}
      {outcome.standAsides > 0 && (
        <p className="result__formula">{t("result.standAside", { count: outcome.standAsides })}</p>
      )}
      {outcome.answered < 5 && <p className="quiet">{t("result.few")}</p>}
    </div>
  );
};
