import path from "node:path";
import { expect, test } from "vitest";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { Database } from "#server/store/sqlite.ts";
import { come, type Held, hold, lead, must, type Person } from "./held-workshop.ts";

const question = "stage-time-norm@new-private.production";

const taken = async (): Promise<Held> => {
  const held = await hold();
  await lead(held, question);
  await must(held.facilitator.takeTemperature({ question, open: true }));
  return held;
};
const shownTo = async ({ door }: { door: Held["facilitator"] }) => (await door.view()).shared.now?.temperature;

test("readings are shown to nobody before the spread is, then to everybody at once and without names", async () => {
  const held = await taken();
  const { facilitator, people } = held;
  const [head, anna, denis] = people as [Person, Person, Person];
  await must(head.door.giveReading({ question, value: 5 }));
  await must(anna.door.giveReading({ question, value: 2 }));
  for (const door of [facilitator, denis.door])
    expect(await shownTo({ door })).toEqual({ status: "open", answered: 2, readings: [] });
  expect((await anna.door.view()).mine.temperature).toBe(2);
  expect((await denis.door.view()).mine.temperature).toBeNull();
  await must(facilitator.takeTemperature({ question, open: false }));
  expect(await shownTo(denis)).toEqual({ status: "closed", answered: 2, readings: [2, 5] });
  const record = await facilitator.record();
  expect(readWorkshopFile(writeWorkshopFile(record))).toEqual({ record });
  const file = new Database(path.join(held.folder, "reglament.sqlite"), { readonly: true });
  expect(file.prepare("select 1 from readings where tag is not null").all()).toEqual([]);
  expect(file.prepare("select 1 from participations").all()).toEqual([]);
  file.close();
});

test("everybody counts once, may think again on the own device, and is heard no more once the spread is shown", async () => {
  const held = await taken();
  const { facilitator, people } = held;
  const [head] = people as [Person];
  await must(head.door.giveReading({ question, value: 1 }));
  await must(head.door.giveReading({ question, value: 4 }));
  const tablet = await come(held, held.workshop, held.code, head.id);
  expect(await tablet.door.giveReading({ question, value: 1 })).toEqual({ refused: "ballot-on-other-device" });
  await must(facilitator.takeTemperature({ question, open: false }));
  expect(await shownTo(head)).toMatchObject({ readings: [4] });
  expect(await head.door.giveReading({ question, value: 5 })).toEqual({ refused: "phase-passed" });
});

test("asking again begins anew; only the facilitator asks, and only while a wording is made", async () => {
  const held = await taken();
  const { facilitator, people } = held;
  const [head] = people as [Person];
  await must(head.door.giveReading({ question, value: 3 }));
  await must(facilitator.takeTemperature({ question, open: false }));
  await must(facilitator.takeTemperature({ question, open: true }));
  expect(await shownTo(head)).toEqual({ status: "open", answered: 0, readings: [] });
  expect(await head.door.takeTemperature({ question, open: false })).toEqual({ refused: "not-allowed" });
  expect(await facilitator.takeTemperature({ question: "standards-phone", open: true })).toMatchObject({
    refused: expect.stringMatching(/not-this-phase|no-such-thing/),
  });
});
