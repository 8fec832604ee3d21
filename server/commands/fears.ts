import type { Done } from "#context";
import { mayAnswer } from "#domain/fear.ts";
import type { FearAnswer } from "#domain/idea.ts";
import { refuse } from "#domain/refusal.ts";
import { answerIdea } from "../store/ideas.ts";
import { recordOf } from "../store/record.ts";
import { byFacilitator, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";

/** Notes what became of a fear of the wall: a rule answers it, it is a risk that somebody bears, or it is parked. */
export const answerFear = (
  house: House,
  guest: Guest,
  { idea, answer }: { idea: string; answer: FearAnswer | null },
): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop }) => {
    const record = await recordOf(trx, workshop);
    if (!record) return refuse("no-such-thing");
    const no = mayAnswer(record, idea, answer);
    if (no) return no;
    await answerIdea(trx, workshop, idea, answer);
    return DONE;
  });
