import type { Draft } from "../draft.ts";

/** What a name may be long: the documentation gives no figure, 255 is what its own text type holds. */
const MAX_NAME = 255;

/**
 * Names that are all different, as things are found by their names: a second one gets a number, and it is told.
 * `taken` holds the names of one list in lower case and is added to.
 */
export const ownName = (draft: Draft, element: string, wish: string, taken: Set<string>): string => {
  const name = draft.short(element, wish, MAX_NAME);
  let own = name;
  for (let number = 2; taken.has(own.toLowerCase()); number++) own = `${name.slice(0, MAX_NAME - 5)} (${number})`;
  taken.add(own.toLowerCase());
  if (own !== name)
    draft.warn(
      element,
      draft.say(
        `Название ${draft.names.quote(name)} уже занято, стоит ${draft.names.quote(own)}`,
        `The name ${draft.names.quote(name)} is taken: ${draft.names.quote(own)} stands for it`,
      ),
    );
  return own;
};
