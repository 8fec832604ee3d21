import { describe, expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { REVIEW_DAYS } from "#domain/decision.ts";
import { summaryOf } from "#domain/meeting-summary.ts";
import { isOpen } from "#domain/objection.ts";
import { proceedingsOf } from "#domain/proceedings.ts";
import { composeRegulation } from "#domain/regulation.ts";
import type { Choice } from "#domain/round.ts";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { catalogue } from "#templates";
import { ballot, type Held, hold, lead, must, newId, objecting, type Person, type } from "./held-workshop.ts";

const QUESTION = "intake-registration-moment@new-private";
const any: Answer = { kind: "single", optionId: "any-contact" };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const now = async ({ facilitator }: Held) => (await facilitator.view()).shared.now;
const voters = ({ people }: Held) => people.slice(0, 5) as [Person, Person, Person, Person, Person];

/** One vote: so many object, the rest say the same thing; closed and counted. */
const vote = async (held: Held, objecting_: number, rest: Exclude<Choice, "object"> = "agree"): Promise<string> => {
  const { facilitator } = held;
  const round = (await now(held))?.round?.id ?? "";
  for (const [at, { door }] of voters(held).entries())
    await must(
      door.castBallot({
        round,
        ...(at < objecting_
          ? objecting("вредно", "иначе")
          : { ...ballot("agree"), choice: rest, concern: rest === "reservation" ? `оговорка ${at}` : null }),
      }),
    );
  await must(facilitator.closeRound({ round, confirmed: false }));
  return round;
};

const open = (held: Held, text: string) =>
  held.facilitator.openRound({ id: newId(), question: QUESTION, seen: type(held, QUESTION, text, any) });
const reword = ({ facilitator }: Held) =>
  must(facilitator.movePhase({ question: QUESTION, from: "round", to: "word", confirmed: true }));
const tryIt = (held: Held, trial: { until: string; judgedBy: string }) =>
  held.facilitator.openRound({ id: newId(), question: QUESTION, seen: "", trial });

/** Two rounds in which two of five object. */
const disputed = async (): Promise<Held> => {
  const held = await hold();
  await lead(held, QUESTION);
  await must(open(held, "Первая редакция"));
  await vote(held, 2);
  await reword(held);
  await must(open(held, "Вторая редакция"));
  await vote(held, 2);
  return held;
};

describe("after two rounds without consent", () => {
  test("the same is not voted on a third time, and the head may not decide before", async () => {
    const held = await hold();
    const head = { kind: "head" as const, decidedBy: "Олег Гришин", reason: "Так надо", reviewOn: inDays(REVIEW_DAYS) };
    await lead(held, QUESTION);
    await must(open(held, "Первая редакция"));
    await vote(held, 2);
    expect(await held.facilitator.decide({ id: newId(), question: QUESTION, decision: head })).toEqual({
      refused: "not-this-phase",
    });
    await reword(held);
    await must(open(held, "Вторая редакция"));
    await vote(held, 2);
    expect((await now(held))?.roundsSpent).toBe(2);
    await reword(held);
    expect(await open(held, "Третья редакция")).toEqual({ refused: "rounds-spent", count: 2 });
    const late = { ...head, reviewOn: inDays(REVIEW_DAYS + 1) };
    expect(await held.facilitator.decide({ id: newId(), question: QUESTION, decision: late })).toMatchObject({
      refused: "review-too-late",
    });
    await must(held.facilitator.decide({ id: newId(), question: QUESTION, decision: head }));
    const record = await held.facilitator.record();
    expect(record.objections.map(({ disposition }) => disposition)).toEqual(Array(4).fill("escalated"));
    expect(summaryOf(record, "ru")).toMatchObject({
      byHead: [{ rule: "R-01", reason: "Так надо", reviewOn: head.reviewOn }],
      reviews: [{ rule: "R-01", on: head.reviewOn }],
    });
    expect((await held.facilitator.view()).shared.byHead).toEqual({ count: 1, of: 1 });
  });

  test("everybody votes once more on a trial: in force until a date, judged by a figure, and then it is one", async () => {
    const held = await disputed();
    const term = { until: inDays(60), judgedBy: "доля карточек без отказа" };
    expect(await tryIt(held, { ...term, until: "" })).toEqual({ refused: "review-date-missing" });
    expect(await tryIt(held, { ...term, until: inDays(-1) })).toEqual({ refused: "date-past" });
    expect(await tryIt(held, { ...term, judgedBy: " " })).toEqual({ refused: "reason-missing" });
    for (const person of voters(held).slice(0, 2))
      for (const id of (await person.door.view()).mine.objections)
        await must(person.door.dispose({ objection: id, disposition: "stand-aside" }));
    await must(tryIt(held, term));
    expect((await now(held))?.round).toMatchObject({ number: 3, status: "open", trial: term });
    await vote(held, 0);
    await must(held.facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } }));
    const record = await held.facilitator.record();
    expect(record.decisions).toMatchObject([{ kind: "trial", ...term }]);
    expect(readWorkshopFile(writeWorkshopFile(record))).toEqual({ record });
    expect(
      proceedingsOf(record, "ru")
        .find(({ key }) => key === QUESTION)
        ?.rounds.at(-1)?.trial,
    ).toEqual(term);
  });

  test("a trial is not the way around the second round, and a parked question begins anew", async () => {
    const held = await hold();
    await lead(held, QUESTION);
    await must(open(held, "Первая редакция"));
    await vote(held, 2);
    expect(await tryIt(held, { until: inDays(60), judgedBy: "цифра" })).toEqual({ refused: "not-this-phase" });
    const parked = { kind: "parked" as const, owner: "Олег Гришин", dueOn: inDays(7), missing: "данные цеха" };
    await must(held.facilitator.decide({ id: newId(), question: QUESTION, decision: parked }));
    expect((await now(held))?.roundsSpent).toBe(0);
  });
});

