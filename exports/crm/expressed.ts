import type { Pipeline } from "#domain/pipeline.ts";
import type { Plan } from "./contract.ts";
import { ELEMENT_KINDS, type ElementKind, elementsOf } from "./elements.ts";
import { namesOf } from "./names.ts";

/** How many elements of a kind a plan loads whole, loads with something left for the hand, and leaves to the hand wholly. */
export type Expressed = { whole: number; partly: number; byHand: number };

/** For every kind that the pipeline has elements of, what of them a plan carries. */
export const expressedBy = (plan: Plan, pipeline: Pipeline): Map<ElementKind, Expressed> => {
  const carried = new Set([...plan.steps, ...plan.files].flatMap(({ carries }) => carries));
  const left = new Set(plan.unsupported.map(({ element }) => element));
  const elements = elementsOf(pipeline, namesOf(pipeline, "ru"));
  return new Map(
    ELEMENT_KINDS.flatMap((kind): [ElementKind, Expressed][] => {
      const ids = elements.filter((each) => each.kind === kind).map(({ id }) => id);
      if (ids.length === 0) return [];
      const whole = ids.filter((id) => carried.has(id) && !left.has(id)).length;
      const partly = ids.filter((id) => carried.has(id) && left.has(id)).length;
      return [[kind, { whole, partly, byHand: ids.length - whole - partly }]];
    }),
  );
};
