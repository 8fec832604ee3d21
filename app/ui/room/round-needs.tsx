import type { Now, SharedView } from "#domain/room.ts";
import { quorumOf } from "#domain/round.ts";
import { useWords } from "#words/context.tsx";

/** The arithmetic before the votes are counted: what this round needs to adopt its wording, and what it is a vote on. */
export const RoundNeeds = ({ now, shared }: { now: Now; shared: SharedView }) => {
  const { t, date, list, percent } = useWords();
  const { round, proposal } = now;
  if (round?.status !== "open") return null;
  const names = (proposal?.binds ?? []).map(
    (id) => shared.workshop.departments.find((department) => department.id === id)?.name ?? id,
  );
  return (
    <div className="quiet">
      {round.trial && (
        <p>
          <strong>{t("round.trial", { until: date(round.trial.until), judgedBy: round.trial.judgedBy })}</strong>
        </p>
      )}
      <p>
        {t("round.needs", {
          needed: percent(round.needed),
          quorum: quorumOf(round.invited),
          invited: round.invited,
        })}{" "}
        {names.length > 0 && `${t("round.binds", { departments: list(names) })}. `}
        {round.oneMayStandAside && `${t("round.smallGroup")}.`}
      </p>
    </div>
  );
};
