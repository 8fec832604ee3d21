import { z } from "zod";
import { Duration } from "./duration.ts";

const Name = z.string().trim().min(1).max(200);

/** When the result of a stage is refused: which field says so, why, and where the order goes back. */
export const Rejection = z.strictObject({
  field: z.string(),
  value: Name,
  reasonField: z.string(),
  retryField: z.string(),
  backTo: z.string(),
});

/** A stage of a deal type, as the team set it up; nothing in it is a rule until a proposal about it is adopted. */
export const Stage = z.strictObject({
  id: z.string().min(1).max(60),
  name: Name,
  entry: z.string().max(500).default(""),
  exit: z.string().max(500).default(""),
  role: z.string().nullable(),
  required: z.array(z.string()).default([]),
  conditional: z.array(z.string()).default([]),
  norm: Duration.nullable(),
  tasks: z.array(z.strictObject({ text: Name, role: z.string(), due: Duration.nullable() })).default([]),
  rejection: Rejection.nullable(),
});
export type Stage = z.infer<typeof Stage>;
