import { describe, expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import {
  ballot,
  come,
  doorOf,
  type Held,
  hold,
  lead,
  must,
  newId,
  objecting,
  type Person,
  type,
} from "./held-workshop.ts";

const QUESTION = "intake-registration-moment@new-private";
const any: Answer = { kind: "single", optionId: "any-contact" };
const person = ({ people }: Held, at: number) => people[at] as Person;

/** A question with an open round on it. */
const voting = async () => {
  const held = await hold();
  await lead(held, QUESTION);
  const round = newId();
  const seen = type(held, QUESTION, "Любое обращение", any);
  await must(held.facilitator.openRound({ id: round, question: QUESTION, seen }));
  return { held, round };
};

describe("a ballot", () => {
  test("needs a word where its choice needs one", async () => {
    const { held, round } = await voting();
    const { door } = person(held, 1);
    const cast = (rest: object) => door.castBallot({ round, choice: "agree", concern: null, objection: null, ...rest });
    expect(await cast({ choice: "reservation", concern: "  " })).toEqual({ refused: "concern-missing" });
    expect(await cast({ choice: "reservation", concern: "а".repeat(501) })).toMatchObject({
      refused: "text-too-long",
      count: 500,
    });
    expect(await cast({ choice: "object" })).toEqual({ refused: "reason-missing" });
    expect(await cast(objecting(" ", "хочу"))).toEqual({ refused: "reason-missing" });
    expect(await cast(objecting("вредно", ""))).toEqual({ refused: "wish-missing" });
    expect((await door.view()).shared.now?.round?.answered).toBe(0);
  });

  test("is cast by those who vote, each from one device", async () => {
    const { held, round } = await voting();
    expect(await person(held, 5).door.castBallot({ round, ...ballot("agree") })).toEqual({ refused: "not-a-voter" });
    expect(await held.facilitator.castBallot({ round, ...ballot("agree") })).toEqual({ refused: "not-allowed" });
    const anna = person(held, 1);
    await must(anna.door.castBallot({ round, ...ballot("agree") }));
    const tablet = await come(held, held.workshop, held.code, anna.id);
    expect(await tablet.door.castBallot({ round, ...ballot("abstain") })).toEqual({
      refused: "ballot-on-other-device",
    });
    await must(anna.door.castBallot({ round, ...ballot("abstain") }));
    expect((await anna.door.view()).shared.now?.round?.answered).toBe(1);
  });

  test("comes too late when the round is closed", async () => {
    const { held, round } = await voting();
    expect(await held.facilitator.closeRound({ round, confirmed: false })).toEqual({
      refused: "not-all-ready",
      count: 5,
    });
    await must(held.facilitator.closeRound({ round, confirmed: true }));
    expect(await person(held, 1).door.castBallot({ round, ...ballot("agree") })).toEqual({ refused: "round-closed" });
    expect(await person(held, 1).door.castBallot({ round: newId(), ...ballot("agree") })).toEqual({
      refused: "no-such-thing",
    });
  });

  test("goes with its objection when the wording is taken up again in the middle of a round", async () => {
    const { held, round } = await voting();
    await must(person(held, 1).door.castBallot({ round, ...objecting("вредно", "иначе") }));
    await must(held.facilitator.movePhase({ question: QUESTION, from: "round", to: "word", confirmed: true }));
    const record = await held.facilitator.record();
    expect(record.rounds).toMatchObject([{ status: "void", ballots: [], answered: 0 }]);
    expect(record.objections).toEqual([]);
    expect(await person(held, 1).door.castBallot({ round, ...ballot("agree") })).toEqual({ refused: "round-closed" });
  });

  test("that no longer objects takes the objection with it", async () => {
    const { held, round } = await voting();
    const { door } = person(held, 1);
    await must(door.castBallot({ round, ...objecting("вредно", "иначе") }));
    await must(door.castBallot({ round, ...ballot("agree") }));
    await must(held.facilitator.closeRound({ round, confirmed: true }));
    expect((await held.facilitator.record()).objections).toEqual([]);
  });
});

describe("an objection", () => {
  test("is raised again by its device only until the question is decided", async () => {
    const { held, round } = await voting();
    const anna = person(held, 1);
    const { objection, ...cast } = objecting("вредно", "иначе");
    for (const { door } of held.people.slice(2, 5)) await must(door.castBallot({ round, ...ballot("agree") }));
    await must(person(held, 0).door.castBallot({ round, ...ballot("agree") }));
    await must(anna.door.castBallot({ round, ...cast, objection }));
    expect(await anna.door.dispose({ objection: objection.id, disposition: "withdrawn" })).toEqual({
      refused: "no-such-thing",
    });
    await must(held.facilitator.closeRound({ round, confirmed: false }));
    await must(anna.door.dispose({ objection: objection.id, disposition: "withdrawn" }));
    await must(anna.door.dispose({ objection: objection.id, disposition: "raised" }));
    const decide = () => held.facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } });
    expect(await decide()).toEqual({ refused: "objections-open", count: 1 });
    await must(anna.door.dispose({ objection: objection.id, disposition: "stand-aside" }));
    const parked = { kind: "parked" as const, owner: "Олег Гришин", dueOn: "2031-12-31", missing: "" };
    await must(held.facilitator.decide({ id: newId(), question: QUESTION, decision: parked }));
    expect(await anna.door.dispose({ objection: objection.id, disposition: "raised" })).toEqual({
      refused: "question-decided",
    });
    expect(await anna.door.dispose({ objection: objection.id, disposition: "parked" })).toMatchObject({
      refused: "objection-closed",
    });
  });
});

