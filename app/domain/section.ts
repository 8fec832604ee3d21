import type { AskedQuestion } from "./agenda.ts";
import type { WorkshopRecord } from "./record.ts";

/**
 * Whether everything of the section of this question is settled: of its stage, or of its block where it has no stage. A
 * section of one question is no section. This is the moment to ask whether anything was left unsaid.
 */
export const closesSection = (
  { asked, questions }: Pick<WorkshopRecord, "asked" | "questions">,
  key: string,
): boolean => {
  const now = asked.find((item) => item.key === key);
  if (!now) return false;
  const blockOf = ({ question }: AskedQuestion) => questions.find(({ id }) => id === question)?.block;
  const own = asked.filter((item) =>
    now.stage === null
      ? item.stage === null && blockOf(item) === blockOf(now)
      : item.dealType === now.dealType && item.stage === now.stage,
  );
  return own.length > 1 && own.every(({ phase }) => phase === "decided" || phase === "parked");
};
