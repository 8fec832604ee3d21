import type { Rule } from "../rule.ts";
import type { Stage } from "../stage.ts";
import type { Chain } from "./chain.ts";
import { given, type Material, pipelineKey, roleKey, sourceOf, stageKey } from "./given.ts";
import { durationOf } from "./norms.ts";
import type { Pipeline } from "./shape.ts";
import { responsibleFor } from "./stage-rules.ts";

/** Two neighbouring stages for which different roles answer. */
export type Change = {
  from: Stage;
  to: Stage;
  giver: { role: string; rule: Rule };
  taker: { role: string; rule: Rule };
};

export const changesOfRole = (material: Pick<Material, "rules">, chain: Chain): Change[] =>
  chain.stages.flatMap((to, at) => {
    const from = chain.stages[at - 1];
    if (!from) return [];
    const giver = responsibleFor(material, chain, from);
    const taker = responsibleFor(material, chain, to);
    return giver && taker && giver.role !== taker.role ? [{ from, to, giver, taker }] : [];
  });

/**
 * The stage that the package is handed over to: the first change of roles by which all of its fields can be known.
 * The answer lists fields without saying between whom, and a contract cannot be asked for before there is one.
 */
export const packageStage = (material: Pick<Material, "rules">, chain: Chain): Stage | null => {
  const [answered] = given(material, "handoff-package", "fields", chain.dealType.id);
  if (!answered) return null;
  const known = Math.max(-1, ...answered.answer.fields.map(({ fieldId }) => knownFrom(material, chain, fieldId)));
  return changesOfRole(material, chain).find(({ from }) => chain.stages.indexOf(from) >= known)?.to ?? null;
};

/** The place in the chain where a rule first requires the field, or −1. */
const knownFrom = ({ rules }: Pick<Material, "rules">, chain: Chain, field: string): number => {
  const places = rules.flatMap((rule) =>
    rule.answer.kind === "fields" && rule.dealType === chain.dealType.id
      ? rule.answer.fields
          .filter(({ fieldId }) => fieldId === field)
          .map(({ requiredFromStage }) => chain.stages.findIndex(({ id }) => id === (requiredFromStage ?? rule.stage)))
      : [],
  );
  const found = places.filter((place) => place >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
};

export const composeHandoffs = (material: Material): Pipeline["handoffs"] =>
  material.chains.flatMap((chain) => {
    const { id } = chain.dealType;
    const [bundle] = given(material, "handoff-package", "fields", id);
    const [acceptance] = given(material, "handoff-acceptance", "duration", id);
    const receiver = packageStage(material, chain)?.id;
    return changesOfRole(material, chain).map(({ from, to, giver, taker }) => ({
      key: material.keys(
        "handoff",
        `${id}/${from.id}-to-${to.id}`,
        `${from.id} to ${to.id}`,
        `${id} ${from.id} to ${to.id}`,
      ),
      pipeline: pipelineKey(material, id) ?? id,
      fromStage: stageKey(material, id, from.id),
      toStage: stageKey(material, id, to.id),
      fromRole: roleKey(material, giver.role, giver.rule),
      toRole: roleKey(material, taker.role, taker.rule),
      package:
        to.id === receiver && bundle ? bundle.answer.fields.map(({ fieldId }) => material.keys("field", fieldId)) : [],
      acceptWithin: durationOf(material, acceptance?.answer.norms[0]?.limit),
      source: sourceOf(giver.rule, taker.rule, acceptance?.rule, to.id === receiver ? bundle?.rule : null),
    }));
  });
