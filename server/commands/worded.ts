import type { Done } from "#context";
import { firstWording } from "#domain/first-wording.ts";
import { askedOf, questionOf } from "#domain/record.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { catalogue } from "#templates";
import { recordOf } from "../store/record.ts";
import { type Act, byFacilitator, byParticipant, DONE } from "./command.ts";
import { draftOf, wholeAnswer, writeWording } from "./draft.ts";
import { isWritable } from "./entering.ts";
import type { Guest, House } from "./house.ts";

/** Words the typed answer of a question for the room to go on from; words that somebody has written are left alone. */
export const wordAnswer = (house: House, guest: Guest, input: { question: string }): Promise<Done> => {
  const carry = async ({ trx, workshop, kept, afterwards }: Act): Promise<Done> => {
    const record = await recordOf(trx, workshop);
    const asked = record && askedOf(record, input.question);
    if (!asked) return refuse("no-such-thing");
    if (!isWritable(kept, asked)) return refuse("phase-passed");
    const draft = draftOf(house, workshop, asked.key);
    const answer = wholeAnswer(draft, questionOf(record, asked).kind);
    if (isRefusal(answer)) return answer;
    afterwards(() => writeWording(house, workshop, asked.key, firstWording(record, asked, answer, catalogue)));
    return DONE;
  };
  return guest.isFacilitator ? byFacilitator(house, guest, carry) : byParticipant(house, guest, carry);
};
