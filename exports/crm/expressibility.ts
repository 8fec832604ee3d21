import type { Pipeline } from "#domain/pipeline.ts";
import type { Plan } from "./contract.ts";
import { type ElementKind, elementsOf } from "./elements.ts";
import { namesOf } from "./names.ts";

export type Expressed = "native" | "partly" | "by-hand";

/** How a plan takes each kind of element that the pipeline has: all of them, some or not as agreed, none. */
export const expressibility = (pipeline: Pipeline, plan: Plan): Map<ElementKind, Expressed> => {
  const left = new Set(plan.unsupported.map(({ element }) => element));
  const carried = new Set([...plan.steps, ...plan.files].flatMap(({ carries }) => carries));
  const kinds = new Map<ElementKind, { all: number; whole: number; carried: number }>();
  for (const { id, kind } of elementsOf(pipeline, namesOf(pipeline, pipeline.language))) {
    const count = kinds.get(kind) ?? { all: 0, whole: 0, carried: 0 };
    count.all++;
    if (!left.has(id)) count.whole++;
    if (carried.has(id)) count.carried++;
    kinds.set(kind, count);
  }
  return new Map(
    [...kinds].map(([kind, { all, whole, carried: some }]) => [
      kind,
      whole === all ? "native" : whole + some > 0 ? "partly" : "by-hand",
    ]),
  );
};
