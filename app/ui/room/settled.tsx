import type { Now, SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";
import { Candidate } from "./candidate.tsx";
import { RoundResult } from "./round-result.tsx";

/** What was decided, with the arithmetic that decided it. */
export const Settled = ({ now, shared }: { now: Now; shared: SharedView }) => {
  const { t, date } = useWords();
  const { decision } = now;
  if (!decision) return null;
  return (
    <section className="settled" aria-live="polite">
      {decision.kind === "parked" ? (
        <p className="settled__verdict">{t("settled.parked", { owner: decision.owner, date: date(decision.dueOn) })}</p>
      ) : (
        <>
          <p className="settled__verdict">
            {decision.kind === "consent"
              ? t(`settled.${decision.verdict}`)
              : decision.kind === "trial"
                ? t("settled.trial", { date: date(decision.until) })
                : t("settled.head", { name: decision.decidedBy, date: date(decision.reviewOn) })}
          </p>
          <Candidate now={now} shared={shared} />
          {now.round && <RoundResult round={now.round} departments={shared.workshop.departments} />}
        </>
      )}
    </section>
  );
};
