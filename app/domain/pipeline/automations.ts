import type { Rule } from "../rule.ts";
import { chainStageKey, type Material, optionalRole, optionName, pipelineKey, sourceOf } from "./given.ts";
import { durationOf } from "./norms.ts";
import type { Automation } from "./shape.ts";

type Part = Pick<Automation, "trigger" | "does" | "text"> & Partial<Pick<Automation, "role" | "after" | "stage">>;

const WHEN: Partial<Record<Automation["does"], Automation["trigger"]>> = {
  "block-move": "stage-left",
  escalate: "overdue",
};
const DOES: Automation["does"][] = [
  "create-task",
  "notify-client",
  "notify-colleague",
  "set-field",
  "change-owner",
  "block-move",
  "escalate",
  "create-doc",
];

/** What the CRM does by itself because a rule says so. */
export const composeAutomations = (material: Material): Automation[] =>
  material.rules.flatMap((rule) => {
    const stage = chainStageKey(material, rule.dealType, rule.stage);
    if (rule.stage !== null && stage === null) return [];
    return [
      ...atStage(material, rule),
      ...fromNorms(material, rule),
      ...fromSteps(material, rule),
      ...fromChoice(material, rule),
    ].map(
      (part, at): Automation => ({
        key: material.keys(
          "automation",
          `${rule.question}#${at}`,
          [rule.questionId, rule.stage, part.does].filter(Boolean).join(" "),
        ),
        pipeline: pipelineKey(material, rule.dealType),
        stage,
        role: null,
        after: null,
        ...part,
        source: sourceOf(rule),
      }),
    );
  });

const atStage = (material: Material, rule: Rule): Part[] => {
  if (rule.questionId !== "stage-automation" || rule.answer.kind !== "multi") return [];
  const known = rule.answer.optionIds.map((id): Part => {
    const does = DOES.find((name) => name === id) ?? "other";
    return { trigger: WHEN[does] ?? "stage-entered", does, text: optionName(material, rule, id) };
  });
  return [...known, ...rule.answer.own.map((text): Part => ({ trigger: "stage-entered", does: "other", text }))];
};

/** A norm warns before its end and, when it is over, tells the one whom the rule names. */
const fromNorms = (material: Material, rule: Rule): Part[] => {
  if (rule.answer.kind !== "duration") return [];
  return rule.answer.norms.flatMap((norm): Part[] => {
    const text = norm.what;
    const role = optionalRole(material, norm.escalateTo, rule);
    const after = durationOf(material, norm.limit);
    if (rule.questionId === "control-stuck-deals")
      return [{ trigger: "no-contact", does: "escalate", text, role, after }];
    if (rule.questionId === "outcome-deferred")
      return [{ trigger: "deferred", does: "create-task", text, role, after }];
    return [
      ...(norm.warnBefore
        ? [
            {
              trigger: "before-due",
              does: "notify-colleague",
              text,
              after: durationOf(material, norm.warnBefore),
            } as const,
          ]
        : []),
      ...(role ? [{ trigger: "overdue", does: "escalate", text, role, after } as const] : []),
    ];
  });
};

const STEPS: Record<string, Pick<Part, "trigger" | "does">> = {
  "control-overdue-ladder": { trigger: "overdue", does: "escalate" },
  "intake-no-answer-cadence": { trigger: "no-answer", does: "create-task" },
};

const fromSteps = (material: Material, rule: Rule): Part[] => {
  const kind = STEPS[rule.questionId];
  if (!kind || rule.answer.kind !== "steps") return [];
  return rule.answer.steps.map(({ text, who, due }) => ({
    ...kind,
    text,
    role: optionalRole(material, who, rule),
    after: durationOf(material, due),
  }));
};

const fromChoice = (material: Material, rule: Rule): Part[] =>
  rule.questionId === "intake-distribution" && rule.answer.kind === "single"
    ? [
        {
          trigger: "deal-created",
          does: "change-owner",
          text: rule.answer.own ?? optionName(material, rule, rule.answer.optionId),
        },
      ]
    : [];
