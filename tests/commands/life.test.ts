import { describe, expect, test, vi } from "vitest";
import type { ReaderDoor } from "#context";
import type { Answer } from "#domain/answer.ts";
import { openObjections } from "#domain/objection.ts";
import { rulesOf } from "#domain/rule.ts";
import { roomName } from "#server/collaboration/rooms.ts";
import { ballot, type Held, hold, lead, must, newId, type Person, type } from "./held-workshop.ts";

const QUESTION = "intake-registration-moment@new-private";
const any: Answer = { kind: "single", optionId: "any-contact" };

/** A workshop with one rule in force and the first edition closed. */
const closed = async (): Promise<Held> => {
  const held = await hold();
  const { facilitator, people } = held;
  await lead(held, QUESTION);
  const round = newId();
  const seen = type(held, QUESTION, "Регистрируем любое обращенеи", any);
  await must(facilitator.openRound({ id: round, question: QUESTION, seen }));
  for (const { door } of people.slice(0, 5)) await must(door.castBallot({ round, ...ballot("agree") }));
  await must(facilitator.closeRound({ round, confirmed: true }));
  await must(facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } }));
  await must(facilitator.closeWorkshop({ closed: true, confirmed: true }));
  return held;
};

const tokenOf = (url: string | undefined): string => url?.split("/").at(-1) ?? "";
const readerOf = async (held: Held, at: number): Promise<ReaderDoor> => {
  const links = (await held.facilitator.reading())?.people ?? [];
  const person = held.people[at] as Person;
  const door = await held.workshops.read(tokenOf(links.find(({ participant }) => participant === person.id)?.url));
  if (!door) throw new Error("the link does not open");
  return door;
};

