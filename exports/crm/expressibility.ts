import type { Pipeline } from "#domain/pipeline.ts";
import type { Vendor } from "./contract.ts";
import { ELEMENT_KINDS, type ElementKind, elementsOf } from "./elements.ts";
import { planFor } from "./index.ts";
import { namesOf } from "./names.ts";

/** How a CRM takes the elements of a kind: all wholly, some or not wholly, none; null where the pipeline has none. */
export type Expressed = "native" | "partly" | "by-hand" | null;

/** For each kind of element how this CRM takes those of this pipeline, as its plan says. */
export const expressibility = (vendor: Vendor, pipeline: Pipeline): Record<ElementKind, Expressed> => {
  const plan = planFor(vendor, pipeline, "en");
  const carried = new Set([...plan.steps, ...plan.files].flatMap(({ carries }) => carries));
  const left = new Set(plan.unsupported.map(({ element }) => element));
  const elements = elementsOf(pipeline, namesOf(pipeline, "en"));
  return Object.fromEntries(
    ELEMENT_KINDS.map((kind): [ElementKind, Expressed] => {
      const ids = elements.filter((element) => element.kind === kind).map(({ id }) => id);
      const arrive = ids.filter((id) => carried.has(id));
      if (ids.length === 0) return [kind, null];
      if (arrive.length === 0) return [kind, "by-hand"];
      return [kind, arrive.length === ids.length && !ids.some((id) => left.has(id)) ? "native" : "partly"];
    }),
  ) as Record<ElementKind, Expressed>;
};
