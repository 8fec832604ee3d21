import type { Done } from "#context";
import { mayCorrect, placesIn, roomOfPlace, textAt } from "#domain/editorial.ts";
import { refuse } from "#domain/refusal.ts";
import { rulesOf } from "#domain/rule.ts";
import { catalogue } from "#templates";
import { addEditorial, editorialsOf } from "../store/editorials.ts";
import { recordOf } from "../store/record.ts";
import { type Act, byFacilitator, carryOut, DONE } from "./command.ts";
import { draftOf, prefill } from "./draft.ts";
import type { Guest, House } from "./house.ts";
import { reopen } from "./reopening.ts";

/** How long a text beside the clauses may be, in characters as it is kept. */
const LONGEST = 40_000;

const isKept = async ({ trx, workshop }: Act, id: string): Promise<boolean> =>
  (await editorialsOf(trx, workshop)).some((one) => one.id === id);

/** Takes what has been written at a place beside the clauses into the document; `seen` is what the facilitator saw. */
export const keepText = async (
  house: House,
  guest: Guest,
  input: { id: string; place: string; seen: string },
): Promise<Done> => {
  if (!guest.isFacilitator) return refuse("not-allowed");
  if (!placesIn(catalogue.sections).includes(input.place)) return refuse("no-such-thing");
  // texts are read outside the transaction: reading commits what has just been typed, over a connection of its own
  const { wording } = draftOf(house, guest.workshop, roomOfPlace(input.place));
  return byFacilitator(house, guest, async (act) => {
    const { trx, workshop, kept, at } = act;
    if (await isKept(act, input.id)) return DONE;
    const text = JSON.stringify(wording);
    if (text.length > LONGEST) return refuse("text-too-long", { count: LONGEST });
    if (text !== input.seen) return refuse("wording-moved");
    const before = textAt({ editorials: await editorialsOf(trx, workshop) }, input.place);
    if (JSON.stringify(before?.wording ?? []) === text) return DONE;
    const { id, place } = input;
    await addEditorial(trx, workshop, { kind: "text", id, place, wording, by: kept.workshop.facilitator, at });
    return DONE;
  });
};

/** Gives the shared text of a place what the document says there, unless somebody is writing it already. */
export const openText = (house: House, guest: Guest, { place }: { place: string }): Promise<Done> =>
  carryOut(house, guest, async ({ trx, workshop, afterwards }) => {
    if (!placesIn(catalogue.sections).includes(place)) return refuse("no-such-thing");
    const text = textAt({ editorials: await editorialsOf(trx, workshop) }, place);
    const start = { wording: text?.wording ?? null, answer: null, from: null };
    afterwards(() => prefill(house, workshop, roomOfPlace(place), start));
    return DONE;
  });

/** Corrects a slip of spelling in an adopted rule, marked as such; anything that might be more has to be voted on. */
export const fixTypo = (
  house: House,
  guest: Guest,
  input: { id: string; question: string; wrong: string; right: string },
): Promise<Done> =>
  byFacilitator(house, guest, async (act) => {
    const { trx, workshop, kept, at } = act;
    if (await isKept(act, input.id)) return DONE;
    const record = await recordOf(trx, workshop);
    const rule = record && rulesOf(record).find(({ question }) => question === input.question);
    if (!rule) return refuse("no-such-thing");
    const no = mayCorrect(rule.wording, input);
    if (no) return no;
    const by = kept.workshop.facilitator;
    await addEditorial(trx, workshop, { kind: "typo", ...input, proposal: rule.proposal.id, by, at });
    return DONE;
  });

/** Anybody of the room may want a vote on what was called a slip: it is taken out, and the question is taken up again. */
export const recallTypo = (house: House, guest: Guest, input: { id: string; typo: string }): Promise<Done> =>
  carryOut(
    house,
    guest,
    async (act) => {
      const { trx, workshop, at } = act;
      const editorials = await editorialsOf(trx, workshop);
      const typo = editorials.find(({ id }) => id === input.typo);
      if (typo?.kind !== "typo") return refuse("no-such-thing");
      if (editorials.some((one) => one.kind === "recall" && one.typo === typo.id)) return DONE;
      await addEditorial(trx, workshop, { kind: "recall", id: input.id, at, typo: typo.id });
      await reopen(act, typo.question);
      return DONE;
    },
    { closed: true },
  );
