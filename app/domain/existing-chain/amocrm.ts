import { z } from "zod";
import { type Read, stageOf } from "./read.ts";

/** The two statuses that every pipeline of amoCRM ends with, and the type of the one that it begins with by itself. */
const WON = 142;
const LOST = 143;
const UNSORTED = 1;

const Pipeline = z.object({
  name: z.string(),
  sort: z.number().default(0),
  is_archive: z.boolean().default(false),
  _embedded: z.object({
    statuses: z.array(
      z.object({ id: z.number(), name: z.string(), sort: z.number().default(0), type: z.number().default(0) }),
    ),
  }),
});
const Answer = z.object({ _embedded: z.object({ pipelines: z.array(Pipeline) }) });

/** `GET /api/v4/leads/pipelines`, or one pipeline of it; null when none of the answers is one. Archived ones stay out. */
export const amocrmChains = (answers: unknown[]): Read | null => {
  const found = answers.flatMap((answer) => {
    const all = Answer.safeParse(answer);
    if (all.success) return all.data._embedded.pipelines;
    const one = Pipeline.safeParse(answer);
    return one.success ? [one.data] : [];
  });
  if (found.length === 0) return null;
  const inUse = found.filter((one) => !one.is_archive).sort((a, b) => a.sort - b.sort);
  return {
    chains: inUse.map(({ name, _embedded: { statuses } }) => {
      const named = (id: number) => statuses.find((status) => status.id === id)?.name ?? null;
      return {
        name,
        stages: statuses
          .filter(({ id, type }) => id !== WON && id !== LOST && type !== UNSORTED)
          .sort((a, b) => a.sort - b.sort)
          .map((status) => stageOf(status.name)),
        outcomes: { won: named(WON), lost: named(LOST), deferred: null },
      };
    }),
  };
};
