import type { Draft } from "../draft.ts";

/** The name of a property inside HubSpot may have no more characters (knowledge base, «Create and edit properties»). */
const PROPERTY_LENGTH = 100;

/** Ours begin with this, so that none is taken for a property that HubSpot has by itself. */
const PREFIX = "reglament_";

/** Inner names for these keys, lower-case with underscores, each its own; the same keys give the same names. */
export const propertyNames = (keys: readonly string[]): Map<string, string> => {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys) {
    const whole = `${PREFIX}${key.replaceAll("-", "_")}`;
    let name = whole.slice(0, PROPERTY_LENGTH);
    for (let number = 2; taken.has(name); number++)
      name = `${whole.slice(0, PROPERTY_LENGTH - String(number).length - 1)}_${number}`;
    taken.add(name);
    given.set(key, name);
  }
  return given;
};

/**
 * Labels that HubSpot wants to be different: pipelines of an account, stages of a pipeline, options of a list. A second one
 * gets a number, and that is told.
 */
export const distinctLabels = (draft: Draft, max: number) => {
  const taken = new Set<string>();
  return (element: string, text: string): string => {
    const short = draft.short(element, text.trim(), max);
    let label = short;
    for (let number = 2; taken.has(label.toLowerCase()); number++)
      label = `${short.slice(0, max - String(number).length - 3).trimEnd()} (${number})`;
    taken.add(label.toLowerCase());
    if (label !== short)
      draft.warn(
        element,
        draft.say(
          `Названия в HubSpot не повторяются: стоит ${draft.names.quote(label)} вместо ${draft.names.quote(short)}`,
          `Labels may not repeat in HubSpot: ${draft.names.quote(label)} stands for ${draft.names.quote(short)}`,
        ),
      );
    return label;
  };
};
