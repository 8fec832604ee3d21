import type { Answer } from "../answer.ts";

const joined = (...texts: (string | undefined | string[])[]): string => texts.flat().filter(Boolean).join(" ");

/** What was written in an answer, one text for each of its items; options stand by their ids. */
export const linesOf = (answer: Answer): string[] => {
  switch (answer.kind) {
    case "text":
      return answer.lines;
    case "single":
      return [joined(answer.optionId, answer.own, answer.note)];
    case "multi":
      return [...answer.optionIds, ...answer.own];
    case "role":
      return [
        ...(answer.accountable ? [answer.accountable] : []),
        ...answer.legs.map(({ role }) => role),
        ...answer.assignments.map(({ subject }) => subject),
        ...answer.checks.map(({ signs }) => joined(signs)),
      ];
    case "fields":
      return answer.fields.map(({ label, usedIn }) => joined(label, usedIn));
    case "duration":
      return answer.norms.map(({ what, startEvent }) => joined(what, startEvent));
    case "limit":
      return answer.limits.map(({ condition, floor }) => joined(condition, floor));
    case "metrics":
      return answer.metrics.map(({ name, formula, decision }) => joined(name, formula, decision));
    case "lossReasons":
      return answer.reasons.map(({ name, group }) => joined(name, group));
    case "steps":
      return answer.steps.map(({ text }) => text);
    case "pairs":
      return answer.pairs.map(({ left, right, proof }) => joined(left, right, proof));
    case "yesno":
      return [joined(answer.condition, answer.exceptions)];
  }
};
