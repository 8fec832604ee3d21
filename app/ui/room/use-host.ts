import { useRevalidator } from "react-router";
import type { Renewal } from "#domain/meeting.ts";
import type { Participant } from "#domain/participant.ts";
import { newId } from "#live/new-id.ts";
import { useCommand } from "#live/use-command.ts";

/** What a facilitator does about people and the way in; a new code shows when the page's data was loaded again. */
export const useHost = (workshop: string) => {
  const { busy, refusal, dismiss, run } = useCommand();
  const { revalidate } = useRevalidator();
  const base = `/w/${workshop}`;
  return {
    busy,
    refusal,
    dismiss,
    addPerson: (person: Omit<Participant, "id">) => run("POST", `${base}/people`, { id: newId(), ...person }),
    removePerson: (id: string) => run("DELETE", `${base}/people/${id}`),
    setAway: (id: string, away: boolean) => run("PATCH", `${base}/people/${id}`, { away }),
    lock: (on: boolean) => run("POST", `${base}/meeting`, { change: "lock", on }),
    renewEntrance: async (what: Renewal) => {
      await run("POST", `${base}/entrance`, { what });
      await revalidate();
    },
  };
};

export type Host = ReturnType<typeof useHost>;
