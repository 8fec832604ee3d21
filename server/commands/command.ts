import type { Transaction } from "kysely";
import type { Done } from "#context";
import type { Participant } from "#domain/participant.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { participantById } from "../store/participants.ts";
import type { RecordTables } from "../store/tables.ts";
import { type KeptWorkshop, workshopById } from "../store/workshops.ts";
import { noteCame } from "./attendance.ts";
import type { Guest, House } from "./house.ts";

/** One command while it is being carried out, in its transaction. */
export type Act = {
  house: House;
  guest: Guest;
  trx: Transaction<RecordTables>;
  workshop: string;
  kept: KeptWorkshop;
  /** The time of the command as an ISO text. */
  at: string;
  /** What is to follow once the transaction stands: other parts of the server are told, never from inside of it. */
  afterwards: (then: () => void | Promise<void>) => void;
};

export const DONE = { done: true } as const;

class TakenBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/**
 * Carries out a command in one transaction and tells the room. A refusal leaves nothing behind.
 * @param closed whether the command makes sense in a workshop that is closed
 */
export const carryOut = async (
  house: House,
  guest: Guest,
  work: (act: Act) => Promise<Done>,
  { closed = false } = {},
): Promise<Done> => {
  const following: (() => void | Promise<void>)[] = [];
  try {
    await house.database.transaction().execute(async (trx) => {
      const kept = await workshopById(trx, guest.workshop);
      const done = !kept
        ? refuse("no-such-thing")
        : kept.workshop.status === "closed" && !closed
          ? refuse("workshop-closed")
          : await work({
              house,
              guest,
              trx,
              workshop: guest.workshop,
              kept,
              at: house.now().toISOString(),
              afterwards: (then) => following.push(then),
            });
      if (isRefusal(done)) throw new TakenBack(done);
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.refusal;
    throw error;
  }
  house.loaded.forget(guest.workshop);
  for (const then of following) {
    try {
      await then();
    } catch (error) {
      // the command stands; what could not follow it must not make it look refused
      house.log.error({ err: error, workshop: guest.workshop }, "a command could not be followed up");
    }
  }
  house.feed.changed(guest.workshop);
  return DONE;
};

export const byFacilitator = async (
  house: House,
  guest: Guest,
  work: (act: Act) => Promise<Done>,
  options?: { closed?: boolean },
): Promise<Done> => (guest.isFacilitator ? carryOut(house, guest, work, options) : refuse("not-allowed"));

/** `person` is who sits there, `key` the secret of the device. */
export type Sitting = { person: Participant; key: string };

export const byParticipant = async (
  house: House,
  guest: Guest,
  work: (act: Act & Sitting) => Promise<Done>,
  options?: { closed?: boolean },
): Promise<Done> => {
  const { seat } = guest;
  if (!seat) return refuse("not-allowed");
  const seated = async (act: Act): Promise<Done> => {
    const person = await participantById(act.trx, act.workshop, seat.participant);
    if (!person) return refuse("not-listed");
    if (person.observer) return refuse("observer");
    // whoever does something is there, whatever was noted before
    if (person.away) await noteCame(act.trx, act.workshop, person.id, act.at);
    return work({ ...act, person, key: seat.key });
  };
  return carryOut(house, guest, seated, options);
};
