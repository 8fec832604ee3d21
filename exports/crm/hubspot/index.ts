import { PlanRefused, type Vendor } from "../contract.ts";
import { byHand } from "./by-hand.ts";
import { addProperties } from "./properties.ts";
import { addPipelines } from "./stages.ts";

/** Pipelines of one object in an account with the largest subscription. */
const MAX_PIPELINES = 100;

/** HubSpot, CRM API v3: pipelines of deals and properties. */
export const hubspot: Vendor = {
  name: "hubspot",
  title: "HubSpot",
  api: "HubSpot CRM API v3",
  checked: "2026-11-23",
  byHand,
  draft(draft, pipeline) {
    if (pipeline.pipelines.length > MAX_PIPELINES)
      throw new PlanRefused(
        draft.say(
          `Воронок ${pipeline.pipelines.length}, в HubSpot помещается не больше ${MAX_PIPELINES}`,
          `${pipeline.pipelines.length} pipelines, HubSpot holds no more than ${MAX_PIPELINES}`,
        ),
      );
    addPipelines(draft, pipeline);
    addProperties(draft, pipeline);
  },
};