describe("a round", () => {
  const opening = async (text: string, answer: Answer, seen?: string) => {
    const held = await hold();
    await lead(held, QUESTION);
    const real = type(held, QUESTION, text, answer);
    return held.facilitator.openRound({ id: newId(), question: QUESTION, seen: seen ?? real });
  };

  test("is not opened on nothing, on half an answer or on words that have moved", async () => {
    expect(await opening("", any)).toEqual({ refused: "wording-empty" });
    expect(await opening("Любое", { kind: "single" } as Answer)).toEqual({
      refused: "answer-incomplete",
      where: "optionId",
    });
    expect(await opening("Любое", any, "[]")).toEqual({ refused: "wording-moved" });
  });

  test("is not opened on a role that the workshop does not have", async () => {
    const question = "stage-responsible@new-private.production";
    const held = await hold();
    await lead(held, question);
    const answer: Answer = { kind: "role", accountable: "astronaut", legs: [], assignments: [], checks: [] };
    const seen = type(held, question, "Отвечает космонавт", answer);
    expect(await held.facilitator.openRound({ id: newId(), question, seen })).toEqual({
      refused: "answer-incomplete",
      where: "accountable",
    });
  });

  test("is not opened when nobody votes", async () => {
    const held = await hold({
      people: [{ name: "Игорь", role: "director", department: "management", head: false, votes: false }],
    });
    await lead(held, QUESTION);
    const seen = type(held, QUESTION, "Любое обращение", any);
    expect(await held.facilitator.openRound({ id: newId(), question: QUESTION, seen })).toEqual({
      refused: "no-voters",
    });
  });

  test("holds everybody at its question until it is over", async () => {
    const { held } = await voting();
    const other = "intake-price-only@new-private";
    expect(await held.facilitator.openQuestion({ question: other })).toEqual({ refused: "round-open" });
    expect(await held.facilitator.closeWorkshop({ closed: true })).toEqual({ refused: "round-open" });
    const decision = { kind: "consent" as const };
    expect(await held.facilitator.decide({ id: newId(), question: QUESTION, decision })).toEqual({
      refused: "round-open",
    });
  });

  test("on the same words again is held on the same version", async () => {
    const { held, round } = await voting();
    await must(held.facilitator.closeRound({ round, confirmed: true }));
    await must(held.facilitator.movePhase({ question: QUESTION, from: "round", to: "word", confirmed: true }));
    const seen = type(held, QUESTION, "Любое обращение", any);
    await must(held.facilitator.openRound({ id: newId(), question: QUESTION, seen }));
    const { proposals, rounds } = await held.facilitator.record();
    expect(proposals).toHaveLength(1);
    expect(rounds.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe("what only the facilitator may do", () => {
  test("is refused to everybody else", async () => {
    const held = await hold();
    const { door } = person(held, 0);
    const question = QUESTION;
    const refused = { refused: "not-allowed" };
    expect(await door.openQuestion({ question })).toEqual(refused);
    expect(await door.movePhase({ question, from: "waiting", to: "think", confirmed: true })).toEqual(refused);
    expect(await door.setTimer({ question, seconds: 60 })).toEqual(refused);
    expect(await door.openRound({ id: newId(), question, seen: "" })).toEqual(refused);
    expect(await door.closeRound({ round: newId(), confirmed: true })).toEqual(refused);
    expect(await door.groupIdea({ id: newId(), group: null })).toEqual(refused);
    expect(await door.decide({ id: newId(), question, decision: { kind: "consent" } })).toEqual(refused);
    const stranger = { name: "Кто-то", role: "director", department: "management", head: true, votes: true };
    expect(await door.addPerson({ id: newId(), ...stranger })).toEqual(refused);
    expect(await door.setUp({ change: "hide", keys: ["goals-why-crm"] })).toEqual(refused);
    expect(await door.removePerson({ id: held.people[1]?.id ?? "" })).toEqual(refused);
    expect(await door.renewEntrance({ what: "code" })).toEqual(refused);
    expect(await door.closeWorkshop({ closed: true })).toEqual(refused);
    expect(await door.entrance()).toBeNull();
  });

  test("and the projector may do nothing at all", async () => {
    const held = await hold();
    const token = (await held.facilitator.entrance())?.projectorUrl.split("/").at(-1) ?? "";
    const projector = await held.workshops.project(token);
    expect(await projector?.openQuestion({ question: QUESTION })).toEqual({ refused: "not-allowed" });
    expect(await projector?.writeIdea({ id: newId(), question: QUESTION, text: "Я" })).toEqual({
      refused: "not-allowed",
    });
    expect((await projector?.view())?.mine.participant).toBeNull();
  });
});

describe("an idea", () => {
  test("is written while people think, and changed by its device while it is sealed", async () => {
    const held = await hold();
    const [anna, denis] = [person(held, 1), person(held, 2)];
    const idea = { id: newId(), question: QUESTION, text: "Сразу" };
    expect(await anna.door.writeIdea(idea)).toEqual({ refused: "question-not-open" });
    await must(held.facilitator.openQuestion({ question: QUESTION }));
    await must(held.facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
    expect(await anna.door.writeIdea({ ...idea, text: " \u0007 " })).toEqual({ refused: "text-empty" });
    await must(anna.door.writeIdea(idea));
    expect(await denis.door.changeIdea({ id: idea.id, text: "Нет" })).toEqual({ refused: "not-allowed" });
    await must(anna.door.changeIdea({ id: idea.id, text: "Сразу после звонка" }));
    await must(held.facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
    expect(await anna.door.changeIdea({ id: idea.id, text: null })).toEqual({ refused: "phase-passed" });
    expect((await denis.door.view()).shared.now?.ideas).toMatchObject([{ text: "Сразу после звонка", seed: false }]);
  });

  test("of the facilitator is one that the question itself suggests, after the silence", async () => {
    const held = await hold();
    const { facilitator } = held;
    const seed = { id: newId(), question: QUESTION, text: "Когда понятна потребность" };
    await must(facilitator.openQuestion({ question: QUESTION }));
    await must(facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
    expect(await facilitator.writeIdea(seed)).toEqual({ refused: "not-allowed" });
    await must(facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
    await must(facilitator.writeIdea(seed));
    expect(await facilitator.writeIdea({ ...seed, id: newId(), text: "Моё мнение" })).toEqual({
      refused: "not-allowed",
    });
    expect((await facilitator.view()).shared.now?.ideas).toMatchObject([{ text: seed.text, seed: true }]);
  });

  test("joins a group, and the group follows its leader", async () => {
    const held = await hold();
    const { facilitator } = held;
    const ids = [newId(), newId(), newId()] as [string, string, string];
    await must(facilitator.openQuestion({ question: QUESTION }));
    await must(facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
    for (const id of ids) await must(person(held, 1).door.writeIdea({ id, question: QUESTION, text: id }));
    await must(facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
    const [first, second, third] = ids;
    await must(facilitator.groupIdea({ id: first, group: second }));
    await must(facilitator.groupIdea({ id: second, group: third }));
    expect(await facilitator.groupIdea({ id: third, group: first })).toEqual({ refused: "bad-input", where: "group" });
    const groups = Object.fromEntries((await facilitator.record()).ideas.map(({ id, group }) => [id, group]));
    expect(groups).toEqual({ [first]: third, [second]: third, [third]: null });
  });
});

describe("people", () => {
  test("have names of their own", async () => {
    const held = await hold();
    const anna = {
      id: newId(),
      name: "анна  ЮСУПОВА",
      role: "sales-manager",
      department: "sales",
      head: false,
      votes: true,
    };
    expect(await held.facilitator.addPerson(anna)).toEqual({ refused: "name-taken" });
    const join = (name: string, role = "sales-manager") =>
      held.workshops.join(held.code, { name, role, department: "" }, new Request("http://reglament.test/"));
    expect(await join("Анна Юсупова")).toEqual({ refused: "name-taken", where: "name" });
    expect(await join("Пётр", "astronaut")).toEqual({ refused: "bad-input", where: "role" });
    expect(await join("Пётр")).toMatchObject({ workshop: held.workshop });
    const added = (await held.facilitator.view()).shared.people.at(-1);
    expect(added).toMatchObject({ name: "Пётр", department: "sales", head: false, votes: true });
  });

  test("who were taken off the list have no business there any more", async () => {
    const held = await hold();
    const anna = person(held, 1);
    await must(held.facilitator.removePerson({ id: anna.id }));
    expect(
      await held.workshops.enter(held.workshop, new Request("http://x/", { headers: { cookie: anna.cookie } })),
    ).toBeNull();
    expect(await anna.door.setReady({ question: QUESTION, ready: true })).toEqual({ refused: "not-listed" });
  });

  test("of one client see nothing of another", async () => {
    const held = await hold();
    const made = await held.workshops.create(held.account, {
      company: "Другая компания",
      template: "hotel",
      dealType: "direct",
      language: "ru",
      depth: "express",
      threshold: { preset: "unanimous", share: 0.9, smallGroup: false },
      people: [],
      order: null,
    });
    const other = "refused" in made ? "" : made.id;
    const cookie = person(held, 1).cookie.replace(`seat-${held.workshop}`, `seat-${other}`);
    expect(await held.workshops.enter(other, new Request("http://x/", { headers: { cookie } }))).toBeNull();
  });

  test("find the old code closed once there is a new one, while the wall goes on", async () => {
    const held = await hold();
    const before = await held.facilitator.entrance();
    await must(held.facilitator.renewEntrance({ what: "code" }));
    const after = await held.facilitator.entrance();
    expect(await held.workshops.byCode(before?.code ?? "", new Request("http://x/"))).toBeNull();
    expect(await held.workshops.byCode((after?.code ?? "").toLowerCase(), new Request("http://x/"))).toMatchObject({
      workshop: held.workshop,
    });
    expect(await held.workshops.project(wallToken(before))).not.toBeNull();
  });

  test("find the old link of the wall dead once there is a new one, while the code goes on", async () => {
    const held = await hold();
    const before = await held.facilitator.entrance();
    await must(held.facilitator.renewEntrance({ what: "screen" }));
    const after = await held.facilitator.entrance();
    expect(await held.workshops.project(wallToken(before))).toBeNull();
    expect(await held.workshops.project(wallToken(after))).not.toBeNull();
    expect(after?.code).toBe(before?.code);
  });
});

const wallToken = (entrance: { projectorUrl: string } | null): string => entrance?.projectorUrl.split("/").at(-1) ?? "";

test("a closed workshop can be read and not changed, until it is opened again", async () => {
  const held = await hold();
  await must(held.facilitator.closeWorkshop({ closed: true }));
  expect(await held.facilitator.openQuestion({ question: QUESTION })).toEqual({ refused: "workshop-closed" });
  expect((await person(held, 1).door.view()).shared.workshop.status).toBe("closed");
  await must(held.facilitator.closeWorkshop({ closed: false }));
  await must(held.facilitator.openQuestion({ question: QUESTION }));
});

test("an account that facilitates and a seat in the same browser are both what they are", async () => {
  const held = await hold();
  const both = `${held.facilitatorCookie}; ${person(held, 1).cookie}`;
  const door = await doorOf(held.workshops, held.workshop, both);
  await must(door.openQuestion({ question: QUESTION }));
  await must(door.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
  await must(door.writeIdea({ id: newId(), question: QUESTION, text: "Моё" }));
  expect(door.audience).toBe("facilitator");
  expect((await door.view()).mine.ideas).toMatchObject([{ text: "Моё" }]);
});
