import { z } from "zod";
import { Brand } from "./brand.ts";
import { DealType, TypicalOrder } from "./deal-type.ts";
import { Bilingual, Language } from "./language.ts";
import { Threshold } from "./threshold.ts";

const Id = z.string().min(1).max(60);
const Name = z.string().trim().min(1).max(200);

/** A paragraph of the rules that are in force now, laid to the question that it answers; null while nobody knows. */
export const ExistingPassage = z.strictObject({
  heading: z.boolean(),
  text: z.string().min(1).max(20_000),
  question: z.string().nullable(),
});
export type ExistingPassage = z.infer<typeof ExistingPassage>;

/**
 * An edition of the regulation: what was in force when the workshop was closed. Decisions and editorial changes are only
 * ever added, so their numbers say which of them it holds. `closedAt` is an ISO text;
 * `findings` is what the completeness check said then.
 */
export const Edition = z.strictObject({
  number: z.number().int().positive(),
  closedAt: z.iso.datetime(),
  decisions: z.number().int().nonnegative(),
  findings: z.array(z.strictObject({ severity: z.enum(["error", "warning", "info"]), message: Bilingual })).optional(),
  editorials: z.number().int().positive().optional(),
});
export type Edition = z.infer<typeof Edition>;

/**
 * The set-up of a workshop: what is known before the first question is opened. `templateVersion`: twelve hex digits of the
 * digest of the template and the question bank that it was laid out from; `survey`: thoughts are taken beforehand;
 * `startedAt`: when the first question was opened; `editions`: what was in force at each closing; `brand`: how the company looks on paper.
 */
export const Workshop = z.strictObject({
  id: Id,
  company: Name,
  title: Name,
  language: Language,
  template: z.string().nullable(),
  templateVersion: z.string().max(40).optional(),
  threshold: Threshold,
  departments: z.array(z.strictObject({ id: Id, name: Name })).min(1),
  roles: z.array(z.strictObject({ id: Id, name: Name, department: Id })).min(1),
  dealTypes: z.array(DealType).min(1),
  order: TypicalOrder,
  existing: z.array(ExistingPassage).max(5000).default([]),
  survey: z.literal(true).optional(),
  startedAt: z.iso.datetime().optional(),
  editions: z.array(Edition).optional(),
  brand: Brand.optional(),
  status: z.enum(["open", "closed"]),
  createdAt: z.iso.datetime(),
  facilitator: Name,
});
export type Workshop = z.infer<typeof Workshop>;

export const roleName = (workshop: Workshop, role: string | null | undefined): string =>
  workshop.roles.find(({ id }) => id === role)?.name ?? role ?? "";

export const departmentName = (workshop: Workshop, department: string): string =>
  workshop.departments.find(({ id }) => id === department)?.name ?? department;

/** A workshop on the consultant's shelf; counts are of questions, gaps of findings that block «final». */
export type WorkshopCard = {
  id: string;
  company: string;
  title: string;
  status: "open" | "closed";
  createdAt: string;
  settledStages: number;
  stages: number;
  rules: number;
  gaps: number;
  here: number;
  /** The asker owns it, and may put it away. */
  own: boolean;
  archivedAt: string | null;
  demo: boolean;
  /** Who leads when that is somebody else than the asking owner. */
  ledBy: string | null;
};
