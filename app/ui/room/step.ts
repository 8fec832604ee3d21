import { FEARS } from "#domain/fear.ts";
import type { SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";
import { isStuck } from "./after-two-rounds.tsx";
import type { Conductor } from "./use-conductor.ts";

/** What comes next: said on the one button, and first in the palette. `waits` while the shared text is not there yet. */
export type Step = { label: string; run: () => void; to?: string; waits?: boolean };

type Given = { shared: SharedView; conductor: Conductor; seen: string | null };

/** The next step of the meeting from where it stands; null where the screen has more than one way on. */
export const useStep = ({ shared, conductor, seen }: Given): Step | null => {
  const { t } = useWords();
  const { now, workshop } = shared;
  if (workshop.status === "closed" || shared.subgroups || (!now && shared.package)) return null;
  const next = conductor.next();
  const question = (label: string): Step =>
    next
      ? { label, run: () => void conductor.open(next.key) }
      : { label: t("console.toDocument"), run: () => {}, to: `/w/${workshop.id}/document` };
  if (!now) return question(t("console.openFirst"));
  if (isStuck(now)) return null;
  const verdict = now.round?.outcome?.verdict;
  switch (now.phase) {
    case "waiting":
      return { label: t("move.think"), run: () => void conductor.move("think") };
    case "think":
      return { label: t("move.reveal"), run: () => void conductor.move("reveal") };
    case "reveal":
      if (now.question.id === FEARS) return { label: t("fears.toWall"), run: () => {}, to: `/w/${workshop.id}/fears` };
      return { label: t("move.word"), run: () => void conductor.move("word") };
    case "word":
      return {
        label: t("move.round"),
        run: () => void (seen !== null && conductor.openRound(seen)),
        waits: seen === null,
      };
    case "round":
      if (now.round?.status === "open") return { label: t("move.close"), run: () => void conductor.closeRound() };
      return verdict === "unanimous" || verdict === "almost-unanimous"
        ? { label: t("console.decide"), run: () => void conductor.decide({ kind: "consent" }) }
        : { label: t("console.newWording"), run: () => void conductor.move("word") };
    default:
      return question(t("console.openNext"));
  }
};
