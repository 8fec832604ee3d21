import { z } from "zod";
import { Stage } from "./stage.ts";

const Name = z.string().trim().min(1).max(200);

/** A kind of deal with its own chain; `wonAt` and `completedAt` are stage ids whose exit counts as such. */
export const DealType = z.strictObject({
  id: z.string().min(1).max(60),
  name: Name,
  stages: z.array(Stage).min(1).max(40),
  wonAt: z.string().nullable(),
  completedAt: z.string().nullable(),
  outcomes: z.strictObject({ won: Name, lost: Name, deferred: Name }),
});
export type DealType = z.infer<typeof DealType>;

/** The order on whose example the rules are made; invented or anonymised, never a real client's data. */
export const TypicalOrder = z.strictObject({
  title: z.string().trim().min(1).max(120),
  story: z.string().trim().max(4000).default(""),
});
export type TypicalOrder = z.infer<typeof TypicalOrder>;

export const stageOf = (dealTypes: DealType[], dealTypeId: string | null, stageId: string | null): Stage | undefined =>
  dealTypes.find((type) => type.id === dealTypeId)?.stages.find((stage) => stage.id === stageId);
