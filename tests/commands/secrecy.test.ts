import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { Database } from "#server/store/sqlite.ts";
import { type Held, hold, lead, must, newId, objecting, type Person, type } from "./held-workshop.ts";

const QUESTION = "intake-registration-moment@new-private";
const any: Answer = { kind: "single", optionId: "any-contact" };

/** Every row of every table, as one who has the file would read it. */
const tables = ({ folder }: Held) => {
  const file = new Database(path.join(folder, "reglament.sqlite"), { readonly: true });
  const names = file.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const rows = Object.fromEntries(
    names.map((name) => [name, file.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]]),
  );
  file.close();
  return rows;
};

const rawBytes = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder)
      .filter((name) => name.startsWith("reglament.sqlite"))
      .map((name) => readFileSync(path.join(folder, name))),
  );

const vote = async (held: Held, order: readonly Person[]) => {
  const round = newId();
  const seen = type(held, QUESTION, `Любое обращение ${round}`, any);
  await must(held.facilitator.openRound({ id: round, question: QUESTION, seen }));
  for (const [at, { door }] of order.entries())
    await must(door.castBallot({ round, choice: "reservation", concern: `оговорка номер ${at}`, objection: null }));
  const open = tables(held).ballots?.filter((row) => row.round === round) ?? [];
  await must(held.facilitator.closeRound({ round, confirmed: true }));
  return { round, open };
};

test("after a round is closed nothing in the database ties a ballot to a person", async () => {
  const held = await hold();
  await lead(held, QUESTION);
  const order = held.people.slice(0, 5);
  const { round, open } = await vote(held, order);
  const rows = tables(held);
  const ballots = rows.ballots ?? [];
  expect(open.every(({ tag }) => typeof tag === "string")).toBe(true);
  expect(ballots).toHaveLength(5);
  expect(ballots.every(({ tag }) => tag === null)).toBe(true);
  expect(rows.participations).toEqual([]);
  expect(ballots.filter(({ id }) => open.some((before) => before.id === id))).toEqual([]);
  expect(Object.keys(ballots[0] ?? {}).sort()).toEqual(["choice", "concern", "id", "round", "tag", "workshop"]);
  const about = JSON.stringify([ballots, rows.rounds?.filter(({ id }) => id === round)]);
  for (const { id, name, key } of order) for (const trace of [id, name, key]) expect(about).not.toContain(trace);
});

test("the file keeps no key of a device and no mark of a counted ballot", async () => {
  const held = await hold();
  await lead(held, QUESTION);
  const { open } = await vote(held, held.people.slice(0, 5));
  const bytes = rawBytes(held.folder);
  for (const { key } of held.people) {
    expect(bytes.includes(key)).toBe(false);
    expect(bytes.includes(Buffer.from(key, "base64url"))).toBe(false);
  }
  for (const { tag, id } of open) {
    expect(bytes.includes(String(tag))).toBe(false);
    expect(bytes.includes(String(id))).toBe(false);
  }
  expect(bytes.includes("оговорка номер 0")).toBe(true);
});

test("the file keeps no mark either when other commands come in the same moment", async () => {
  const held = await hold();
  const { facilitator, people } = held;
  await lead(held, QUESTION);
  const round = newId();
  const seen = type(held, QUESTION, "Любое обращение", any);
  await must(facilitator.openRound({ id: round, question: QUESTION, seen }));
  for (const { door } of people.slice(0, 5)) await must(door.castBallot({ round, ...objecting("вредно", "иначе") }));
  const marks = tables(held).ballots?.map(({ tag }) => String(tag)) ?? [];
  const ready = people.map(({ door }) => door.setReady({ question: QUESTION, ready: true }));
  await Promise.all([facilitator.closeRound({ round, confirmed: true }), ...ready]);
  const bytes = rawBytes(held.folder);
  expect(marks).toHaveLength(5);
  expect(marks.filter((mark) => bytes.includes(mark))).toEqual([]);
});

test("the places of the ballots, in the table and in the bytes of the file, are not the order of voting", async () => {
  const held = await hold();
  await lead(held, QUESTION);
  let inTable = 0;
  let inFile = 0;
  const rounds = 12;
  for (let turn = 0; turn < rounds; turn++) {
    const { round } = await vote(held, held.people.slice(0, 5));
    const said = (tables(held).ballots ?? [])
      .filter((row) => row.round === round)
      .map(({ concern }) => Number(String(concern).at(-1)));
    const bytes = rawBytes(held.folder);
    const places = [0, 1, 2, 3, 4].map((at) => {
      const ids = (tables(held).ballots ?? []).filter((row) => row.round === round);
      return bytes.indexOf(String(ids.find(({ concern }) => String(concern).endsWith(String(at)))?.id));
    });
    if (said.join() === "0,1,2,3,4" || said.join() === "4,3,2,1,0") inTable++;
    const isSorted = (sign: number) =>
      places.every((place, at) => at === 0 || sign * (place - (places[at - 1] ?? 0)) > 0);
    if (isSorted(1) || isSorted(-1)) inFile++;
    if (turn % 2 === 0) {
      await must(held.facilitator.movePhase({ question: QUESTION, from: "round", to: "word", confirmed: true }));
      continue;
    }
    // a third round is not opened: the question is parked and begins anew
    const decision = { kind: "parked" as const, owner: "Анна", dueOn: "2099-01-01", missing: "" };
    await must(held.facilitator.decide({ id: newId(), question: QUESTION, decision }));
    await must(held.facilitator.movePhase({ question: QUESTION, from: "parked", to: "word", confirmed: true }));
  }
  // by chance five ballots stand in order, or in reverse, once in sixty times
  expect(inTable).toBeLessThan(4);
  expect(inFile).toBeLessThan(4);
});

test("an objection without a name is known again by its device alone", async () => {
  const held = await hold();
  await lead(held, QUESTION);
  const [anna, denis] = [held.people[1], held.people[2]] as [Person, Person];
  const round = newId();
  const seen = type(held, QUESTION, "Любое обращение", any);
  await must(held.facilitator.openRound({ id: round, question: QUESTION, seen }));
  const objection = objecting("вредно", "иначе");
  await must(anna.door.castBallot({ round, ...objection }));
  await must(held.facilitator.closeRound({ round, confirmed: true }));
  const row = tables(held).objections?.[0] ?? {};
  expect(row.named).toBeNull();
  expect(JSON.stringify(row)).not.toContain(anna.id);
  expect((await anna.door.view()).mine.objections).toEqual([objection.objection.id]);
  expect((await denis.door.view()).mine.objections).toEqual([]);
});
