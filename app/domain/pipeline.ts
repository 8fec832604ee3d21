import type { Catalogue } from "./catalogue.ts";
import { composeAutomations } from "./pipeline/automations.ts";
import type { Chain } from "./pipeline/chain.ts";
import { composeDealTypes, composeGuides, rulesOfChain } from "./pipeline/deal-types.ts";
import { composeFields } from "./pipeline/fields.ts";
import { type Material, materialOf, pipelineKey, roleName, sourceOf } from "./pipeline/given.ts";
import { composeHandoffs } from "./pipeline/handoffs.ts";
import { composeLimits } from "./pipeline/limits.ts";
import { composeMeasures } from "./pipeline/measures.ts";
import { composeNorms } from "./pipeline/norms.ts";
import { notExpressed } from "./pipeline/not-expressed.ts";
import { composeLossReasons, wonMoment } from "./pipeline/outcomes.ts";
import { composeAssignments, composeChecks, composePermissions, ownersOf } from "./pipeline/permissions.ts";
import { composeSettings } from "./pipeline/settings.ts";
import { type Pipeline, VERSION } from "./pipeline/shape.ts";
import { composeStages } from "./pipeline/stages.ts";
import { composeProcedures } from "./pipeline/tasks.ts";
import type { WorkshopRecord } from "./record.ts";
import { departmentName } from "./workshop.ts";

export { Pipeline, type PipelineStage, pipelineSchema, VERSION } from "./pipeline/shape.ts";

/** The configuration that the adopted rules of a workshop amount to. The same record gives the same pipeline. */
export const composePipeline = (record: WorkshopRecord, catalogue: Catalogue): Pipeline => {
  const material = materialOf(record, catalogue);
  // fields come first: their names decide the keys by which everything else refers to them
  const fields = composeFields(material);
  const pipelines = material.chains.map((chain) => onePipeline(material, chain));
  const composed = {
    dealTypes: composeDealTypes(material),
    pipelines,
    fields,
    assignments: composeAssignments(material),
    handoffs: composeHandoffs(material),
    lossReasons: composeLossReasons(material),
    discountLimits: composeLimits(material, "offer-discount-limits"),
    bonuses: composeLimits(material, "offer-bonuses"),
    paymentTerms: composeLimits(material, "offer-payment-terms"),
    permissions: composePermissions(material),
    checks: composeChecks(material),
    norms: composeNorms(material),
    automations: composeAutomations(material),
    procedures: composeProcedures(material),
    guides: composeGuides(material),
    ...composeSettings(material),
    ...composeMeasures(material),
  };
  const elements = { ...composed, roles: composeRoles(material, pipelines) };
  return {
    format: "reglament.pipeline",
    version: VERSION,
    company: record.workshop.company,
    title: record.workshop.title,
    language: record.workshop.language,
    edition: {
      date: (record.decisions.at(-1)?.at ?? record.workshop.createdAt).slice(0, 10),
      rules: material.rules.length,
    },
    ...elements,
    notExpressed: notExpressed(material, elements),
  };
};

const onePipeline = (material: Material, chain: Chain): Pipeline["pipelines"][number] => {
  const { id, name } = chain.dealType;
  return {
    key: pipelineKey(material, id) ?? id,
    name,
    dealType: material.keys("dealType", id, name),
    stages: composeStages(material, chain),
    won: wonMoment(material, chain),
    owners: ownersOf(material, id),
    source: sourceOf(...rulesOfChain(material, chain)),
  };
};

/** The roles that some rule names, in the order in which they are named, each with the stages it answers for. */
const composeRoles = (material: Material, pipelines: Pipeline["pipelines"]): Pipeline["roles"] =>
  [...material.roles].map(([id, rules]) => {
    const key = material.keys("role", id);
    const { workshop } = material.record;
    const department =
      workshop.roles.find((role) => role.id === id)?.department ?? material.catalogue.roles[id]?.department ?? null;
    return {
      key,
      name: roleName(material, id),
      department: department && departmentName(workshop, department),
      responsibleFor: pipelines.flatMap(({ stages }) =>
        stages.filter(({ responsible }) => responsible?.role === key).map((stage) => stage.key),
      ),
      source: sourceOf(...rules),
    };
  });
