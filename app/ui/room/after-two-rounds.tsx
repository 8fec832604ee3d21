import { useState } from "react";
import { ROUNDS } from "#domain/decision.ts";
import type { Now, SharedView } from "#domain/room.ts";
import { isAdopted } from "#domain/round.ts";
import { Button } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";
import { DecisionDialog, type DecisionKind } from "./decision-dialog.tsx";
import type { Conductor } from "./use-conductor.ts";

/** Two rounds are over and the wording is not adopted: it is not voted on a third time in the same way. */
export const isStuck = ({ roundsSpent, round, phase }: Now): boolean => {
  if (roundsSpent < ROUNDS || round?.status === "open") return false;
  return phase === "word" || (phase === "round" && !(round?.outcome && isAdopted(round.outcome)));
};

type Props = { now: Now; shared: SharedView; conductor: Conductor; seen: string | null };

/** What follows two rounds without consent: one of three (domain brief §6.4). */
export const AfterTwoRounds = ({ now, shared, conductor, seen }: Props) => {
  const { t } = useWords();
  const [deciding, setDeciding] = useState<DecisionKind | null>(null);
  if (!isStuck(now)) return null;
  return (
    <section className="stack stack--tight" aria-labelledby="two-rounds">
      <h2 id="two-rounds">{t("console.twoRounds")}</h2>
      <div className="cluster">
        <Button disabled={now.phase === "word" && seen === null} onClick={() => setDeciding("trial")}>
          {t("console.trial")}
        </Button>
        <Button variant="quiet" onClick={() => setDeciding("head")}>
          {t("console.head")}
        </Button>
        <Button variant="quiet" onClick={() => setDeciding("parked")}>
          {t("move.park")}
        </Button>
      </div>
      {deciding && (
        <DecisionDialog
          kind={deciding}
          shared={shared}
          conductor={conductor}
          seen={seen}
          onClose={() => setDeciding(null)}
        />
      )}
    </section>
  );
};
