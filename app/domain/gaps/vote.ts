import { say } from "../language.ts";
import { openObjections } from "../objection.ts";
import { namesDoer, namesTerm } from "../plain-wording.ts";
import { lastDecision } from "../record.ts";
import { outcomeOfRound } from "../room.ts";
import type { Rule } from "../rule.ts";
import { type Checks, type Evidence, type Finding, once } from "./evidence.ts";

/** What is printed is what was adopted, by a vote that counts, and somebody looks at it again. */
export const VOTE = {
  "part-empty": ({ catalogue, record, rules, language }) =>
    catalogue.sections
      .filter(({ id }) => !rules.some(({ sections }) => sections.includes(id)))
      .flatMap(({ name, number, questions }): Finding[] => {
        const asked = record.asked.filter(({ question }) => questions.includes(question));
        // «not agreed», with an owner and a date, closes a section as well
        if (asked.some(({ key }) => lastDecision(record, key)?.kind === "parked")) return [];
        return [{ detail: `${number} ${say(name, language)}`, ...(asked[0] && { question: asked[0].key }) }];
      }),
  "rule-not-adopted": (evidence) =>
    ofRules(evidence, (rule) => rule.decision.kind === "consent" && verdictOf(evidence, rule) === "below-threshold"),
  "quorum-missed": (evidence) =>
    ofRules(evidence, (rule) => rule.decision.kind === "consent" && verdictOf(evidence, rule) === "no-quorum"),
  "objection-open": (evidence) =>
    ofRules(evidence, ({ question }) => openObjections(evidence.record.objections, question).length > 0),
  "no-review": ({ rules }) => once(!rules.some(({ questionId }) => questionId === "adoption-review")),
  "rule-passive": (evidence) => ofRules(evidence, (rule) => isPassive(evidence, rule)),
} satisfies Checks;

const ofRules = ({ rules }: Evidence, wanting: (rule: Rule) => boolean): Finding[] =>
  rules.filter(wanting).map((rule) => ({
    detail: rule.id,
    question: rule.question,
    ...(rule.stage !== null && { stage: rule.stage }),
  }));

const verdictOf = ({ record }: Evidence, { decision }: Rule) => {
  const round = record.rounds.find(({ id }) => decision.kind !== "parked" && id === decision.round);
  return round ? outcomeOfRound(record, round).verdict : "no-quorum";
};

/** Steps and norms tell people what to do; lists, facts and choices need no doer of their own. */
const TELLING = new Set(["steps", "duration", "yesno"]);

const isPassive = ({ record }: Evidence, rule: Rule): boolean =>
  TELLING.has(rule.answer.kind) && !(namesDoer(rule, record.workshop) && namesTerm(rule));
