import { turned } from "#domain/clock.ts";
import { placesIn, roomOfPlace } from "#domain/editorial.ts";
import { catalogue } from "#templates";
import { askedByKey } from "../store/agenda.ts";
import { setClock, setStatus } from "../store/workshops.ts";
import type { Act } from "./command.ts";
import { enterPhase, unlock } from "./entering.ts";
import { startWording } from "./start.ts";

/** A closed workshop goes on where it was: its clock, the text on the wall, the texts beside the rules. */
export const openAgain = async (act: Act): Promise<void> => {
  const { trx, workshop, kept, at } = act;
  await setStatus(trx, workshop, "open");
  await setClock(trx, workshop, turned(kept.clock, { from: null, to: kept.current, at }));
  const asked = kept.current === null ? null : await askedByKey(trx, workshop, kept.current);
  if (asked) unlock(act, asked.key, asked.phase === "word");
  for (const place of placesIn(catalogue.sections)) unlock(act, roomOfPlace(place), true);
};

/**
 * Takes up one question again after its rule was adopted. The rule stays in force, and in every edition that holds it,
 * until another is adopted in its place. A workshop that was closed is open again: somebody has to answer.
 */
export const reopen = async (act: Act, question: string): Promise<void> => {
  const { trx, workshop, kept } = act;
  if (kept.workshop.status === "closed") await openAgain(act);
  const asked = await askedByKey(trx, workshop, question);
  if (asked?.phase !== "decided") return;
  await enterPhase(act, question, "word");
  await startWording(act, asked);
};
