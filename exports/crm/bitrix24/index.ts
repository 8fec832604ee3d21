import { PlanRefused, type Vendor } from "../contract.ts";
import { byHand } from "./by-hand.ts";
import { addCard } from "./card.ts";
import { addFields } from "./fields.ts";
import { addPipeline } from "./stages.ts";

/** Bitrix24 REST. All calls are POST; the address holds the secret of the webhook. */
export const bitrix24: Vendor = {
  name: "bitrix24",
  title: "Битрикс24 / Bitrix24",
  api: "Bitrix24 REST",
  checked: "2026-11-23",
  byHand,
  draft(draft, pipeline) {
    for (const [index, one] of pipeline.pipelines.entries()) {
      if (!one.stages.some(({ outcome }) => outcome === "open"))
        throw new PlanRefused(
          draft.say(
            `Воронка ${one.name}: для Битрикс24 нужен хотя бы один этап работы`,
            `Pipeline ${one.name}: Bitrix24 needs one stage of work at least`,
          ),
        );
      addPipeline(draft, one, index + 1);
    }
    addFields(draft, pipeline);
    for (const one of pipeline.pipelines) addCard(draft, pipeline, one);
  },
};
