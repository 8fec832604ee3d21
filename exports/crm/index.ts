import { createHash } from "node:crypto";
import type { Language } from "#domain/language.ts";
import { say } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { amocrm } from "./amocrm/index.ts";
import { bitrix24 } from "./bitrix24/index.ts";
import type { Plan, Vendor } from "./contract.ts";
import { Draft } from "./draft.ts";
import { ELEMENT_KINDS, type ElementKind } from "./elements.ts";
import { hubspot } from "./hubspot/index.ts";
import { namesOf } from "./names.ts";
import { odoo } from "./odoo/index.ts";
import { pipedrive } from "./pipedrive/index.ts";
import { salesforce } from "./salesforce/index.ts";

export { PlanRefused } from "./contract.ts";

/** The CRMs that the pipeline can be carried into, in the order in which they are shown. */
export const vendors: readonly Vendor[] = [amocrm, bitrix24, odoo, hubspot, pipedrive, salesforce];

export const vendorByName = (name: string): Vendor | undefined => vendors.find((vendor) => vendor.name === name);

/** The vendor of a name that is in the table. */
export const vendorNamed = (name: string): Vendor => {
  const vendor = vendorByName(name);
  if (!vendor) throw new Error(`no vendor ${name}`);
  return vendor;
};

const digests = new WeakMap<Pipeline, string>();
/** Counted once, since all plans of a pipeline are wanted together. */
const sha256Of = (pipeline: Pipeline): string => {
  const digest = digests.get(pipeline) ?? createHash("sha256").update(JSON.stringify(pipeline)).digest("hex");
  digests.set(pipeline, digest);
  return digest;
};

/**
 * The ordered calls and files that make this pipeline in a CRM, and all that is left for the hand. The same pipeline and
 * language give the same plan.
 * @throws {PlanRefused}
 */
export const planFor = (vendor: Vendor, pipeline: Pipeline, language: Language): Plan => {
  const draft = new Draft(pipeline, namesOf(pipeline, language));
  vendor.draft(draft, pipeline);
  const byHand = Object.fromEntries(
    ELEMENT_KINDS.map((kind) => {
      const { reason, manual } = vendor.byHand[kind];
      return [kind, { reason: say(reason, language), manual: say(manual, language) }];
    }),
  ) as Record<ElementKind, { reason: string; manual: string }>;
  return {
    vendor: vendor.name,
    api: vendor.api,
    made: {
      edition: pipeline.edition,
      sha256: sha256Of(pipeline),
    },
    steps: draft.steps,
    files: draft.files,
    unsupported: draft.unsupported(byHand),
    warnings: draft.warnings,
  };
};
