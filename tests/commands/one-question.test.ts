import { describe, expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { ballot, come, doorOf, hold, lead, must, newId, objecting, openHouse, type } from "./held-workshop.ts";

const QUESTION = "stage-time-norm@new-private.production";
const norm = (days: number): Answer => ({
  kind: "duration",
  norms: [{ what: "Изготовление", limit: { value: days, unit: "workDay" }, escalateTo: "production-head" }],
});

const nowOf = async (door: { view(): Promise<{ shared: { now: unknown } }> }) =>
  ((await door.view()).shared.now ?? {}) as NonNullable<Awaited<ReturnType<typeof view>>["shared"]["now"]>;
const view = async (door: Awaited<ReturnType<typeof doorOf>>) => door.view();

test("a question goes from silent thoughts over an objection and a second wording to a decision", async () => {
  const held = await hold();
  const { facilitator, people } = held;
  const [head, anna, denis, viktor, galina] = people as [
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
  ];
  const question = QUESTION;

  await must(facilitator.openQuestion({ question }));
  await must(facilitator.movePhase({ question, from: "waiting", to: "think", confirmed: false }));
  await must(facilitator.setTimer({ question, seconds: 90 }));
  const idea = newId();
  await must(anna.door.writeIdea({ id: idea, question, text: "Десять дней" }));
  await must(viktor.door.writeIdea({ id: newId(), question, text: "Восемнадцать для ламинации" }));
  expect((await anna.door.view()).mine.ideas).toEqual([{ id: idea, question, text: "Десять дней" }]);
  expect((await nowOf(viktor.door)).ideas).toEqual([]);
  await must(facilitator.movePhase({ question, from: "think", to: "reveal", confirmed: true }));
  expect((await nowOf(viktor.door)).ideas.map(({ text }) => text).sort()).toEqual([
    "Восемнадцать для ламинации",
    "Десять дней",
  ]);
  expect((await nowOf(viktor.door)).timer).toBeNull();

  await must(facilitator.movePhase({ question, from: "reveal", to: "word", confirmed: false }));
  const first = newId();
  await must(facilitator.openRound({ id: first, question, seen: type(held, question, "Не дольше 10 дней", norm(10)) }));
  const objection = objecting("Ламинация дольше", "18 дней для ламинации");
  for (const person of [head, anna, denis, galina])
    await must(person.door.castBallot({ round: first, ...ballot("agree") }));
  await must(viktor.door.castBallot({ round: first, ...objection }));
  expect(await nowOf(facilitator)).toMatchObject({ round: { answered: 5, invited: 5, outcome: null }, objections: [] });
  await must(facilitator.closeRound({ round: first, confirmed: false }));
  expect(await nowOf(anna.door)).toMatchObject({
    phase: "round",
    round: { outcome: { verdict: "objections-open", share: 0.8, openObjections: 1 } },
    objections: [{ id: objection.objection.id, reason: "Ламинация дольше", by: null, disposition: "raised" }],
  });
  expect(await facilitator.decide({ id: newId(), question, decision: { kind: "consent" } })).toEqual({
    refused: "objections-open",
    count: 1,
  });

  const about = objection.objection.id;
  await must(facilitator.reply({ id: newId(), objection: about, text: "А для обычных окон 10 подходит?" }));
  await must(viktor.door.reply({ id: newId(), objection: about, text: "Для обычных да" }));
  expect(await anna.door.reply({ id: newId(), objection: about, text: "И я скажу" })).toEqual({
    refused: "not-allowed",
  });
  expect(await facilitator.dispose({ objection: about, disposition: "withdrawn" })).toEqual({
    refused: "only-the-objector",
  });

  await must(facilitator.movePhase({ question, from: "round", to: "word", confirmed: false }));
  const second = newId();
  const seen = type(held, question, "Обычные 10 дней, ламинация 18", norm(18));
  await must(facilitator.openRound({ id: second, question, seen }));
  await must(viktor.door.dispose({ objection: about, disposition: "integrated" }));
  for (const person of [head, anna, denis, viktor, galina])
    await must(person.door.castBallot({ round: second, ...ballot("agree") }));
  await must(facilitator.closeRound({ round: second, confirmed: false }));
  await must(facilitator.decide({ id: newId(), question, decision: { kind: "consent" } }));

  const { shared } = await viktor.door.view();
  expect(shared.now).toMatchObject({
    phase: "decided",
    decision: { kind: "consent", verdict: "unanimous" },
    roundsClosed: 2,
  });
  expect(shared.rules).toMatchObject([{ id: "R-01", version: 1, question, text: "Обычные 10 дней, ламинация 18" }]);
  const record = await facilitator.record();
  expect(record.proposals.map(({ version, binds }) => ({ version, binds }))).toEqual([
    { version: 1, binds: ["production"] },
    { version: 2, binds: ["production"] },
  ]);
  expect(record.objections).toMatchObject([
    { disposition: "integrated", replies: [{ from: "facilitator" }, { from: "objector", text: "Для обычных да" }] },
  ]);
});

describe("a decided question", () => {
  test("can be worded anew, and the later decision supersedes the earlier one", async () => {
    const held = await hold();
    const { facilitator, people } = held;
    const question = QUESTION;
    await lead(held, question);
    const settle = async (days: number) => {
      const round = newId();
      await must(
        facilitator.openRound({ id: round, question, seen: type(held, question, `${days} дней`, norm(days)) }),
      );
      for (const { door } of people.slice(0, 5)) await must(door.castBallot({ round, ...ballot("agree") }));
      await must(facilitator.closeRound({ round, confirmed: false }));
      await must(facilitator.decide({ id: newId(), question, decision: { kind: "consent" } }));
    };
    await settle(10);
    expect(await facilitator.movePhase({ question, from: "decided", to: "think", confirmed: true })).toEqual({
      refused: "question-decided",
    });
    await must(facilitator.movePhase({ question, from: "decided", to: "word", confirmed: true }));
    await settle(12);
    expect((await facilitator.view()).shared.rules).toMatchObject([{ id: "R-01", version: 2, text: "12 дней" }]);
  });

  test("needs a new round before the old arithmetic may decide again", async () => {
    const held = await hold();
    const { facilitator, people } = held;
    const question = QUESTION;
    await lead(held, question);
    for (const days of [10, 11]) {
      const round = newId();
      await must(
        facilitator.openRound({ id: round, question, seen: type(held, question, `${days} дней`, norm(days)) }),
      );
      for (const { door } of people.slice(0, 5)) await must(door.castBallot({ round, ...ballot("agree") }));
      await must(facilitator.closeRound({ round, confirmed: false }));
      if (days === 10) await must(facilitator.movePhase({ question, from: "round", to: "word", confirmed: true }));
    }
    await must(facilitator.decide({ id: newId(), question, decision: { kind: "consent" } }));
    await must(facilitator.movePhase({ question, from: "decided", to: "word", confirmed: true }));
    const decision = { kind: "head" as const, decidedBy: "Игорь Светлов", reason: "Так надо", reviewOn: "2026-11-30" };
    expect(await facilitator.decide({ id: newId(), question, decision })).toEqual({ refused: "not-adopted" });
  });
});

test("the head decides after two rounds, and what was open is written down as overruled", async () => {
  const held = await hold();
  const { facilitator, people } = held;
  const question = QUESTION;
  await lead(held, question);
  for (const days of [10, 11]) {
    const round = newId();
    await must(facilitator.openRound({ id: round, question, seen: type(held, question, `${days} дней`, norm(days)) }));
    for (const { door } of people.slice(0, 4)) await must(door.castBallot({ round, ...ballot("agree") }));
    await must(
      people[4]?.door.castBallot({ round, ...objecting("Дорого", "Дольше") }) as ReturnType<typeof facilitator.decide>,
    );
    await must(facilitator.closeRound({ round, confirmed: false }));
    if (days === 10) await must(facilitator.movePhase({ question, from: "round", to: "word", confirmed: true }));
  }
  const reviewOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const decision = { kind: "head" as const, decidedBy: "Игорь Светлов", reason: "Сезон", reviewOn };
  await must(facilitator.decide({ id: newId(), question, decision }));
  const record = await facilitator.record();
  expect(record.objections.map(({ disposition }) => disposition)).toEqual(["escalated", "escalated"]);
  expect((await facilitator.view()).shared.rules).toMatchObject([{ adoption: "head" }]);
});

test("a restart in the middle of a round loses nothing, and every device still knows its own", async () => {
  const held = await hold();
  const { facilitator, people, workshop, folder } = held;
  const question = QUESTION;
  const anna = people[1] as (typeof people)[0];
  await must(facilitator.openQuestion({ question }));
  await must(facilitator.movePhase({ question, from: "waiting", to: "think", confirmed: true }));
  const idea = newId();
  await must(anna.door.writeIdea({ id: idea, question, text: "Десять дней" }));
  await held.services.close();

  const again = await openHouse(folder);
  const door = await doorOf(again.workshops, workshop, anna.cookie);
  expect((await door.view()).mine.ideas).toEqual([{ id: idea, question, text: "Десять дней" }]);
  const lead = await doorOf(again.workshops, workshop, held.facilitatorCookie);
  const heldAgain = { ...held, ...again, facilitator: lead };
  await must(lead.movePhase({ question, from: "think", to: "reveal", confirmed: true }));
  await must(lead.movePhase({ question, from: "reveal", to: "word", confirmed: true }));
  const round = newId();
  await must(lead.openRound({ id: round, question, seen: type(heldAgain, question, "10 дней", norm(10)) }));
  await must(door.castBallot({ round, choice: "reservation", concern: "В сезон трудно", objection: null }));
  await again.services.close();

  const third = await openHouse(folder);
  const annas = await doorOf(third.workshops, workshop, anna.cookie);
  const view = await annas.view();
  expect(view.shared.now).toMatchObject({ phase: "round", round: { id: round, status: "open", answered: 1 } });
  expect(view.mine.ballot).toEqual({ round, choice: "reservation", concern: "В сезон трудно" });
  await must(annas.castBallot({ round, ...ballot("agree") }));
  expect((await annas.view()).mine.ballot).toEqual({ round, choice: "agree", concern: null });
});

test("whoever comes again on another device is the same person, whose own things stay on the first one", async () => {
  const held = await hold();
  const { facilitator, people, workshop, code } = held;
  const anna = people[1] as (typeof people)[0];
  await must(facilitator.openQuestion({ question: QUESTION }));
  await must(facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
  await must(anna.door.writeIdea({ id: newId(), question: QUESTION, text: "С телефона" }));
  const tablet = await come(held, workshop, code, anna.id);
  const view = await tablet.door.view();
  expect(view.mine.participant?.name).toBe("Анна Юсупова");
  expect(view.mine.ideas).toEqual([]);
  expect((await anna.door.view()).mine.ideas).toHaveLength(1);
});
