import type { Done, NewPerson } from "#context";
import { asRead, Participant, personName } from "#domain/participant.ts";
import { refuse } from "#domain/refusal.ts";
import { CLOSE } from "../collaboration/close-codes.ts";
import { addParticipants, participantById, participantsOf, removeParticipant } from "../store/participants.ts";
import type { Db } from "../store/tables.ts";
import { byFacilitator, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";

export const isNameTaken = async (db: Db, workshop: string, name: string): Promise<boolean> =>
  (await participantsOf(db, workshop)).some((person) => asRead(person.name) === asRead(name));

export const addPerson = (house: House, guest: Guest, input: NewPerson & { id: string }): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop }) => {
    const person = Participant.safeParse({ ...input, name: personName(input.name) });
    if (!person.success) return refuse("bad-input", { where: person.error.issues[0]?.path.join(".") });
    if (await participantById(trx, workshop, input.id)) return DONE;
    if (await isNameTaken(trx, workshop, input.name)) return refuse("name-taken");
    await addParticipants(trx, workshop, [person.data]);
    return DONE;
  });

/** The person leaves every screen at once; ballots that were cast stay in their boxes. */
export const removePerson = (house: House, guest: Guest, { id }: { id: string }): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop, afterwards }) => {
    await removeParticipant(trx, workshop, id);
    afterwards(() => {
      house.feed.closeSeats((seat) => seat.workshopId === workshop && seat.participantId === id, CLOSE.notAllowed);
      house.texts.closeSeats((seat) => seat.room.startsWith(`${workshop}/`) && seat.seatId === id, CLOSE.notAllowed);
    });
    return DONE;
  });
