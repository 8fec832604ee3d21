import type { Answer } from "#domain/answer.ts";
import type { Question } from "#domain/question.ts";

const HOUR = { value: 1, unit: "workHour" as const };
const ROLES = ["sales-manager", "sales-head", "director", "accountant"];
const COUNTS = [1, 2, 3, 4, 5, 6, 8, 11, 13];

/**
 * Answers to a question that differ in everything a condition can speak of: how many items, with all their optional
 * parts or with none, in which words.
 */
export const answersTo = (question: Question, words: readonly string[]): Answer[] =>
  COUNTS.flatMap((count) =>
    ["—", ...words].flatMap((text) =>
      [true, false].flatMap((whole) =>
        of(
          question,
          Array.from({ length: count }, (_, at) => at),
          text,
          whole,
        ),
      ),
    ),
  );

const of = ({ kind, options }: Question, items: number[], text: string, whole: boolean): Answer[] => {
  const role = (at: number) => ROLES[at % ROLES.length] ?? "director";
  switch (kind) {
    case "text":
      return [{ kind, lines: items.map(() => text) }];
    case "single":
      return options.map(({ id }) => ({ kind, optionId: id, ...(whole && { own: text }) }));
    case "multi":
      return [
        {
          kind,
          optionIds: options.slice(0, items.length).map(({ id }) => id),
          own: whole ? items.map(() => text) : [],
        },
        { kind, optionIds: options.slice(-1).map(({ id }) => id), own: [] },
      ];
    case "role": {
      const assignments = items.map((at) => ({
        from: role(at),
        to: role(at),
        subject: text,
        ...(whole && { acceptWithin: HOUR }),
      }));
      const legs = items.map((at) => ({ fromStage: "a", toStage: "b", role: role(at) }));
      const checks = items.map((at) => ({ role: role(at), signs: [text] }));
      const none = { legs: [], assignments: [], checks: [] };
      return [
        { kind, accountable: "sales-head", ...none },
        { kind, ...none, legs },
        { kind, ...none, assignments },
        { kind, ...none, checks },
      ];
    }
    case "fields":
      return [
        {
          kind,
          fields: items.map((at) => ({
            fieldId: `f${at}`,
            label: text,
            type: whole ? "select" : "text",
            required: whole,
            auto: whole,
            usedIn: whole ? ["x"] : [],
            ...(whole && { filledBy: role(at) }),
          })),
        },
      ];
    case "duration":
      return [
        {
          kind,
          norms: items.map((at) => ({
            what: text,
            limit: HOUR,
            ...(whole && {
              startEvent: "—",
              warnBefore: HOUR,
              escalateTo: role(at),
              calendar: "round-the-clock" as const,
            }),
          })),
        },
      ];
    case "limit":
      return (["percent", "money", "days"] as const).map((unit) => ({
        kind,
        limits: items.map((at) => ({ role: role(at), max: 1, unit, ...(whole && { approverAbove: "director" }) })),
      }));
    case "metrics":
      return [
        {
          kind,
          metrics: items.map((at) => ({
            name: text,
            sourceFields: whole ? ["f"] : [],
            audience: whole ? [role(at)] : [],
            ...(whole && { formula: "—", decision: "—", baseline: "—", target: "—" }),
          })),
        },
      ];
    case "lossReasons":
      return [
        {
          kind,
          reasons: items.map((at) => ({
            id: `r${at}`,
            name: text,
            group: whole ? "us" : "price",
            commentRequired: whole,
          })),
        },
      ];
    case "steps":
      return [
        {
          kind,
          steps: items.map((at) => ({
            text,
            mode: "do" as const,
            counterpart: "client" as const,
            mandatory: whole,
            ...(whole && { who: role(at), recordIn: "f", due: HOUR }),
          })),
        },
      ];
    case "pairs":
      return [
        {
          kind,
          pairs: items.map(() => ({ left: text, right: "—", ...(whole && { proof: "—", kpi: "kpi-on-time" }) })),
        },
      ];
    case "yesno":
      return [true, false].map((value) => ({ kind, value, exceptions: whole ? items.map(() => text) : [] }));
  }
};
