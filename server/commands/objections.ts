import type { Done } from "#context";
import { ideaText } from "#domain/idea.ts";
import { type Disposition, isOpen, mayDispose, type Objection } from "#domain/objection.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { askedByKey } from "../store/agenda.ts";
import { addReply, heardOn, keptObjection, keptReply, setDisposition } from "../store/objections.ts";
import { objectionTag } from "./ballots.ts";
import { type Act, carryOut, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";

/**
 * The objection and whether the asking device may speak for it: the one that raised it, or the facilitator's for one that
 * was said aloud; one that still lies in an open box does not exist for anybody.
 */
const heard = async (
  { house, trx, workshop, guest }: Act,
  id: string,
): Promise<{ objection: Objection; isOwn: boolean; isSettled: boolean } | null> => {
  const row = await keptObjection(trx, workshop, id);
  const objection = row && (await heardOn(trx, workshop, row.question)).find((other) => other.id === id);
  const asked = row && (await askedByKey(trx, workshop, row.question));
  if (!objection || !asked) return null;
  return {
    objection,
    isOwn:
      (guest.seat !== null && row.tag === objectionTag(house, guest.seat.key, id)) ||
      (guest.isFacilitator && row.aloud === 1),
    isSettled: asked.phase === "decided" || asked.phase === "parked",
  };
};

/** Facilitator and objector write to each other until the objection is closed. */
export const reply = (
  house: House,
  guest: Guest,
  input: { id: string; objection: string; text: string },
): Promise<Done> =>
  carryOut(house, guest, async (act) => {
    const { trx, workshop } = act;
    const found = await heard(act, input.objection);
    if (!found) return refuse("no-such-thing");
    if (!found.isOwn && !guest.isFacilitator) return refuse("not-allowed");
    const before = await keptReply(trx, workshop, input.id);
    if (before) return before.objection === input.objection ? DONE : refuse("bad-input", { where: "id" });
    if (!isOpen(found.objection)) return refuse("objection-closed");
    const text = ideaText(input.text);
    if (isRefusal(text)) return text;
    const from = found.isOwn ? "objector" : "facilitator";
    await addReply(trx, workshop, input.objection, { id: input.id, from, text });
    if (from === "objector") await setDisposition(trx, workshop, [input.objection], "clarified");
    return DONE;
  });

/** Only the device that raised an objection says what becomes of it. */
export const dispose = (
  house: House,
  guest: Guest,
  input: { objection: string; disposition: Disposition },
): Promise<Done> =>
  carryOut(house, guest, async (act) => {
    const found = await heard(act, input.objection);
    if (!found) return refuse("no-such-thing");
    if (found.isOwn && found.objection.disposition === input.disposition) return DONE;
    const no = mayDispose(found.objection, input.disposition, found.isOwn);
    if (no) return no;
    if (found.isSettled) return refuse("question-decided");
    await setDisposition(act.trx, act.workshop, [input.objection], input.disposition);
    return DONE;
  });
