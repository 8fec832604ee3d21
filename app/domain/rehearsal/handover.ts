import type { PipelineStage } from "../pipeline/shape.ts";
import { whenOver } from "./calendar.ts";
import { fieldName, isFilledBySomebody, openStages, roleName } from "./ground.ts";
import { find, tell, type Walk } from "./walk.ts";

/** The order passes from one role to another, with its package and a time in which it is accepted or returned. */
export const handOver = (walk: Walk, before: PipelineStage, stage: PipelineStage): void => {
  const { ground, words } = walk;
  const handoff = ground.pipeline.handoffs.find(
    (one) => one.pipeline === ground.chain.key && one.fromStage === before.key && one.toStage === stage.key,
  );
  if (!handoff) return;
  const [from, to] = [roleName(ground, handoff.fromRole) ?? "", roleName(ground, handoff.toRole) ?? ""];
  const within = handoff.acceptWithin;
  tell(walk, {
    kind: "handover",
    stage: stage.key,
    who: handoff.fromRole,
    text: words.hands(to, within && words.length(within)),
    source: handoff.source,
    fields: handoff.package,
    until: within && whenOver(walk.clock, within),
  });
  if (!within) find(walk, "handoff-no-acceptance", stage.key, words.finding["handoff-no-acceptance"](from, to));
  const missing = stage.requiredFields.filter(({ field, to: when }) => when === "enter" && isStillUnknown(walk, field));
  if (missing.length > 0)
    find(
      walk,
      "package-incomplete",
      stage.key,
      words.finding["package-incomplete"](stage.name, missing.map(({ field }) => fieldName(ground, field)).join(", ")),
      { rule: missing[0]?.source[0]?.rule ?? null },
    );
};

/** A field that nobody fills in at all, or that a later stage is the first to ask for. */
const isStillUnknown = ({ ground, filled }: Walk, field: string): boolean =>
  !filled.has(field) &&
  (!isFilledBySomebody(ground, field) ||
    openStages(ground).some((stage) =>
      stage.requiredFields.some((required) => required.field === field && required.to === "leave"),
    ));
