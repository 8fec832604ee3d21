import { useDraftObject } from "./draft.ts";

/** What somebody has ticked off in a list, kept on the device: the ticked ids, and a way to turn one over. */
export const useTicks = (list: string): [ReadonlySet<string>, (id: string) => void] => {
  const [{ ticked }, keep] = useDraftObject<{ ticked: string[] }>(`ticks.${list}`, { ticked: [] });
  const turn = (id: string) =>
    keep({ ticked: ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id] });
  return [new Set(ticked), turn];
};
