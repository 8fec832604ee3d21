import { expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { editionsOf } from "#domain/edition.ts";
import { FEARS, fearsOf, unanswered } from "#domain/fear.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { suggestSubgroups } from "#domain/subgroups.ts";
import { plainText } from "#domain/wording.ts";
import { openLiveDoors } from "#server/commands/live-doors.ts";
import { asking, ballot, come, type Held, hold, lead, must, newId, type Person, type } from "./held-workshop.ts";

const QUESTION = "intake-registration-moment@new-private";
const STAGE_QUESTION = "stage-exit";
const any: Answer = { kind: "single", optionId: "any-contact" };
const done = { done: true };

const person = (held: Held, name: string): Person => {
  const found = held.people.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const shared = async (door: Person["door"]) => (await door.view()).shared;
const write = (door: Person["door"], text: string, signed?: boolean) =>
  door.writeIdea({ id: newId(), question: QUESTION, text, ...(signed === undefined ? {} : { signed }) });
const thinking = async ({ facilitator }: Held, question = QUESTION) => {
  await must(facilitator.openQuestion({ question }));
  await must(facilitator.movePhase({ question, from: "waiting", to: "think", confirmed: true }));
};
const adopt = async (held: Held, question: string, text: string) => {
  const round = newId();
  await must(held.facilitator.openRound({ id: round, question, seen: type(held, question, text, any) }));
  for (const { door } of held.people)
    if (door.participant?.votes) await must(door.castBallot({ round, ...ballot("agree") }));
  await must(held.facilitator.closeRound({ round, confirmed: true }));
  await must(held.facilitator.decide({ id: newId(), question, decision: { kind: "consent" } }));
};

test("everybody is called back, and only the facilitator calls", async () => {
  const held = await hold();
  const anna = person(held, "Анна");
  expect((await shared(anna.door)).meeting.calledAt).toBeNull();
  expect(await anna.door.changeMeeting({ change: "call" })).toEqual({ refused: "not-allowed" });
  await must(held.facilitator.changeMeeting({ change: "call" }));
  expect((await shared(anna.door)).meeting.calledAt).not.toBeNull();
});

test("a break stands before everybody until the work goes on, and is no time spent on the question", async () => {
  const held = await hold();
  const anna = person(held, "Анна");
  const pause = async () => (await shared(anna.door)).meeting.pause;
  const pace = async () => (await shared(held.facilitator)).pace;
  await thinking(held);
  expect(await anna.door.changeMeeting({ change: "pause", seconds: 600 })).toEqual({ refused: "not-allowed" });
  await must(held.facilitator.changeMeeting({ change: "pause", seconds: 600 }));
  expect(await pause()).toMatchObject({ seconds: 600 });
  expect((await pace())?.since).toBeNull();
  await must(held.facilitator.changeMeeting({ change: "pause", seconds: 60, more: true }));
  expect(await pause()).toMatchObject({ seconds: 660 });
  await must(held.facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
  expect(await pause()).toBeNull();
  expect((await pace())?.since).not.toBeNull();
  await must(held.facilitator.changeMeeting({ change: "pause", seconds: 600 }));
  await must(held.facilitator.changeMeeting({ change: "pause", seconds: 0 }));
  expect(await pause()).toBeNull();
  expect((await pace())?.since).not.toBeNull();
});

test("a locked entrance lets nobody new in, and everybody who was in comes back", async () => {
  const held = await hold();
  const { workshops, code, facilitator } = held;
  const anna = person(held, "Анна");
  await must(facilitator.changeMeeting({ change: "lock", on: true }));
  const newcomer = { name: "Пётр", role: "sales-manager", department: "sales" };
  expect(await workshops.join(code, newcomer, asking())).toEqual({ refused: "entrance-locked" });
  const asAnna = { participant: anna.id, name: "", role: "", department: "" };
  expect(await workshops.join(code, asAnna, asking())).toEqual({ refused: "entrance-locked" });
  expect(await workshops.join(code, asAnna, asking(anna.cookie))).toMatchObject({ workshop: held.workshop });
  await must(facilitator.changeMeeting({ change: "lock", on: false }));
  expect(await workshops.join(code, newcomer, asking())).toMatchObject({ workshop: held.workshop });
});

test("anonymity is lessened for everybody to see, and never for what was written before", async () => {
  const held = await hold();
  const [anna, denis] = [person(held, "Анна"), person(held, "Денис")];
  await thinking(held);
  await must(write(anna.door, "До подписи"));
  await must(held.facilitator.changeMeeting({ change: "sign", on: true }));
  expect((await shared(denis.door)).meeting.isSigned).toBe(true);
  await must(write(denis.door, "С подписью", true));
  await must(write(anna.door, "Ушло с телефона, который ещё не знал", false));
  await must(held.facilitator.changeMeeting({ change: "sign", on: false }));
  await must(write(denis.door, "Подпись уже снята", true));
  await must(held.facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
  const ideas = (await shared(anna.door)).now?.ideas ?? [];
  expect(new Map(ideas.map(({ text, by }) => [text, by]))).toEqual(
    new Map([
      ["До подписи", undefined],
      ["С подписью", "Денис Карпов"],
      ["Ушло с телефона, который ещё не знал", undefined],
      ["Подпись уже снята", undefined],
    ]),
  );
  // whoever is taken off the list takes the name along
  await must(held.facilitator.removePerson({ id: denis.id }));
  expect((await held.facilitator.record()).ideas.some(({ by }) => by !== undefined)).toBe(false);
});

test("an observer sees everything, and neither writes, is waited for, nor votes", async () => {
  const held = await hold();
  const id = newId();
  const input = { id, name: "Наблюдатель", role: "director", department: "management", head: false, votes: true };
  await must(held.facilitator.addPerson({ ...input, observer: true }));
  const { door } = await come(held, held.workshop, held.code, id);
  await thinking(held);
  expect((await shared(door)).now?.key).toBe(QUESTION);
  expect(await write(door, "Мысль")).toEqual({ refused: "observer" });
  expect(await door.setReady({ question: QUESTION, ready: true })).toEqual({ refused: "observer" });
  await must(held.facilitator.movePhase({ question: QUESTION, from: "think", to: "word", confirmed: true }));
  const round = newId();
  await must(held.facilitator.openRound({ id: round, question: QUESTION, seen: type(held, QUESTION, "Правило", any) }));
  expect(await door.castBallot({ round, ...ballot("agree") })).toEqual({ refused: "observer" });
  expect((await shared(door)).now?.round?.invited).toBe(5);
});

test("who leaves early is not waited for; votes stay, the quorum follows, a department is not passed over", async () => {
  const held = await hold();
  const { facilitator } = held;
  const [anna, galina] = [person(held, "Анна"), person(held, "Галина")];
  await lead(held, QUESTION);
  const round = newId();
  await must(facilitator.openRound({ id: round, question: QUESTION, seen: type(held, QUESTION, "Правило", any) }));
  await must(anna.door.castBallot({ round, ...ballot("agree") }));
  const invited = async () => (await shared(facilitator)).now?.round;
  expect(await invited()).toMatchObject({ invited: 5, answered: 1 });
  await must(facilitator.setAway({ id: galina.id, away: true }));
  expect(await invited()).toMatchObject({ invited: 4, answered: 1 });
  await must(facilitator.setAway({ id: anna.id, away: true }));
  expect(await invited()).toMatchObject({ invited: 4, answered: 1 });
  // whoever does something is there again
  await must(galina.door.castBallot({ round, ...ballot("agree") }));
  expect((await shared(facilitator)).people.find(({ id }) => id === galina.id)?.away).toBeUndefined();
  const { attendance } = await facilitator.record();
  expect(attendance.filter(({ participant }) => participant === galina.id).map(({ what }) => what)).toEqual([
    "came",
    "left",
    "came",
  ]);
});

test("a fear is answered by a rule in force, by accepting the risk or by parking it, and closing asks about the rest", async () => {
  const held = await hold();
  const { facilitator } = held;
  await thinking(held, FEARS);
  const [taken, typing, blame] = [newId(), newId(), newId()];
  const anna = person(held, "Анна").door;
  await must(anna.writeIdea({ id: taken, question: FEARS, text: "Заберут клиентов" }));
  await must(anna.writeIdea({ id: typing, question: FEARS, text: "Буду печатать, а не продавать" }));
  await must(anna.writeIdea({ id: blame, question: FEARS, text: "Накажут за цех" }));
  const answerByRule = { kind: "rule", question: QUESTION, note: "" } as const;
  expect(await facilitator.answerFear({ idea: taken, answer: answerByRule })).toMatchObject({
    refused: "no-such-thing",
  });
  await must(facilitator.movePhase({ question: FEARS, from: "think", to: "reveal", confirmed: true }));
  expect(await facilitator.answerFear({ idea: taken, answer: answerByRule })).toMatchObject({
    refused: "no-such-thing",
    where: "rule",
  });
  await lead(held, QUESTION);
  await adopt(held, QUESTION, "Любое обращение — сделка");
  expect(await anna.answerFear({ idea: taken, answer: answerByRule })).toEqual({ refused: "not-allowed" });
  await must(facilitator.answerFear({ idea: taken, answer: answerByRule }));
  await must(facilitator.answerFear({ idea: typing, answer: { kind: "risk", note: "Следит Олег" } }));
  expect(await facilitator.closeWorkshop({ closed: true })).toEqual({ refused: "fears-open", count: 1 });
  const fears = fearsOf(await facilitator.record());
  expect(unanswered(fears).map(({ text }) => text)).toEqual(["Накажут за цех"]);
  expect(fears.find(({ id }) => id === taken)?.rule).toBe("R-01");
  expect(await facilitator.closeWorkshop({ closed: true, confirmed: true })).toEqual(done);
});

test("what is corrected after closing is a new edition that shows the difference; closing again alone makes none", async () => {
  const held = await hold();
  const { facilitator } = held;
  await lead(held, QUESTION);
  await adopt(held, QUESTION, "Любое обращение заносится в день звонка");
  await must(facilitator.closeWorkshop({ closed: true }));
  await must(facilitator.closeWorkshop({ closed: false }));
  await must(facilitator.closeWorkshop({ closed: true }));
  const numbers = async () =>
    editionsOf(await facilitator.record()).map(({ number, closedAt }) => [number, !!closedAt]);
  expect(await numbers()).toEqual([[1, true]]);
  await must(facilitator.closeWorkshop({ closed: false }));
  await must(facilitator.movePhase({ question: QUESTION, from: "decided", to: "word", confirmed: true }));
  await adopt(held, QUESTION, "Любое обращение заносится в течение часа");
  expect(await numbers()).toEqual([
    [2, false],
    [1, true],
  ]);
  await must(facilitator.closeWorkshop({ closed: true }));
  const [second] = editionsOf(await facilitator.record());
  expect(second?.closedAt).not.toBeNull();
  expect(
    second?.changes.map(({ rule, before, after }) => [rule, plainText(before ?? []), plainText(after ?? [])]),
  ).toEqual([["R-01", "Любое обращение заносится в день звонка", "Любое обращение заносится в течение часа"]]);
});

const stageKeys = (record: WorkshopRecord) =>
  record.asked.filter(({ question }) => question === STAGE_QUESTION).map(({ key }) => key);

test("two mixed groups draft the cards of their own stages, read the other's, and decide nothing", async () => {
  const held = await hold();
  const { facilitator } = held;
  const record = await facilitator.record();
  const subgroups = suggestSubgroups(record);
  const departments = subgroups.groups.map(({ people }) =>
    people.filter((id) => record.participants.find((one) => one.id === id)?.department === "sales"),
  );
  expect(departments.every(({ length }) => length > 0)).toBe(true);
  expect(subgroups.groups.flatMap(({ people }) => people).sort()).toEqual(held.people.map(({ id }) => id).sort());

  await must(facilitator.changeMeeting({ change: "subgroups", subgroups }));
  const [first = "", last = ""] = [stageKeys(record)[0], stageKeys(record).at(-1)];
  const mayWrite = async (who: Person | null, key: string) => {
    const url = `/rooms/${held.workshop}/${encodeURIComponent(key)}`;
    const cookie = who?.cookie ?? held.facilitatorCookie;
    const admitted = await openLiveDoors(held.services.parts).admitToText({ url, headers: { cookie } } as never);
    return "write" in admitted && admitted.write && (admitted.isWritable ?? false);
  };
  const member = (at: 0 | 1) => held.people.find(({ id }) => subgroups.groups[at].people.includes(id)) as Person;
  expect(await mayWrite(member(0), first)).toBe(true);
  expect(await mayWrite(member(1), first)).toBe(false);
  expect(await mayWrite(member(1), last)).toBe(true);
  expect(await mayWrite(null, first)).toBe(true);

  expect((await member(0).door.card(first))?.shared.now?.question.id).toBe(STAGE_QUESTION);
  expect(await member(0).door.card(QUESTION)).toBeNull();
  await must(member(0).door.setReady({ question: first, ready: true }));
  const seen = (await shared(member(1).door)).subgroups;
  expect(seen?.groups[0]?.cards.find(({ key }) => key === first)?.finished).toBe(1);
  expect(await facilitator.openQuestion({ question: QUESTION })).toEqual({ refused: "subgroups-open" });

  await must(facilitator.changeMeeting({ change: "subgroups", subgroups: { ...subgroups, state: "check" } }));
  expect(await mayWrite(member(0), first)).toBe(false);
  expect((await member(1).door.card(first))?.shared.now?.key).toBe(first);
  await must(facilitator.changeMeeting({ change: "subgroups", subgroups: null }));
  expect((await facilitator.record()).decisions).toEqual([]);
  expect(await facilitator.openQuestion({ question: QUESTION })).toEqual(done);
});

test("the facilitator alone sees how long questions took and when the meeting ends; both outlive a step to another", async () => {
  const held = await hold();
  const { facilitator } = held;
  const endsAt = new Date(Date.now() + 3_600_000).toISOString();
  await thinking(held);
  await must(facilitator.changeMeeting({ change: "end", at: endsAt }));
  const other = (await shared(facilitator)).agenda.find(({ key }) => key !== QUESTION)?.key ?? "";
  await must(facilitator.openQuestion({ question: other }));
  const { pace, agenda } = await shared(facilitator);
  expect(pace).toMatchObject({ endsAt, since: expect.any(String) });
  expect(agenda.find(({ key }) => key === QUESTION)).toMatchObject({ minutes: 5, spent: expect.any(Number) });
  const anna = await shared(person(held, "Анна").door);
  expect([anna.pace, anna.agenda]).toEqual([null, []]);
  expect(await person(held, "Анна").door.changeMeeting({ change: "end", at: null })).toEqual({
    refused: "not-allowed",
  });
  await must(facilitator.changeMeeting({ change: "end", at: null }));
  expect((await shared(facilitator)).pace?.endsAt).toBeNull();
});
