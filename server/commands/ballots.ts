import type { Done } from "#context";
import { type BallotInput, checkedBallot } from "#domain/ballot-input.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { addBallot, addParticipation, ballotByTag, participationsIn, removeBallot } from "../store/ballots.ts";
import { addObjection, keptObjection, objectionTags, removeObjections } from "../store/objections.ts";
import { type KeptRound, roundById } from "../store/rounds.ts";
import { type Act, byParticipant, DONE, type Sitting } from "./command.ts";
import type { Guest, House } from "./house.ts";

export const ballotTag = (house: House, key: string, round: string): string => house.tagOf(key, `ballot:${round}`);
export const objectionTag = (house: House, key: string, id: string): string => house.tagOf(key, `objection:${id}`);

/** Puts a ballot into the box, or another one in the place of the ballot that this device put there before. */
export const castBallot = (house: House, guest: Guest, input: BallotInput & { round: string }): Promise<Done> =>
  byParticipant(house, guest, async (act) => {
    const { trx, workshop, person, key } = act;
    if (!person.votes) return refuse("not-a-voter");
    const cast = checkedBallot(input);
    if (isRefusal(cast)) return cast;
    const round = await roundById(trx, workshop, input.round);
    if (!round) return refuse("no-such-thing");
    if (round.status !== "open") return refuse("round-closed");
    if (round.package) return refuse("package-open");
    const tag = ballotTag(house, key, round.id);
    const before = await ballotByTag(trx, workshop, round.id, tag);
    const hasVoted = (await participationsIn(trx, workshop, round.id)).has(person.id);
    if (hasVoted !== (before !== undefined)) return refuse("ballot-on-other-device");
    if (before) await removeBallot(trx, workshop, round.id, before.id);
    else await addParticipation(trx, workshop, round.id, person.id);
    await addBallot(trx, workshop, round.id, { ...cast.ballot, id: house.newId(), tag });
    return object(act, round, cast.objection);
  });

/** The objections that this device put into the same box before are taken back in any case. */
const object = async (
  { house, trx, workshop, person, key }: Act & Sitting,
  round: KeptRound,
  objection: BallotInput["objection"],
): Promise<Done> => {
  const own = (await objectionTags(trx, workshop, round.question))
    .filter(({ id, round: at, tag }) => at === round.id && tag === objectionTag(house, key, id))
    .map(({ id }) => id);
  await removeObjections(trx, workshop, own);
  if (!objection) return DONE;
  const { id, reason, wish, named } = objection;
  if (await keptObjection(trx, workshop, id)) return refuse("bad-input", { where: "objection.id" });
  await addObjection(
    trx,
    workshop,
    {
      id,
      question: round.question,
      round: round.id,
      reason,
      wish,
      by: named ? person.id : null,
      disposition: "raised",
      replies: [],
    },
    objectionTag(house, key, id),
  );
  return DONE;
};
