import type { Done } from "#context";
import { mayMove, type Phase, wound } from "#domain/agenda.ts";
import { refuse } from "#domain/refusal.ts";
import { askedByKey, setTimer as keepTimer } from "../store/agenda.ts";
import { participantsOf } from "../store/participants.ts";
import { setReady as keepReady, readyWith } from "../store/readiness.ts";
import { openPackage, roundsOn } from "../store/rounds.ts";
import { type Act, byFacilitator, byParticipant, DONE } from "./command.ts";
import { begin, enterPhase, putForward, unlock } from "./entering.ts";
import type { Guest, House } from "./house.ts";
import { voidOpenRound } from "./rounds.ts";
import { startWording } from "./start.ts";

const isVotedOn = async ({ trx, workshop }: Act, question: string): Promise<boolean> =>
  (await roundsOn(trx, workshop, question)).some(({ status }) => status === "open");

/** Puts a question before everybody; one that is being voted on is not left. */
export const openQuestion = (house: House, guest: Guest, input: { question: string }): Promise<Done> =>
  byFacilitator(house, guest, async (act) => {
    const { trx, workshop, kept } = act;
    const asked = await askedByKey(trx, workshop, input.question);
    if (!asked) return refuse("no-such-thing");
    if (kept.current === asked.key) return DONE;
    if (kept.meeting.subgroups) return refuse("subgroups-open");
    if ((await openPackage(trx, workshop)).length > 0) return refuse("package-open");
    if (kept.current !== null) {
      if (await isVotedOn(act, kept.current)) return refuse("round-open");
      unlock(act, kept.current, false);
    }
    await begin(act);
    await putForward(act, asked.key);
    unlock(act, asked.key, asked.phase === "word");
    return DONE;
  });

export const movePhase = (
  house: House,
  guest: Guest,
  input: { question: string; from: Phase; to: Phase; confirmed: boolean },
): Promise<Done> =>
  byFacilitator(house, guest, async (act) => {
    const { trx, workshop } = act;
    const asked = await askedByKey(trx, workshop, input.question);
    if (!asked) return refuse("no-such-thing");
    const { from, to, confirmed } = input;
    const no = mayMove(asked, { from, to, confirmed, unready: await unready(act, asked.key) });
    if (no) return no;
    if (from === "round" && (await openPackage(trx, workshop)).some(({ question }) => question === asked.key))
      return refuse("package-open");
    if (from === "round") await voidOpenRound(act, asked.key);
    await enterPhase(act, asked.key, to);
    if (to === "word") await startWording(act, asked);
    return DONE;
  });

/** How many of those who are here and may write have not said that they are ready. */
const unready = async ({ house, trx, workshop }: Act, question: string): Promise<number> => {
  const here = new Set(house.feed.here(workshop));
  const ready = new Set(await readyWith(trx, workshop, question));
  return (await participantsOf(trx, workshop)).filter(({ id, observer }) => !observer && here.has(id) && !ready.has(id))
    .length;
};

export const setTimer = (
  house: House,
  guest: Guest,
  input: { question: string; seconds: number; more?: boolean },
): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop, at }) => {
    const asked = await askedByKey(trx, workshop, input.question);
    if (!asked) return refuse("no-such-thing");
    await keepTimer(trx, workshop, asked.key, wound(asked.timer, { ...input, at }));
    return DONE;
  });

export const setReady = (house: House, guest: Guest, input: { question: string; ready: boolean }): Promise<Done> =>
  byParticipant(house, guest, async ({ trx, workshop, person }) => {
    const asked = await askedByKey(trx, workshop, input.question);
    if (!asked) return refuse("no-such-thing");
    if (asked.phase === "decided" || asked.phase === "parked") return refuse("phase-passed");
    await keepReady(trx, workshop, asked.key, person.id, input.ready);
    return DONE;
  });
