import type { Done, NewPerson } from "#context";
import { asRead, Participant, personName } from "#domain/participant.ts";
import { refuse } from "#domain/refusal.ts";
import { CLOSE } from "../collaboration/close-codes.ts";
import { addAttendance } from "../store/attendance.ts";
import {
  addParticipants,
  setAway as keepAway,
  participantById,
  participantsOf,
  removeParticipant,
} from "../store/participants.ts";
import type { Db } from "../store/tables.ts";
import { byFacilitator, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";

export const isNameTaken = async (db: Db, workshop: string, name: string): Promise<boolean> =>
  (await participantsOf(db, workshop)).some((person) => asRead(person.name) === asRead(name));

export const addPerson = (house: House, guest: Guest, input: NewPerson & { id: string }): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop }) => {
    const person = Participant.safeParse({
      ...input,
      name: personName(input.name),
      ...(input.observer && { votes: false }),
    });
    if (!person.success) return refuse("bad-input", { where: person.error.issues[0]?.path.join(".") });
    if (await participantById(trx, workshop, input.id)) return DONE;
    if (await isNameTaken(trx, workshop, input.name)) return refuse("name-taken");
    await addParticipants(trx, workshop, [person.data]);
    return DONE;
  });

/** Somebody leaves early, or is there again: the quorum of the rounds to come, and of the open one, follows. */
export const setAway = (house: House, guest: Guest, { id, away }: { id: string; away: boolean }): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop, at }) => {
    const person = await participantById(trx, workshop, id);
    if (!person) return refuse("no-such-thing");
    if ((person.away === true) === away) return DONE;
    await keepAway(trx, workshop, id, away);
    await addAttendance(trx, workshop, { participant: id, what: away ? "left" : "came", at });
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
