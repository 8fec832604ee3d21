import type { Pipeline } from "#domain/pipeline.ts";
import type { Draft } from "../draft.ts";
import { fieldCodes } from "./codes.ts";

const DEAL = 2;
/** What the card of a deal begins with in every portal. */
const USUAL = ["TITLE", "OPPORTUNITY_WITH_CURRENCY", "STAGE_ID", "CLIENT", "ASSIGNED_BY_ID"];

/** The card of a deal of this pipeline: a section a stage with the fields that must be filled in there, in this order. */
export const addCard = (draft: Draft, pipeline: Pipeline, one: Pipeline["pipelines"][number]): void => {
  const { say, quote } = draft.names;
  const made = new Set(draft.steps.map((step) => step.id));
  const ofDeal = pipeline.fields.filter(({ key, entity }) => entity === "deal" && made.has(`field.${key}`));
  const codes = fieldCodes(pipeline.fields.filter(({ key }) => made.has(`field.${key}`)).map(({ key }) => key));
  const placed = new Set<string>();
  const sections = one.stages.flatMap((stage, index) => {
    const elements = stage.requiredFields
      .filter(({ field }) => ofDeal.some(({ key }) => key === field) && !placed.has(field))
      .map(({ field }) => {
        placed.add(field);
        return { name: `UF_CRM_${codes.get(field)}`, optionFlags: 1 };
      });
    return elements.length ? [{ name: `stage_${index + 1}`, title: stage.name, type: "section", elements }] : [];
  });
  const rest = ofDeal.filter(({ key }) => !placed.has(key)).map(({ key }) => ({ name: `UF_CRM_${codes.get(key)}` }));
  draft.step({
    id: `card.${one.key}`,
    does: say(`Карточка сделки в воронке ${quote(one.name)}`, `Card of a deal in the pipeline ${quote(one.name)}`),
    path: "crm.item.details.configuration.set",
    body: {
      entityTypeId: DEAL,
      scope: "C",
      extras: { dealCategoryId: `{{pipeline.${one.key}}}` },
      data: [
        {
          name: "main",
          title: say("О сделке", "About the deal"),
          type: "section",
          elements: USUAL.map((name) => ({ name, optionFlags: 1 })),
        },
        ...sections,
        ...(rest.length ? [{ name: "more", title: say("Ещё", "More"), type: "section", elements: rest }] : []),
      ],
    },
  });
};
