import type { Done } from "#context";
import { checkedCount, type HandCount } from "#domain/hand-count.ts";
import { presentVoters } from "#domain/participant.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { participationsIn } from "../store/ballots.ts";
import { addObjection, removeAloud } from "../store/objections.ts";
import { participantsOf } from "../store/participants.ts";
import { invitedTo } from "../store/record.ts";
import { roundById, setHandCount } from "../store/rounds.ts";
import { byFacilitator, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";

/**
 * The facilitator enters hands that were shown or slips that were collected, beside the ballots of the phones. Entering
 * them again replaces what was entered; the record says how many votes came this way.
 */
export const countHands = (
  house: House,
  guest: Guest,
  input: { round: string; count: HandCount | null },
): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop, kept }) => {
    const round = await roundById(trx, workshop, input.round);
    if (!round) return refuse("no-such-thing");
    if (round.status !== "open") return refuse("round-closed");
    if (round.package) return refuse("package-open");
    await removeAloud(trx, workshop, round.id);
    await setHandCount(trx, workshop, round.id, input.count);
    if (!input.count) return DONE;
    const { count } = input;
    const answered = await participationsIn(trx, workshop, round.id);
    const participants = await participantsOf(trx, workshop);
    const ballots = checkedCount(count, invitedTo(participants, answered) - answered.size);
    if (isRefusal(ballots)) return ballots;
    const known = new Set(kept.workshop.departments.map(({ id }) => id));
    if (count.departments.some((id) => !known.has(id))) return refuse("bad-input", { where: "departments" });
    if (presentVoters(participants).length === 0) return refuse("no-voters");
    for (const { id, reason, wish } of count.objections)
      await addObjection(
        trx,
        workshop,
        {
          id,
          question: round.question,
          round: round.id,
          reason: reason.trim(),
          wish: wish.trim(),
          by: null,
          disposition: "raised",
          replies: [],
          aloud: true,
        },
        null,
      );
    return DONE;
  });
