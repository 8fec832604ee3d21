import { say } from "../language.ts";
import { type Material, optionName, pipelineKey, questionOfRule, sourceOf } from "./given.ts";
import type { Pipeline } from "./shape.ts";

type Setting = Pipeline["settings"][number];

/** Choices that stand elsewhere: the win moment at its pipeline, deal types among them, visibility among the permissions. */
const ELSEWHERE = new Set([
  "deal-win-moment",
  "deal-types-list",
  "deal-industry-specifics",
  "access-visibility",
  "goals-why-crm",
]);
const INTAKE = new Set(["intake", "first-contact"]);

/** What was chosen or answered with yes or no: the switches of the configuration. */
export const composeSettings = (material: Material): { intake: Setting[]; settings: Setting[] } => {
  const all = material.rules.flatMap((rule) => {
    const question = questionOfRule(material, rule);
    const { answer } = rule;
    if (rule.stage !== null || question.feeds.length === 0 || ELSEWHERE.has(question.id)) return [];
    if (answer.kind !== "single" && answer.kind !== "multi" && answer.kind !== "yesno") return [];
    const known =
      answer.kind === "single"
        ? answer.own
          ? []
          : [answer.optionId]
        : answer.kind === "multi"
          ? answer.optionIds
          : [];
    const own = answer.kind === "yesno" ? [] : [answer.own ?? []].flat();
    const setting: Setting = {
      key: material.keys("setting", rule.question, question.id),
      about: question.id,
      name: say(question.wording, material.language),
      pipeline: pipelineKey(material, rule.dealType),
      choices: [
        ...known.map((id) => ({ key: material.keys(question.id, id), name: optionName(material, rule, id) })),
        ...own.map((name) => ({ key: material.keys(question.id, name, name), name })),
      ],
      yes: answer.kind === "yesno" ? answer.value : null,
      condition:
        (answer.kind === "yesno" ? answer.condition : answer.kind === "single" ? answer.note : undefined) ?? null,
      exceptions: answer.kind === "yesno" ? answer.exceptions : [],
      source: sourceOf(rule),
    };
    return [{ setting, intake: INTAKE.has(question.block) }];
  });
  return {
    intake: all.filter(({ intake }) => intake).map(({ setting }) => setting),
    settings: all.filter(({ intake }) => !intake).map(({ setting }) => setting),
  };
};
