import type { Done } from "#context";
import { turned } from "#domain/clock.ts";
import { closedEditions } from "#domain/edition.ts";
import { placesIn, roomOfPlace } from "#domain/editorial.ts";
import { fearsOf, unanswered } from "#domain/fear.ts";
import { gapsOf } from "#domain/gaps.ts";
import type { Renewal } from "#domain/meeting.ts";
import { refuse } from "#domain/refusal.ts";
import { catalogue } from "#templates";
import { CLOSE } from "../collaboration/close-codes.ts";
import { recordOf } from "../store/record.ts";
import { openPackage, roundsOn } from "../store/rounds.ts";
import type { Db } from "../store/tables.ts";
import { isCodeTaken, renewCode, renewScreen, setClock, setSetUp, setStatus } from "../store/workshops.ts";
import { byFacilitator, DONE } from "./command.ts";
import { unlock } from "./entering.ts";
import type { Guest, House } from "./house.ts";
import { openAgain } from "./reopening.ts";

/** A join code that no other workshop has. */
export const freeCode = async (house: House, db: Db): Promise<string> => {
  const code = house.newCode();
  return (await isCodeTaken(db, code)) ? freeCode(house, db) : code;
};

/**
 * A new code, with which the old one and links to read by stop working; or a new link for the wall, where screens that show
 * the room just now are shut.
 */
export const renewEntrance = (house: House, guest: Guest, { what }: { what: Renewal }): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop, afterwards }) => {
    if (what === "code") {
      await renewCode(trx, workshop, await freeCode(house, trx));
      return DONE;
    }
    await renewScreen(trx, workshop);
    afterwards(() => {
      house.feed.closeSeats((seat) => seat.workshopId === workshop && seat.audience === "projector", CLOSE.notAllowed);
      house.texts.closeSeats(
        (seat) => seat.room.startsWith(`${workshop}/`) && seat.seatId === "projector",
        CLOSE.notAllowed,
      );
    });
    return DONE;
  });

/**
 * A closed workshop is read only; it may be opened again. Each closing after a decision makes an edition, so that what is
 * corrected later is seen as a correction. Fears that nobody has answered are named once before.
 */
export const closeWorkshop = (
  house: House,
  guest: Guest,
  { closed, confirmed }: { closed: boolean; confirmed?: boolean | undefined },
): Promise<Done> =>
  byFacilitator(
    house,
    guest,
    async (act) => {
      const { trx, workshop, kept, at } = act;
      if (!closed) {
        if (kept.workshop.status === "closed") await openAgain(act);
        return DONE;
      }
      if ((await openPackage(trx, workshop)).length > 0) return refuse("package-open");
      if (kept.current !== null) {
        const rounds = await roundsOn(trx, workshop, kept.current);
        if (rounds.some(({ status }) => status === "open")) return refuse("round-open");
        unlock(act, kept.current, false);
      }
      if (kept.meeting.subgroups) return refuse("subgroups-open");
      const record = await recordOf(trx, workshop);
      const open = record && !confirmed ? unanswered(fearsOf(record)).length : 0;
      if (open > 0) return refuse("fears-open", { count: open });
      const findings = record ? gapsOf(record, catalogue).map(({ severity, message }) => ({ severity, message })) : [];
      const decisions = record?.decisions.length ?? 0;
      const editions = closedEditions(kept.workshop.editions ?? [], {
        decisions,
        editorials: record?.editorials.length ?? 0,
        at,
        findings,
      });
      await setSetUp(trx, { ...kept.workshop, editions });
      await setClock(trx, workshop, turned(kept.clock, { from: kept.current, to: null, at }));
      for (const place of placesIn(catalogue.sections)) unlock(act, roomOfPlace(place), false);
      await setStatus(trx, workshop, "closed");
      return DONE;
    },
    { closed: true },
  );
