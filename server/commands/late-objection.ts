import type { Done } from "#context";
import { checkedBallot } from "#domain/ballot-input.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { rulesOf } from "#domain/rule.ts";
import { addObjection, keptObjection } from "../store/objections.ts";
import { recordOf } from "../store/record.ts";
import { openPackage, roundsOn } from "../store/rounds.ts";
import { objectionTag } from "./ballots.ts";
import { byParticipant, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";
import { reopen } from "./reopening.ts";

/**
 * An objection that somebody comes upon when the rule is in force already. It is heard like any other, also without a
 * name, only the device that raised it closes it, and it reopens this one rule, which stays in force meanwhile.
 */
export const objectLate = (
  house: House,
  guest: Guest,
  input: { id: string; question: string; reason: string; wish: string; named: boolean },
): Promise<Done> =>
  byParticipant(
    house,
    guest,
    async (act) => {
      const { trx, workshop, person, key, afterwards } = act;
      if (!person.votes) return refuse("not-a-voter");
      const tag = objectionTag(house, key, input.id);
      const before = await keptObjection(trx, workshop, input.id);
      if (before) return before.tag === tag ? DONE : refuse("bad-input", { where: "id" });
      const { id, question, reason, wish, named } = input;
      const said = checkedBallot({ choice: "object", concern: null, objection: { id, reason, wish, named } });
      if (isRefusal(said)) return said;
      const record = await recordOf(trx, workshop);
      const rule = record && rulesOf(record).find((one) => one.question === question);
      if (!rule || rule.decision.kind === "parked") return refuse("no-such-thing");
      // who has something against a wording that is voted on just now says so in the vote
      const isVotedOn = (await roundsOn(trx, workshop, question)).some(({ status }) => status === "open");
      if (isVotedOn) return refuse("round-open");
      if ((await openPackage(trx, workshop)).some((round) => round.question === question))
        return refuse("package-open");
      const by = named ? person.id : null;
      await addObjection(
        trx,
        workshop,
        {
          id,
          question,
          round: rule.decision.round,
          reason: said.objection?.reason ?? reason,
          wish: said.objection?.wish ?? wish,
          by,
          disposition: "raised",
          replies: [],
          late: true,
        },
        tag,
      );
      await reopen(act, question);
      // the order of writing would tell who was at a phone just then
      afterwards(house.forgetOrder);
      return DONE;
    },
    { closed: true },
  );
