import { PlanRefused, type Vendor } from "../contract.ts";
import { byHand } from "./by-hand.ts";
import { addFields } from "./fields.ts";
import { addRoles } from "./roles.ts";
import { addPipeline, ownStages } from "./stages.ts";

/** Pipedrive, API v2; only roles are still of v1. */
export const pipedrive: Vendor = {
  name: "pipedrive",
  title: "Pipedrive",
  api: "Pipedrive API v2",
  checked: "2026-11-23",
  byHand,
  draft(draft, pipeline) {
    const taken = new Set<string>();
    for (const one of pipeline.pipelines) {
      if (ownStages(one).length === 0)
        throw new PlanRefused(
          draft.say(
            `Воронка ${one.name}: для Pipedrive нужен хотя бы один этап работы`,
            `Pipeline ${one.name}: Pipedrive needs one stage of work at least`,
          ),
        );
      addPipeline(draft, one, taken);
    }
    addFields(draft, pipeline);
    addRoles(draft, pipeline);
  },
};
