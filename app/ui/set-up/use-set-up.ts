import { useRevalidator } from "react-router";
import type { Participant } from "#domain/participant.ts";
import type { SetUpChange } from "#domain/set-up.ts";
import type { Answered } from "#live/command.ts";
import { newId } from "#live/new-id.ts";
import { useCommand } from "#live/use-command.ts";

/** Every change of the set-up is kept at once; the page then shows what the server has. */
export const useSetUp = (workshop: string) => {
  const { busy, refusal, dismiss, run } = useCommand();
  const { revalidate } = useRevalidator();
  const base = `/w/${workshop}`;
  const send = async (method: "POST" | "DELETE", url: string, body?: object | FormData): Promise<Answered> => {
    const answered = await run(method, url, body);
    await revalidate();
    return answered;
  };
  return {
    busy,
    refusal,
    dismiss,
    change: (change: SetUpChange) => send("POST", `${base}/changes`, change),
    layExisting: (form: FormData) => send("POST", `${base}/existing`, form),
    addPerson: (person: Omit<Participant, "id">) => send("POST", `${base}/people`, { id: newId(), ...person }),
    removePerson: (id: string) => send("DELETE", `${base}/people/${id}`),
  };
};

export type SetUpDoor = ReturnType<typeof useSetUp>;
