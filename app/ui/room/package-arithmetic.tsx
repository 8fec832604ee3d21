import type { PackageView } from "#domain/package-vote.ts";
import type { SharedView } from "#domain/room.ts";
import { quorumOf, shareOf, weaknessesOf } from "#domain/round.ts";
import { requiredShare } from "#domain/threshold.ts";
import { useWords } from "#words/context.tsx";

/** What the package needs while it is voted on, and what it came to afterwards. */
export const PackageArithmetic = ({ shared, vote }: { shared: SharedView; vote: PackageView }) => {
  const { t, percent } = useWords();
  const { tally, answered, invited } = vote;
  const needed = percent(requiredShare(shared.workshop.threshold));
  if (!tally) return <p className="quiet">{t("round.needs", { needed, quorum: quorumOf(invited), invited })}</p>;
  const consents = tally.agree + tally.reservation;
  const weighing = consents + tally.object;
  return (
    <div>
      {weighing > 0 && <p>{t("result.share", { consents, weighing, share: percent(shareOf(tally)), needed })}</p>}
      <p>{t("result.quorum", { answered, invited })}</p>
      {weaknessesOf(tally).map((weakness) => (
        <p key={weakness}>{t(`result.${weakness}`)}</p>
      ))}
      {answered < 5 && <p className="quiet">{t("result.few")}</p>}
    </div>
  );
};
