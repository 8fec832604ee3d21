import { z } from "zod";
import { type Read, stageOf } from "./read.ts";

/** Bitrix24 writes numbers as texts in some answers and as numbers in others. */
const Numeric = z.coerce.number();

const Status = z.object({
  ENTITY_ID: z.string(),
  NAME: z.string(),
  SORT: Numeric.default(0),
  SEMANTICS: z.string().nullish(),
  EXTRA: z.object({ SEMANTICS: z.string().nullish() }).nullish(),
});
const Statuses = z.object({ result: z.array(Status) });
const Categories = z.object({
  result: z.object({ categories: z.array(z.object({ id: Numeric, name: z.string(), sort: Numeric.default(0) })) }),
});

/** Deals of the general pipeline are in `DEAL_STAGE`, those of category 5 in `DEAL_STAGE_5`; other lists are no chains. */
const DEAL_STAGE = /^DEAL_STAGE(?:_(\d+))?$/;

const endingOf = ({ SEMANTICS, EXTRA }: z.infer<typeof Status>): "won" | "lost" | null => {
  if (SEMANTICS === "S" || EXTRA?.SEMANTICS === "success") return "won";
  return SEMANTICS === "F" || /^(failure|apology)$/.test(EXTRA?.SEMANTICS ?? "") ? "lost" : null;
};

/** `crm.status.list` with the names of `crm.category.list` where that is there too; null when there are no deal stages. */
export const bitrix24Chains = (answers: unknown[]): Read | null => {
  const statuses = answers.flatMap((answer) => Statuses.safeParse(answer).data?.result ?? []);
  const categories = answers.flatMap((answer) => Categories.safeParse(answer).data?.result.categories ?? []);
  const byCategory = new Map<number, z.infer<typeof Status>[]>();
  for (const status of statuses) {
    const entity = DEAL_STAGE.exec(status.ENTITY_ID);
    if (!entity) continue;
    const category = Number(entity[1] ?? 0);
    byCategory.set(category, [...(byCategory.get(category) ?? []), status]);
  }
  if (byCategory.size === 0) return null;
  const placeOf = (category: number) => categories.find(({ id }) => id === category)?.sort ?? category;
  return {
    chains: [...byCategory]
      .sort(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([category, list]) => {
        const inOrder = list.toSorted((a, b) => a.SORT - b.SORT);
        const named = (ending: "won" | "lost") => inOrder.find((status) => endingOf(status) === ending)?.NAME ?? null;
        return {
          name: categories.find(({ id }) => id === category)?.name ?? null,
          stages: inOrder.filter((status) => endingOf(status) === null).map(({ NAME }) => stageOf(NAME)),
          outcomes: { won: named("won"), lost: named("lost"), deferred: null },
        };
      }),
  };
};
