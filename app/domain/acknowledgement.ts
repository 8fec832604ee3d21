import { z } from "zod";

/**
 * Somebody says to have read an edition. `participant` is null for a person who is not on the list of the workshop, a
 * newcomer for instance; then name and department are as typed. `quiz` counts situations answered as the rules say.
 */
export const Acknowledgement = z.strictObject({
  id: z.uuid(),
  edition: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  participant: z.string().nullable(),
  name: z.string().trim().min(1).max(80),
  department: z.string().min(1).max(80),
  at: z.iso.datetime(),
  quiz: z.strictObject({ right: z.number().int().nonnegative(), of: z.number().int().positive() }).optional(),
});
export type Acknowledgement = z.infer<typeof Acknowledgement>;
