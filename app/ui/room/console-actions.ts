import { useNavigate } from "react-router";
import type { Phase } from "#domain/agenda.ts";
import { FEARS } from "#domain/fear.ts";
import type { Now, SharedView } from "#domain/room.ts";
import type { MenuItem } from "#ui/primitives/menu.tsx";
import { useWords } from "#words/context.tsx";
import { isStuck } from "./after-two-rounds.tsx";
import type { DecisionKind } from "./decision-dialog.tsx";
import type { Conductor } from "./use-conductor.ts";

const BACK: Partial<Record<Phase, Phase>> = {
  reveal: "think",
  word: "reveal",
  round: "word",
  decided: "word",
  parked: "word",
};

type Given = {
  shared: SharedView;
  conductor: Conductor;
  /** Opens the dialogs that some actions need first. */
  onTimer: (of: "question" | "break") => void;
  onDecide: (kind: DecisionKind) => void;
  onEntrance: () => void;
};

/** Whether people are at work on the question, so that a timer and parking make sense. */
export const isAtWork = ({ phase }: Pick<Now, "phase">): boolean =>
  phase === "think" || phase === "reveal" || phase === "word" || phase === "round";

/**
 * Everything that a facilitator can do just now but going on: with the question that is open, with the meeting, and the
 * pages beside the room. The menu shows it, the palette finds it; `null` draws a line.
 */
export const useConsoleActions = (given: Given): { question: (MenuItem | null)[]; room: (MenuItem | null)[] } => {
  const { shared, conductor, onEntrance, onTimer } = given;
  const { t, minutes } = useWords();
  const navigate = useNavigate();
  const question = useQuestionActions(given);
  const { id, status, survey } = shared.workshop;
  const page = (label: string, icon: MenuItem["icon"], to: string): MenuItem => ({
    label,
    ...(icon && { icon }),
    onSelect: () => void navigate(`/w/${id}/${to}`),
  });
  if (status === "closed") {
    const reopen = {
      label: t("console.reopen"),
      icon: "back" as const,
      onSelect: () => conductor.closeWorkshop(false),
    };
    return { question: [], room: [page(t("console.toDocument"), "document", "document"), reopen] };
  }
  const { isLocked, isSigned, pause } = shared.meeting;
  const breaks: MenuItem[] = pause
    ? [{ label: t("pause.end"), icon: "check", onSelect: () => void conductor.pause(0) }]
    : [
        {
          label: `${t("pause.start")}: ${minutes(10)}`,
          icon: "clock",
          onSelect: () => void conductor.pause(600),
        },
        { label: t("pause.any"), icon: "clock", onSelect: () => onTimer("break") },
      ];
  const room: (MenuItem | null)[] = [
    { label: t("meeting.call"), icon: "people", onSelect: () => void conductor.callEverybody() },
    ...breaks,
    {
      label: t(isSigned ? "meeting.unsign" : "meeting.sign"),
      icon: "edit",
      onSelect: () => void conductor.sign(!isSigned),
    },
    {
      label: t(isLocked ? "move.lockOff" : "move.lockOn"),
      icon: "lock",
      onSelect: () => void conductor.lock(!isLocked),
    },
    { label: t("room.entrance"), icon: "people", onSelect: onEntrance },
    null,
    page(t("subgroups.title"), "people", "subgroups"),
    page(t("fears.title"), "objection", "fears"),
    page(t("package.title"), "vote", "package"),
    ...(survey ? [page(t("console.survey"), "idea", "survey")] : []),
    page(t("console.toDocument"), "document", "document"),
    page(t("document.rehearse"), "clock", "rehearsal"),
    page(t("console.setUp"), "settings", "set-up"),
    page(t("lead.title"), "people", "lead"),
    { label: t("console.finish"), icon: "lock", onSelect: () => void conductor.finish() },
  ];
  return { question, room };
};

const useQuestionActions = ({ shared: { now }, conductor, onTimer, onDecide }: Given): (MenuItem | null)[] => {
  const { t, minutes } = useWords();
  if (!now) return [];
  const works = isAtWork(now);
  const back = BACK[now.phase];
  const timer = (count: number): MenuItem => ({
    label: `${t("console.timer")}: ${minutes(count)}`,
    icon: "clock",
    onSelect: () => void conductor.setTimer(count * 60),
  });
  const timers: (MenuItem | null)[] = [
    ...[1, 2, 5].map(timer),
    { label: t("timer.any"), icon: "clock", onSelect: () => onTimer("question") },
    ...(now.timer
      ? [
          {
            label: t("move.moreTime", { count: 1 }),
            icon: "add" as const,
            onSelect: () => void conductor.setTimer(60, true),
          },
          { label: t("console.timerStop"), icon: "close" as const, onSelect: () => void conductor.setTimer(0) },
        ]
      : []),
    null,
  ];
  return [
    ...(works ? timers : []),
    // fears are answered on their wall, which is the step ahead; they may be worded into a rule as well
    ...(now.phase === "waiting" || (now.phase === "reveal" && now.question.id === FEARS)
      ? [{ label: t("move.word"), icon: "edit" as const, onSelect: () => void conductor.move("word") }]
      : []),
    ...(now.phase === "word"
      ? [
          {
            label: t("console.temperature"),
            icon: "people" as const,
            onSelect: () => void conductor.takeTemperature(true),
          },
        ]
      : []),
    ...(back ? [{ label: t("move.back"), icon: "back" as const, onSelect: () => void conductor.move(back) }] : []),
    ...(isStuck(now)
      ? [
          { label: t("console.trial"), icon: "edit" as const, onSelect: () => onDecide("trial") },
          { label: t("console.head"), icon: "check" as const, onSelect: () => onDecide("head") },
        ]
      : []),
    ...(works ? [{ label: t("move.park"), icon: "park" as const, onSelect: () => onDecide("parked") }] : []),
    null,
  ];
};
