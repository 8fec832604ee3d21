import type { Pipeline } from "#domain/pipeline.ts";

/** Whether a field is the list of loss reasons once more, which some CRMs have by themselves. */
export const isListOfLossReasons = (
  { lossReasons }: Pipeline,
  { type, options }: Pipeline["fields"][number],
): boolean => {
  const names = new Set(lossReasons.map(({ name }) => name));
  return type === "select" && options.length > 0 && options.every(({ name }) => names.has(name));
};
