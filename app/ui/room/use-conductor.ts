import { useCallback, useEffect, useState } from "react";
import type { Phase } from "#domain/agenda.ts";
import type { DecisionInput } from "#domain/decision.ts";
import type { HandCount } from "#domain/hand-count.ts";
import type { Disposition } from "#domain/objection.ts";
import type { SharedView } from "#domain/room.ts";
import type { Trial } from "#domain/round.ts";
import type { LiveStatus } from "#live/feed.ts";
import { newId } from "#live/new-id.ts";
import { useCommand } from "#live/use-command.ts";

type Confirmable =
  | { kind: "move"; to: Phase; count: number }
  | { kind: "close" | "close-package" | "gaps" | "fears"; count: number };

/** The question with the count of this very moment: people go on writing and voting while it is read. Null: answered by itself. */
const stillOpen = (asked: Confirmable, { now, package: vote, gaps }: SharedView): Confirmable | null => {
  const waiting =
    asked.kind === "move"
      ? (now?.expected ?? 0) - (now?.ready ?? 0)
      : asked.kind === "close"
        ? (now?.round?.invited ?? 0) - (now?.round?.answered ?? 0)
        : asked.kind === "close-package"
          ? (vote?.invited ?? 0) - (vote?.answered ?? 0)
          : asked.kind === "gaps"
            ? gaps.errors
            : asked.count;
  return waiting > 0 ? { ...asked, count: waiting } : null;
};

/** Everything a facilitator does with a room, each one command; what needs a second thought waits in `confirming`. */
export const useConductor = (shared: SharedView, status?: LiveStatus) => {
  const { busy, refusal, dismiss, run } = useCommand();
  // «no connection» is true only until there is one again
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the return of the connection that answers
  useEffect(() => {
    if (status === "live" && refusal?.refused === "offline") dismiss();
  }, [status]);
  const [asked, setConfirming] = useState<Confirmable | null>(null);
  const confirming = asked && stillOpen(asked, shared);
  const base = `/w/${shared.workshop.id}`;
  const { now } = shared;
  const question = now?.key ?? "";

  const open = useCallback((key: string) => run("POST", `${base}/current`, { question: key }), [base, run]);

  const move = async (to: Phase, confirmed = false) => {
    if (!now) return;
    const answered = await run("POST", `${base}/phases`, { question, from: now.phase, to, confirmed });
    if ("refused" in answered && answered.refused === "not-all-ready") {
      dismiss();
      setConfirming({ kind: "move", to, count: answered.count ?? 0 });
    }
  };

  const closeRound = async (confirmed = false) => {
    if (!now?.round) return;
    const answered = await run("POST", `${base}/rounds/${now.round.id}/closing`, { confirmed });
    if ("refused" in answered && answered.refused === "not-all-ready") {
      dismiss();
      setConfirming({ kind: "close", count: answered.count ?? 0 });
    }
  };

  const closePackage = async (confirmed = false) => {
    const answered = await run("POST", `${base}/packages/closing`, { confirmed });
    if ("refused" in answered && answered.refused === "not-all-ready") {
      dismiss();
      setConfirming({ kind: "close-package", count: answered.count ?? 0 });
    }
  };

  /** Closing; what still keeps the document from being final, and fears without an answer, are named before. */
  const finish = () =>
    shared.gaps.errors > 0 ? setConfirming({ kind: "gaps", count: shared.gaps.errors }) : closeWorkshop(true);

  const closeWorkshop = async (closed: boolean, confirmed = false) => {
    const answered = await run("POST", `${base}/closing`, { closed, confirmed });
    if ("refused" in answered && answered.refused === "fears-open") {
      dismiss();
      setConfirming({ kind: "fears", count: answered.count ?? 0 });
    }
  };

  return {
    busy,
    refusal,
    dismiss,
    confirming,
    confirm: () => {
      setConfirming(null);
      if (asked?.kind === "move") return move(asked.to, true);
      if (asked?.kind === "close") return closeRound(true);
      if (asked?.kind === "close-package") return closePackage(true);
      if (asked?.kind === "gaps") return closeWorkshop(true);
      if (asked?.kind === "fears") return closeWorkshop(true, true);
    },
    cancel: () => setConfirming(null),
    open,
    /** The first unsettled question of a stage, or its first one when all are settled. */
    openStage: (stage: string) => {
      const asked = shared.agenda.filter((item) => item.stage === stage);
      const next = asked.find((item) => item.phase !== "decided" && item.phase !== "parked") ?? asked[0];
      if (next) open(next.key);
    },
    /** The next question after the present one that is not settled yet. */
    next: () => {
      const at = shared.agenda.findIndex(({ key }) => key === question);
      const rest = [...shared.agenda.slice(at + 1), ...shared.agenda.slice(0, at + 1)];
      return rest.find((item) => item.phase !== "decided" && item.phase !== "parked") ?? null;
    },
    move,
    closeRound,
    closePackage,
    dropPackage: () => run("DELETE", `${base}/packages`, {}),
    pullOut: (round: string) => run("POST", `${base}/packages/pulls`, { round, reason: null }),
    countHands: (round: string, count: HandCount | null) => run("POST", `${base}/rounds/${round}/hands`, { count }),
    dispose: (objection: string, disposition: Disposition) =>
      run("POST", `${base}/objections/${objection}/disposition`, { disposition }),
    openRound: (seen: string) => run("POST", `${base}/rounds`, { id: newId(), question, seen }),
    openTrial: (trial: Trial, seen: string | null) =>
      run("POST", `${base}/rounds`, { id: newId(), question, seen: seen ?? "", trial }),
    decide: (decision: DecisionInput) => run("POST", `${base}/decisions`, { id: newId(), question, decision }),
    closeWorkshop,
    finish,
    callEverybody: () => run("POST", `${base}/meeting`, { change: "call" }),
    lock: (on: boolean) => run("POST", `${base}/meeting`, { change: "lock", on }),
    /** A break of so many seconds, or so many `more`; none for 0. */
    pause: (seconds: number, more = false) => run("POST", `${base}/meeting`, { change: "pause", seconds, more }),
    endAt: (at: string | null) => run("POST", `${base}/meeting`, { change: "end", at }),
    sign: (on: boolean) => run("POST", `${base}/meeting`, { change: "sign", on }),
    takeTemperature: (open: boolean) => run("POST", `${base}/temperature`, { question, open }),
    setTimer: (seconds: number, more = false) => run("POST", `${base}/timer`, { question, seconds, more }),
    group: (idea: string, group: string | null) => run("POST", `${base}/groups`, { id: idea, group }),
    seed: (text: string) => run("POST", `${base}/ideas`, { id: newId(), question, text }),
    reply: (objection: string, text: string) =>
      run("POST", `${base}/objections/${objection}/replies`, { id: newId(), text }),
  };
};

export type Conductor = ReturnType<typeof useConductor>;
