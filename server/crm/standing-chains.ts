import { z } from "zod";
import type { Json } from "#exports/crm/contract.ts";
import type { Ask } from "./carry-out.ts";

/** What an account already has, as its own answers; `app/domain/existing-chain` reads them. Only asks, changes nothing. */
const ASKED: Record<string, (ask: Ask) => Promise<Json[]>> = {
  amocrm: async (ask) => [await ask("GET", "/api/v4/leads/pipelines", null)],
  bitrix24: async (ask) => {
    // 2 is the entity type of deals
    const categories = await ask("POST", "crm.category.list", { entityTypeId: 2 });
    const stagesOf = (entity: string) =>
      ask("POST", "crm.status.list", { order: { SORT: "ASC" }, filter: { ENTITY_ID: entity } });
    const answers = [categories];
    for (const id of idsOf(categories)) answers.push(await stagesOf(id === 0 ? "DEAL_STAGE" : `DEAL_STAGE_${id}`));
    return answers;
  },
};

const Categories = z.object({ result: z.object({ categories: z.array(z.object({ id: z.coerce.number() })) }) });
const idsOf = (answer: Json): number[] => Categories.parse(answer).result.categories.map(({ id }) => id);

/** The CRMs whose chains can be asked for. */
export const ASKABLE = Object.keys(ASKED);

/** @throws {Error} with the server's own reason, without secrets */
export const standingChains = (vendor: string, ask: Ask): Promise<Json[]> => {
  const asked = ASKED[vendor];
  if (!asked) throw new Error(`no chains of ${vendor}`);
  return asked(ask);
};
