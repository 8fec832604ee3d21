import type { Done } from "#context";
import { refuse } from "#domain/refusal.ts";
import { askedByKey } from "../store/agenda.ts";
import { addParticipation, emptyBox, participationsIn } from "../store/ballots.ts";
import {
  addReading,
  emptyReadings,
  readingByTag,
  removeReading,
  setTemperature,
  temperatureStatus,
} from "../store/temperatures.ts";
import { byFacilitator, byParticipant, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";

export const temperatureTag = (house: House, key: string, question: string): string =>
  house.tagOf(key, `temperature:${question}`);

/** Who has given a reading is noted under this name, apart from the readings, as with ballots. */
const boxOf = (question: string): string => `temperature ${question}`;

/** Asks everybody how the wording feels, or shows the spread of what they said. Asking again begins anew. */
export const takeTemperature = (
  house: House,
  guest: Guest,
  { question, open }: { question: string; open: boolean },
): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop, kept, afterwards }) => {
    const asked = await askedByKey(trx, workshop, question);
    if (!asked) return refuse("no-such-thing");
    const status = await temperatureStatus(trx, workshop, question);
    if ((status === "open") === open) return DONE;
    if (open && (asked.key !== kept.current || asked.phase !== "word")) return refuse("not-this-phase");
    const values = await emptyReadings(trx, workshop, question);
    await emptyBox(trx, workshop, boxOf(question));
    await setTemperature(trx, workshop, question, open ? "open" : "closed");
    if (!open)
      for (const value of values) await addReading(trx, { workshop, question, id: house.newId(), value, tag: null });
    afterwards(house.forgetOrder);
    return DONE;
  });

/** One reading a person, which the same device may change until the spread is shown. */
export const giveReading = (
  house: House,
  guest: Guest,
  { question, value }: { question: string; value: number },
): Promise<Done> =>
  byParticipant(house, guest, async ({ trx, workshop, person, key }) => {
    if ((await temperatureStatus(trx, workshop, question)) !== "open") return refuse("phase-passed");
    const tag = temperatureTag(house, key, question);
    const before = await readingByTag(trx, workshop, question, tag);
    const hasAnswered = (await participationsIn(trx, workshop, boxOf(question))).has(person.id);
    if (hasAnswered !== (before !== undefined)) return refuse("ballot-on-other-device");
    if (before) await removeReading(trx, before);
    else await addParticipation(trx, workshop, boxOf(question), person.id);
    await addReading(trx, { workshop, question, id: house.newId(), value, tag });
    return DONE;
  });
