import { z } from "zod";

/**
 * How near to unanimity a rule must come. `share` is used by `custom` only; `smallGroup` allows one stand-aside
 * where 90 % of the voters would mean everybody (domain brief §6.4).
 */
export const Threshold = z.strictObject({
  preset: z.enum(["unanimous", "almost-unanimous", "custom"]),
  share: z.number().min(0.5).max(1).default(0.9),
  smallGroup: z.boolean().default(false),
});
export type Threshold = z.infer<typeof Threshold>;

/** At least this part of the invited voters must have answered. */
export const QUORUM = 0.8;

export const requiredShare = (threshold: Threshold): number =>
  threshold.preset === "unanimous" ? 1 : threshold.preset === "almost-unanimous" ? 0.9 : threshold.share;

/** The small-group option; where all must agree it means nothing. */
export const allowsOneDissent = ({ preset, smallGroup }: Threshold): boolean => smallGroup && preset !== "unanimous";
