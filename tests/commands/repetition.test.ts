import { expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { ballot, hold, lead, must, newId, objecting, type Person, type } from "./held-workshop.ts";

const QUESTION = "intake-registration-moment@new-private";
const any: Answer = { kind: "single", optionId: "any-contact" };

test("a command that a phone sends twice is carried out once", async () => {
  const held = await hold();
  const { facilitator, people } = held;
  const [anna, denis] = [people[1], people[2]] as [Person, Person];
  const twice = async (command: () => ReturnType<typeof facilitator.decide>) => {
    await must(command());
    await must(command());
  };
  await twice(() => facilitator.openQuestion({ question: QUESTION }));
  await must(facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
  const idea = { id: newId(), question: QUESTION, text: "Сразу" };
  await twice(() => anna.door.writeIdea(idea));
  await twice(() => anna.door.changeIdea({ id: idea.id, text: "Сразу же" }));
  await must(anna.door.writeIdea(idea));
  expect(await denis.door.writeIdea({ ...idea, text: "Чужая" })).toEqual({ refused: "not-allowed" });
  await twice(() => anna.door.setReady({ question: QUESTION, ready: true }));
  await must(facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
  await must(anna.door.writeIdea(idea));
  await must(facilitator.movePhase({ question: QUESTION, from: "reveal", to: "word", confirmed: true }));
  const round = newId();
  const seen = type(held, QUESTION, "Любое обращение", any);
  await twice(() => facilitator.openRound({ id: round, question: QUESTION, seen }));
  const objection = objecting("вредно", "иначе");
  await twice(() => denis.door.castBallot({ round, ...objection }));
  for (const { door } of people.slice(0, 5))
    if (door !== denis.door) await twice(() => door.castBallot({ round, ...ballot("agree") }));
  await twice(() => facilitator.closeRound({ round, confirmed: false }));
  const letter = { id: newId(), objection: objection.objection.id, text: "Чему вредно?" };
  await twice(() => facilitator.reply(letter));
  await twice(() => denis.door.dispose({ objection: letter.objection, disposition: "stand-aside" }));
  const decision = {
    id: newId(),
    question: QUESTION,
    decision: { kind: "parked" as const, owner: "Олег", dueOn: "2026-12-07", missing: "" },
  };
  await twice(() => facilitator.decide(decision));
  const added = { id: newId(), name: "Пётр", role: "sales-manager", department: "sales", head: false, votes: true };
  await twice(() => facilitator.addPerson(added));
  await twice(() => facilitator.removePerson({ id: added.id }));

  const record = await facilitator.record();
  expect(record.ideas.map(({ text }) => text)).toEqual(["Сразу же"]);
  expect(record.rounds).toHaveLength(1);
  expect(record.rounds[0]?.ballots).toHaveLength(5);
  expect(record.objections).toMatchObject([{ replies: [{ text: "Чему вредно?" }], disposition: "stand-aside" }]);
  expect(record.decisions).toHaveLength(1);
  expect(record.participants).toHaveLength(6);
});

test("a refused command leaves nothing behind", async () => {
  const held = await hold();
  await lead(held, QUESTION);
  const round = newId();
  const seen = type(held, QUESTION, "Любое обращение", any);
  await must(held.facilitator.openRound({ id: round, question: QUESTION, seen }));
  const [anna, denis] = [held.people[1], held.people[2]] as [Person, Person];
  const objection = objecting("вредно", "иначе");
  await must(anna.door.castBallot({ round, ...objection }));
  // the id of somebody else's objection: the ballot itself would have been good
  expect(await denis.door.castBallot({ round, ...objection })).toMatchObject({ refused: "bad-input" });
  expect((await denis.door.view()).mine.ballot).toBeNull();
  expect((await denis.door.view()).shared.now?.round?.answered).toBe(1);
});
