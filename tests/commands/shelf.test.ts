import { expect, test } from "vitest";
import { writeWorkshopFile } from "#domain/workshop-file.ts";
import { asking, doorOf, hold } from "./held-workshop.ts";

test("the owner, and nobody else, puts a workshop away from the shelf and brings it back as it was", async () => {
  const held = await hold();
  const { workshops, workshop, account, facilitatorCookie, people, facilitator } = held;
  const before = await facilitator.record();
  const away = async () => (await workshops.shelf(account.id)).map(({ archivedAt, own }) => [archivedAt !== null, own]);
  for (const cookie of ["", people[0]?.cookie ?? ""])
    expect(await workshops.archive(workshop, true, asking(cookie))).toEqual({ refused: "not-allowed" });
  expect(await workshops.archive("no-such", true, asking(facilitatorCookie))).toEqual({ refused: "not-allowed" });
  expect(await away()).toEqual([[false, true]]);
  expect(await workshops.archive(workshop, true, asking(facilitatorCookie))).toEqual({ done: true });
  expect(await away()).toEqual([[true, true]]);
  expect(await (await doorOf(workshops, workshop, facilitatorCookie)).record()).toEqual(before);
  expect(await workshops.archive(workshop, false, asking(facilitatorCookie))).toEqual({ done: true });
  expect(await away()).toEqual([[false, true]]);
});

test("an example is told apart from a workshop of one's own", async () => {
  const { workshops, account } = await hold();
  const { id } = await workshops.createDemo(account, "windows", "ru");
  const cards = await workshops.shelf(account.id);
  expect(cards.map((card) => [card.id === id, card.demo]).sort()).toEqual([
    [false, false],
    [true, true],
  ]);
});

test("a workshop.json opens as a whole workshop beside the one that it was taken from", async () => {
  const { workshops, account, facilitatorCookie } = await hold();
  const { id } = await workshops.createDemo(account, "windows", "ru");
  const record = await (await doorOf(workshops, id, facilitatorCookie)).record();
  const opened = await workshops.openRecord(account, writeWorkshopFile(record));
  if ("problem" in opened) throw new Error("the file was not read");
  expect(opened.id).not.toBe(id);
  const copy = await (await doorOf(workshops, opened.id, facilitatorCookie)).record();
  expect(copy.decisions.length).toBeGreaterThan(0);
  expect({ ...copy, workshop: { ...copy.workshop, id } }).toEqual(record);
});

test("a file that is no workshop says where it is wrong and opens nothing", async () => {
  const { workshops, account } = await hold();
  expect(await workshops.openRecord(account, '{"format":"reglament.workshop"}')).toMatchObject({
    problem: { where: expect.any(String) },
  });
  expect(await workshops.shelf(account.id)).toHaveLength(1);
});
