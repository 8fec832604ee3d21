import type { Plan, Unsupported } from "./contract.ts";
import { ELEMENT_KINDS, type ElementKind } from "./elements.ts";

const kindOf = ({ element }: Unsupported): string => element.slice(0, element.indexOf(":"));

/** What is left for the hand, in the order of the kinds, with each reason said once. */
export const byKind = ({ unsupported }: Plan): { kind: ElementKind; reasons: string[]; left: Unsupported[] }[] =>
  ELEMENT_KINDS.flatMap((kind) => {
    const left = unsupported.filter((one) => kindOf(one) === kind);
    return left.length === 0 ? [] : [{ kind, reasons: [...new Set(left.map(({ reason }) => reason))], left }];
  });
