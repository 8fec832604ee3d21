import type { AskedQuestion } from "./agenda.ts";
import type { Participant } from "./participant.ts";
import type { Question } from "./question.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Minutes that one question takes in the room. They come out of the plans in `templates/agenda.yaml`: 18 questions that
 * are discussed take about five minutes each, the walk takes a minute a question and stage, what is drafted before the
 * meeting or voted on as a package is read and agreed to.
 */
const MINUTES = { discussed: 5, stage: 1, drafted: 0.5 } as const;
/** Opening, breaks and closing of the two-hour plan. */
const FRAME_MINUTES = 20;

/** How long the whole agenda would take, in minutes, rounded up to five. */
export const estimateMinutes = (asked: readonly AskedQuestion[], questions: readonly Question[]): number => {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const total = asked.reduce((sum, item) => {
    const question = byId.get(item.question);
    if (question?.mode !== "live") return sum + MINUTES.drafted;
    return sum + (item.stage === null ? MINUTES.discussed : MINUTES.stage);
  }, FRAME_MINUTES);
  return Math.ceil(total / 5) * 5;
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