test("a round goes by the threshold that was agreed when it was opened, whatever is changed later", async () => {
  const held = await hold({ threshold: { preset: "custom", share: 0.6, smallGroup: false } });
  await lead(held, QUESTION);
  await must(open(held, "Любое обращение"));
  await vote(held, 2);
  for (const person of voters(held).slice(0, 2))
    for (const id of (await person.door.view()).mine.objections)
      await must(person.door.dispose({ objection: id, disposition: "stand-aside" }));
  const { company, title } = (await held.facilitator.record()).workshop;
  const threshold = { preset: "unanimous" as const, share: 0.9, smallGroup: false };
  await must(held.facilitator.setUp({ change: "workshop", company, title, threshold }));
  expect((await now(held))?.round?.outcome).toMatchObject({ needed: 0.6, verdict: "almost-unanimous" });
  await must(held.facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } }));
  const printed = JSON.stringify(composeRegulation(await held.facilitator.record(), catalogue, "ru"));
  expect(printed).toContain("порог 60 %");
});

test("a consent with many reservations is called weak, printed as such and reviewed early", async () => {
  const held = await hold();
  await lead(held, QUESTION);
  await must(open(held, "Любое обращение"));
  await vote(held, 0, "reservation");
  await must(held.facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } }));
  const record = await held.facilitator.record();
  expect(record.decisions).toMatchObject([{ kind: "consent", reviewOn: inDays(REVIEW_DAYS) }]);
  expect(JSON.stringify(composeRegulation(record, catalogue, "ru"))).toContain("слабое согласие, пересмотр до");
});

test("who still objects after an answer keeps the objection open, and nobody else closes it", async () => {
  const held = await hold();
  const [head, anna] = voters(held);
  await lead(held, QUESTION);
  await must(open(held, "Любое обращение"));
  await vote(held, 1);
  const [objection] = (await held.facilitator.record()).objections;
  const id = objection?.id ?? "";
  await must(held.facilitator.reply({ id: newId(), objection: id, text: "А если так?" }));
  expect(await anna.door.dispose({ objection: id, disposition: "upheld" })).toEqual({ refused: "only-the-objector" });
  await must(head.door.dispose({ objection: id, disposition: "upheld" }));
  const { objections } = await held.facilitator.record();
  expect(objections).toMatchObject([{ disposition: "upheld", by: null }]);
  expect(objections.every(isOpen)).toBe(true);
  expect(await held.facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } })).toEqual({
    refused: "objections-open",
    count: 1,
  });
});

test("when a section closes, anybody may say what was left unsaid, without a name and for everybody to read", async () => {
  const held = await hold();
  const { facilitator } = held;
  const [, anna] = voters(held);
  await facilitator.changeMeeting({ change: "sign", on: true });
  const { asked, questions } = await facilitator.record();
  const blockOf = (question: string) => questions.find(({ id }) => id === question)?.block;
  const section = asked.filter(
    (item) => item.stage === null && blockOf(item.question) === blockOf("intake-registration-moment"),
  );
  expect(section.length).toBeGreaterThan(1);
  const say = { id: newId(), text: "про выходные никто не сказал", signed: true };
  for (const [at, { key }] of section.entries()) {
    await must(facilitator.openQuestion({ question: key }));
    const isLast = at === section.length - 1;
    if (isLast) expect(await anna.door.writeIdea({ ...say, question: key })).toHaveProperty("refused");
    const parked = { kind: "parked" as const, owner: "Олег Гришин", dueOn: inDays(7), missing: "" };
    await must(facilitator.decide({ id: newId(), question: key, decision: parked }));
    expect((await now(held))?.closesSection).toBe(isLast);
    if (isLast) await must(anna.door.writeIdea({ ...say, question: key }));
  }
  for (const { door } of voters(held))
    expect((await door.view()).shared.now?.ideas).toContainEqual(
      expect.objectContaining({ text: say.text, unsaid: true }),
    );
  const { ideas } = await facilitator.record();
  expect(ideas.find(({ text }) => text === say.text)).toMatchObject({ unsaid: true });
  expect(JSON.stringify(ideas)).not.toContain(anna.id);
});

test("the minutes tell who never came, how long a question took, and what the check said at closing", async () => {
  const held = await hold();
  const { facilitator } = held;
  const absent = { name: "Пётр Отсутствующий", role: "accountant", department: "accounting", head: false, votes: true };
  await must(facilitator.addPerson({ id: newId(), ...absent }));
  for (const person of held.people) await must(facilitator.setAway({ id: person.id, away: true }));
  await lead(held, QUESTION);
  for (const { door } of voters(held)) await must(door.setReady({ question: QUESTION, ready: true }));
  await must(open(held, "Любое обращение"));
  const round = (await now(held))?.round?.id ?? "";
  for (const { door } of voters(held)) await must(door.castBallot({ round, ...ballot("agree") }));
  await must(facilitator.closeRound({ round, confirmed: true }));
  await must(facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } }));
  await must(facilitator.closeWorkshop({ closed: true, confirmed: true }));
  const record = await facilitator.record();
  const [minutes] = proceedingsOf(record, "ru");
  expect(minutes?.course.map(({ phase }) => phase)).toEqual(["think", "reveal", "word", "round", "decided"]);
  expect(minutes?.minutes).toBe(1);
  expect(summaryOf(record, "ru").absent).toContain(absent.name);
  expect(record.workshop.editions?.[0]?.findings?.some(({ severity }) => severity === "error")).toBe(true);
  expect(readWorkshopFile(writeWorkshopFile(record))).toEqual({ record });
});