describe("an edition", () => {
  test("is approved by the head and the director alone, each once, under the hash of what it says", async () => {
    const held = await closed();
    const [head, anna, director] = [await readerOf(held, 0), await readerOf(held, 1), await readerOf(held, 5)];
    expect(await anna.approve({ id: newId(), edition: 1 })).toEqual({ refused: "not-allowed" });
    expect(await head.approve({ id: newId(), edition: 2 })).toEqual({ refused: "edition-moved" });
    await must(head.approve({ id: newId(), edition: 1 }));
    await must(head.approve({ id: newId(), edition: 1 }));
    await must(director.approve({ id: newId(), edition: 1 }));
    const { approvals } = await held.facilitator.record();
    expect(approvals).toMatchObject([
      { as: "head", name: "Олег Гришин", edition: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { as: "director", name: "Игорь Светлов", edition: 1, hash: approvals[0]?.hash },
    ]);
  });

  test("is acknowledged by link, once a person, and by newcomers under a name that nobody on the list has", async () => {
    const held = await closed();
    const anna = await readerOf(held, 1);
    await must(anna.acknowledge({ id: newId(), edition: 1, name: "Кто-то другой", department: "production" }));
    await must(anna.acknowledge({ id: newId(), edition: 1, name: "", department: "" }));
    const others = await held.workshops.read(tokenOf((await held.facilitator.reading())?.others ?? ""));
    const say = (name: string, department: string) =>
      others?.acknowledge({ id: newId(), edition: 1, name, department });
    expect(await say("анна  юсупова", "sales")).toEqual({ refused: "name-taken" });
    expect(await say(" ", "sales")).toEqual({ refused: "text-empty" });
    expect(await say("Пётр Новый", "nowhere")).toMatchObject({ refused: "bad-input" });
    expect(await say("Пётр Новый", "sales")).toEqual({ done: true });
    expect((await held.facilitator.record()).acknowledgements).toMatchObject([
      { participant: held.people[1]?.id, name: "Анна Юсупова", department: "sales", edition: 1 },
      { participant: null, name: "Пётр Новый" },
    ]);
  });

  test("is not shown by a link that was changed, of another workshop, or of an entrance that was renewed", async () => {
    const held = await closed();
    const links = (await held.facilitator.reading())?.people ?? [];
    const token = tokenOf(links[0]?.url);
    const [workshop, , signature] = token.split(".");
    const other = Buffer.from(held.people[1]?.id ?? "").toString("base64url");
    expect(await held.workshops.read(`${workshop}.${other}.${signature}`)).toBeNull();
    expect(await held.workshops.read(`${workshop}..${signature}`)).toBeNull();
    expect(await held.workshops.read("nothing")).toBeNull();
    await must(held.facilitator.closeWorkshop({ closed: false }));
    await must(held.facilitator.renewEntrance({ what: "code" }));
    expect(await held.workshops.read(token)).toBeNull();
  });

  test("is linked for everybody to who leads, for oneself to who sits there", async () => {
    const held = await closed();
    const anna = held.people[1] as Person;
    expect(await anna.door.reading()).toMatchObject({ people: [{ participant: anna.id }], others: null });
  });

  test("has a quiz whose result is kept only where its own acknowledgement is named, and only the first", async () => {
    const held = await closed();
    const [anna, denis] = [await readerOf(held, 1), await readerOf(held, 2)];
    const id = newId();
    await must(anna.acknowledge({ id, edition: 1, name: "", department: "" }));
    const [situation] = await anna.quiz("ru", "sales");
    const right = { [situation?.id ?? ""]: situation?.right ?? "" };
    const answer = { department: "sales", language: "ru" as const };
    expect(await denis.answerQuiz({ ...answer, acknowledgement: id, answers: right })).toEqual({
      refused: "no-such-thing",
    });
    expect(await anna.answerQuiz({ ...answer, acknowledgement: null, answers: right })).toMatchObject({ right: 1 });
    expect((await held.facilitator.record()).acknowledgements[0]?.quiz).toBeUndefined();
    await anna.answerQuiz({ ...answer, acknowledgement: id, answers: {} });
    await anna.answerQuiz({ ...answer, acknowledgement: id, answers: right });
    expect((await held.facilitator.record()).acknowledgements[0]?.quiz).toEqual({ right: 0, of: 1 });
  });
});

describe("after the meeting", () => {
  test("a late objection reopens its one rule, which stays in force, and only its device closes it", async () => {
    const held = await closed();
    const [, anna, denis] = held.people as [Person, Person, Person];
    const id = newId();
    const objection = { id, question: QUESTION, reason: "Пустые карточки", wish: "Считать отдельно", named: false };
    expect(await held.people[5]?.door.objectLate({ ...objection, id: newId() })).toEqual({ refused: "not-a-voter" });
    expect(await held.facilitator.objectLate(objection)).toEqual({ refused: "not-allowed" });
    expect(await anna.door.objectLate({ ...objection, wish: " " })).toMatchObject({ refused: "wish-missing" });
    await must(anna.door.objectLate(objection));
    await must(anna.door.objectLate(objection));
    const record = await held.facilitator.record();
    expect(record.workshop.status).toBe("open");
    expect(record.asked.filter(({ phase }) => phase === "word").map(({ key }) => key)).toEqual([QUESTION]);
    expect(rulesOf(record)).toHaveLength(1);
    expect(openObjections(record.objections, QUESTION)).toMatchObject([{ by: null, late: true }]);
    expect(JSON.stringify(record.objections)).not.toContain(anna.id);
    expect(await denis.door.dispose({ objection: id, disposition: "withdrawn" })).toEqual({
      refused: "only-the-objector",
    });
    await must(anna.door.dispose({ objection: id, disposition: "withdrawn" }));
  });

  test("a late objection to one rule lets the room write on where it stood when the workshop was closed", async () => {
    const held = await hold();
    const { facilitator, people, services, workshop } = held;
    const other = "standards-phone";
    await lead(held, QUESTION);
    const round = newId();
    const seen = type(held, QUESTION, "Регистрируем любое обращение", any);
    await must(facilitator.openRound({ id: round, question: QUESTION, seen }));
    for (const { door } of people.slice(0, 5)) await must(door.castBallot({ round, ...ballot("agree") }));
    await must(facilitator.closeRound({ round, confirmed: true }));
    await must(facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } }));
    await lead(held, other);
    const told = vi.spyOn(services.rooms, "setWritable");
    const writes = () => told.mock.calls.findLast(([room]) => room === roomName(workshop, other))?.[1];
    await must(facilitator.closeWorkshop({ closed: true, confirmed: true }));
    expect(writes()).toBe(false);
    const said = { reason: "Пустые карточки", wish: "Считать отдельно", named: false };
    await must((people[1] as Person).door.objectLate({ id: newId(), question: QUESTION, ...said }));
    expect((await facilitator.view()).shared.now?.question.id).toBe(other);
    expect(writes()).toBe(true);
  });

  test("a slip is corrected by who leads, and anybody may want a vote on it", async () => {
    const held = await closed();
    const { facilitator } = held;
    const anna = held.people[1] as Person;
    const id = newId();
    const slip = { id, question: QUESTION, wrong: "обращенеи", right: "обращение" };
    expect(await facilitator.fixTypo(slip)).toEqual({ refused: "workshop-closed" });
    await must(facilitator.closeWorkshop({ closed: false }));
    expect(await anna.door.fixTypo(slip)).toEqual({ refused: "not-allowed" });
    expect(await facilitator.fixTypo({ ...slip, right: "письмо" })).toEqual({ refused: "typo-meaning" });
    await must(facilitator.fixTypo(slip));
    expect(rulesOf(await facilitator.record())[0]?.text).toBe("Регистрируем любое обращение");
    await must(facilitator.closeWorkshop({ closed: true, confirmed: true }));
    expect((await facilitator.record()).workshop.editions?.map(({ number }) => number)).toEqual([1, 2]);
    await must(anna.door.recallTypo({ id: newId(), typo: id }));
    const record = await facilitator.record();
    expect(rulesOf(record)[0]?.text).toBe("Регистрируем любое обращенеи");
    expect(record.asked.find(({ key }) => key === QUESTION)?.phase).toBe("word");
  });

  test("text beside the clauses comes into the document by who leads, as it was seen", async () => {
    const held = await closed();
    const { facilitator } = held;
    await must(facilitator.closeWorkshop({ closed: false }));
    type(held, "editorial.preface", "Эту инструкцию составил весь отдел", any);
    const seen = JSON.stringify([{ kind: "paragraph", spans: [{ text: "Эту инструкцию составил весь отдел" }] }]);
    const input = { id: newId(), place: "preface", seen };
    expect(await held.people[1]?.door.keepText(input)).toEqual({ refused: "not-allowed" });
    expect(await facilitator.keepText({ ...input, place: "elsewhere" })).toEqual({ refused: "no-such-thing" });
    expect(await facilitator.keepText({ ...input, seen: "[]" })).toEqual({ refused: "wording-moved" });
    await must(facilitator.keepText(input));
    await must(facilitator.keepText({ ...input, id: newId() }));
    expect((await facilitator.record()).editorials).toMatchObject([{ kind: "text", place: "preface" }]);
  });
});
