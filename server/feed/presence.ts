const LEAVING_MS = 5_000;

/**
 * Who is here, by seats. One who leaves counts as here for a few seconds more: a reload or a change of network is not
 * a departure.
 */
export const openPresence = (onChange: (workshop: string) => void) => {
  const seats = new Map<string, Map<string, number>>();
  const leaving = new Map<string, NodeJS.Timeout>();
  const keyOf = (workshop: string, participant: string) => `${workshop}\n${participant}`;

  return {
    enter(workshop: string, participant: string) {
      const here = seats.get(workshop) ?? new Map<string, number>();
      seats.set(workshop, here);
      const isKnown = here.has(participant);
      here.set(participant, (here.get(participant) ?? 0) + 1);
      const key = keyOf(workshop, participant);
      clearTimeout(leaving.get(key));
      leaving.delete(key);
      if (!isKnown) onChange(workshop);
    },

    leave(workshop: string, participant: string) {
      const here = seats.get(workshop);
      const count = here?.get(participant);
      if (!here || !count) return;
      here.set(participant, count - 1);
      if (count > 1) return;
      const key = keyOf(workshop, participant);
      const timer = setTimeout(() => {
        leaving.delete(key);
        here.delete(participant);
        if (here.size === 0) seats.delete(workshop);
        onChange(workshop);
      }, LEAVING_MS);
      timer.unref();
      leaving.set(key, timer);
    },

    here: (workshop: string): string[] => [...(seats.get(workshop)?.keys() ?? [])],

    stop() {
      for (const timer of leaving.values()) clearTimeout(timer);
      leaving.clear();
      seats.clear();
    },
  };
};
