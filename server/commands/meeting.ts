import type { Done } from "#context";
import { wound } from "#domain/agenda.ts";
import { turned } from "#domain/clock.ts";
import type { Meeting, MeetingChange } from "#domain/meeting.ts";
import { refuse } from "#domain/refusal.ts";
import { isDrafted, openCards, type Subgroups } from "#domain/subgroups.ts";
import { CLOSE } from "../collaboration/close-codes.ts";
import { agendaOf } from "../store/agenda.ts";
import { clearReadiness } from "../store/readiness.ts";
import { openPackage, roundsOn } from "../store/rounds.ts";
import { setClock, setMeeting } from "../store/workshops.ts";
import { type Act, byFacilitator, DONE } from "./command.ts";
import { begin, putForward, unlock } from "./entering.ts";
import type { Guest, House } from "./house.ts";
import { startWording } from "./start.ts";

/** Changes how the meeting is held, for everybody to see. */
export const changeMeeting = (house: House, guest: Guest, change: MeetingChange): Promise<Done> =>
  byFacilitator(house, guest, async (act) => {
    const { trx, workshop, kept, at } = act;
    const keep = async (part: Partial<Meeting>): Promise<Done> => {
      await setMeeting(trx, workshop, { ...kept.meeting, ...part });
      return DONE;
    };
    switch (change.change) {
      case "call":
        return keep({ calledAt: at });
      case "lock":
        return keep({ isLocked: change.on });
      case "sign":
        return keep({ isSigned: change.on });
      case "pause": {
        const pause = wound(kept.meeting.pause, { ...change, at });
        const [from, to] = pause ? [kept.current, null] : [null, kept.current];
        if ((pause === null) !== (kept.meeting.pause === null))
          await setClock(trx, workshop, turned(kept.clock, { from, to, at }));
        return keep({ pause });
      }
      case "end":
        await setClock(trx, workshop, { ...kept.clock, endsAt: change.at });
        return DONE;
      case "subgroups": {
        const done = await split(act, change.subgroups);
        return "refused" in done ? done : keep({ pause: null, subgroups: change.subgroups });
      }
    }
  });

/** The question that was open is left; the cards of the stages are opened for their groups, or locked again. */
const split = async (act: Act, next: Subgroups | null): Promise<Done> => {
  const { trx, workshop, kept } = act;
  const before = kept.meeting.subgroups;
  if (next && kept.current !== null) {
    if ((await roundsOn(trx, workshop, kept.current)).some(({ status }) => status === "open"))
      return refuse("round-open");
    unlock(act, kept.current, false);
    await putForward(act, null);
  }
  if (next && (await openPackage(trx, workshop)).length > 0) return refuse("package-open");
  const asked = await agendaOf(trx, workshop);
  if (next && openCards({ asked }).length === 0) return refuse("no-such-thing", { where: "stages" });
  if (next) await begin(act);
  for (const card of asked) {
    const is = isDrafted(next, card);
    if (is === isDrafted(before, card)) continue;
    if (is) await startWording(act, card);
    await clearReadiness(trx, workshop, card.key);
    unlock(act, card.key, is);
  }
  // whose card it is, is asked at the door: those who sit there come in anew
  act.afterwards(() =>
    act.house.texts.closeSeats(
      ({ room }) => room.startsWith(`${workshop}/`),
      CLOSE.stopping,
      "the groups have changed",
    ),
  );
  return DONE;
};
