import type { Draft } from "../draft.ts";

/**
 * The options of a list, a step each, so that a later edition adds or renames one and deals keep what was chosen. Those that
 * came with the field itself cost no request (`unless`).
 */
export const addOptions = (
  draft: Draft,
  path: string,
  field: string,
  options: { key: string; label: string }[],
): void => {
  const { say, quote } = draft.names;
  for (const { key, label } of options) {
    const symbol = `option.${field}/${key}`;
    const one = `${path}/{{field.${field}}}`;
    draft.step({
      id: symbol,
      does: say(`Вариант ${quote(label)}`, `Option ${quote(label)}`),
      path: `${one}/options`,
      body: [{ label }],
      gives: [{ symbol, from: { list: "data", where: { label }, take: "id" } }],
      finds: { path: one, gives: [{ symbol, from: { list: "data.options", where: { label }, take: "id" } }] },
      changes: { path: `${one}/options`, body: [{ id: `{{${symbol}}}`, label }] },
      unless: symbol,
    });
  }
};
