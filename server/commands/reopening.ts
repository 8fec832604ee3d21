import { placesIn, roomOfPlace } from "#domain/editorial.ts";
import { catalogue } from "#templates";
import { askedByKey } from "../store/agenda.ts";
import { setStatus } from "../store/workshops.ts";
import type { Act } from "./command.ts";
import { enterPhase, unlock } from "./entering.ts";
import { startWording } from "./start.ts";

/**
 * Takes up one question again after its rule was adopted. The rule stays in force, and in every edition that holds it,
 * until another is adopted in its place. A workshop that was closed is open again: somebody has to answer.
 */
export const reopen = async (act: Act, question: string): Promise<void> => {
  const { trx, workshop, kept } = act;
  if (kept.workshop.status === "closed") {
    await setStatus(trx, workshop, "open");
    for (const place of placesIn(catalogue.sections)) unlock(act, roomOfPlace(place), true);
  }
  const asked = await askedByKey(trx, workshop, question);
  if (asked?.phase !== "decided") return;
  await enterPhase(act, question, "word");
  await startWording(act, asked);
};
