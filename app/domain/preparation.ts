import type { AskedQuestion } from "./agenda.ts";
import type { Clock } from "./clock.ts";
import type { Participant } from "./participant.ts";
import type { Question } from "./question.ts";
import type { WorkshopRecord } from "./record.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Minutes that one question takes in the room. They come out of the plans in `templates/agenda.yaml`: 18 questions that
 * are discussed take about five minutes each, the walk takes a minute a question and stage, what is drafted before the
 * meeting or voted on as a package is read and agreed to.
 */
const MINUTES = { discussed: 5, stage: 1, drafted: 0.5 } as const;
/** Opening, breaks and closing of the two-hour plan. */
const FRAME_MINUTES = 20;

/** Minutes reckoned for one question; `question` is missing when the bank does not know it. */
export const minutesFor = ({ stage }: Pick<AskedQuestion, "stage">, question: Question | undefined): number => {
  if (question?.mode !== "live") return MINUTES.drafted;
  return stage === null ? MINUTES.discussed : MINUTES.stage;
};

const minutesOf = (asked: readonly AskedQuestion[], questions: readonly Question[]): number => {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return asked.reduce((sum, item) => sum + minutesFor(item, byId.get(item.question)), 0);
};

/** How long the whole agenda would take, in minutes, rounded up to five. */
export const estimateMinutes = (asked: readonly AskedQuestion[], questions: readonly Question[]): number =>
  Math.ceil((FRAME_MINUTES + minutesOf(asked, questions)) / 5) * 5;

/**
 * How a workshop keeps to its time: minutes that the settled questions were reckoned with, and those that are left.
 * `startedAt` is when the first question was opened, null before; `since` when the present one was put before everybody,
 * `endsAt` when people want to go.
 */
export type Pace = { startedAt: string | null; done: number; left: number } & Pick<Clock, "since" | "endsAt">;

export const paceOf = (
  { workshop, asked, questions }: WorkshopRecord,
  { since, endsAt }: Pick<Clock, "since" | "endsAt">,
): Pace => {
  const isSettled = ({ phase }: AskedQuestion) => phase === "decided" || phase === "parked";
  return {
    since,
    endsAt,
    startedAt: workshop.startedAt ?? null,
    done: minutesOf(asked.filter(isSettled), questions),
    left: minutesOf(
      asked.filter((item) => !isSettled(item)),
      questions,
    ),
  };
};

/** A workshop that goes on another day is measured by nothing: what is longer than this, in minutes, was no meeting. */
const LONGEST = 8 * 60;

/** Minutes behind the reckoning (negative: ahead of it); null before the start, and when days have passed. */
export const behind = ({ startedAt, done }: Pick<Pace, "startedAt" | "done">, now: number): number | null => {
  if (startedAt === null) return null;
  const passed = (now - Date.parse(startedAt)) / 60_000;
  return passed < 0 || passed > LONGEST ? null : Math.round(passed - done);
};

/** Departments that own a stage while nobody of them is expected: their rules would be made without them. */
export const absentDepartments = (
  { dealTypes, roles, departments }: Pick<Workshop, "dealTypes" | "roles" | "departments">,
  participants: readonly Participant[],
): { id: string; name: string; stages: string[] }[] =>
  departments.flatMap(({ id, name }) => {
    const stages = dealTypes
      .flatMap((type) => type.stages)
      .filter((stage) => roles.find((role) => role.id === stage.role)?.department === id)
      .map((stage) => stage.name);
    const isExpected = participants.some((person) => person.department === id);
    return stages.length > 0 && !isExpected ? [{ id, name, stages: [...new Set(stages)] }] : [];
  });
