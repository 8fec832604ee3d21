import { expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { formats } from "#exports/index.ts";
import { catalogue } from "#templates";
import { ballot, type Held, hold, lead, must, newId, objecting, type Person, type } from "./held-workshop.ts";
import { listen } from "./listening.ts";

const QUESTION = "intake-registration-moment@new-private";
const any: Answer = { kind: "single", optionId: "any-contact" };

const found = (where: string, ...words: string[]): string[] => words.filter((word) => where.includes(word));

/** Everything that leaves the server towards those who must not see it yet. */
const everything = async (held: Held, others: Person[]): Promise<string> => {
  const token = (await held.facilitator.entrance())?.projectorUrl.split("/").at(-1) ?? "";
  const projector = await held.workshops.project(token);
  const views = await Promise.all([held.facilitator, ...others.map(({ door }) => door)].map((door) => door.view()));
  const record = await held.facilitator.record();
  const files = formats.filter(({ name }) => name.endsWith(".json") || name.endsWith(".md"));
  const made = await Promise.all(files.map(({ make }) => make(record, catalogue, "ru")));
  return JSON.stringify([views, await projector?.view(), record, made.map((bytes) => Buffer.from(bytes).toString())]);
};

test("nothing of sealed ideas, open ballots and their objections leaves the server", async () => {
  const held = await hold();
  const { facilitator, people } = held;
  const [head, anna, denis, viktor] = people as [Person, Person, Person, Person];
  const token = (await facilitator.entrance())?.projectorUrl.split("/").at(-1) ?? "";
  const ears = await Promise.all([
    listen(held, held.facilitatorCookie),
    listen(held, head.cookie),
    listen(held, "", `?projector=${token}`),
  ]);
  const others = [head, ...people.slice(4)];
  const secrets = { idea: newId(), objection: objecting("секретная причина", "секретное желание", true) };

  await must(facilitator.openQuestion({ question: QUESTION }));
  await must(facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
  await must(anna.door.writeIdea({ id: secrets.idea, question: QUESTION, text: "секретная мысль" }));
  await must(anna.door.setReady({ question: QUESTION, ready: true }));
  await ears[0]?.hears(/"phase":\{"set":"think"\}/);
  const whileThinking = (await everything(held, others)) + ears.map((ear) => ear.heard()).join();
  expect(found(whileThinking, "секретная мысль", secrets.idea)).toEqual([]);

  await must(facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
  await ears[2]?.hears(/секретная мысль/);
  await must(facilitator.movePhase({ question: QUESTION, from: "reveal", to: "word", confirmed: true }));
  const round = newId();
  const seen = type(held, QUESTION, "Любое обращение", any);
  await must(facilitator.openRound({ id: round, question: QUESTION, seen }));
  await must(denis.door.castBallot({ round, choice: "reservation", concern: "секретная оговорка", objection: null }));
  await must(viktor.door.castBallot({ round, ...secrets.objection }));
  await ears[0]?.hears(/"answered":(\{"set":)?2/);
  const whileVoting = (await everything(held, others)) + ears.map((ear) => ear.heard()).join();
  const { id } = secrets.objection.objection;
  expect(found(whileVoting, "секретная оговорка", "секретная причина", "секретное желание", id)).toEqual([]);

  await must(facilitator.closeRound({ round, confirmed: true }));
  await ears[1]?.hears(/секретная оговорка/);
  expect(found(await everything(held, others), "секретная причина", "секретная мысль")).toHaveLength(2);
});

test("how somebody votes changes nothing that anybody else sees while the round is open", async () => {
  const held = await hold();
  await lead(held, QUESTION);
  const round = newId();
  const seen = type(held, QUESTION, "Любое обращение", any);
  await must(held.facilitator.openRound({ id: round, question: QUESTION, seen }));
  const anna = held.people[1] as Person;
  const others = held.people.filter((person) => person !== anna);
  const look = async () => (await everything(held, others)).replace(/"at":"[^"]+"/g, "");
  await must(anna.door.castBallot({ round, ...ballot("agree") }));
  const agreed = await look();
  await must(anna.door.castBallot({ round, ...objecting("вредно", "иначе", true) }));
  expect((await look()) === agreed).toBe(true);
});

test("stepping back into the silence seals again what was revealed", async () => {
  const held = await hold();
  const anna = held.people[1] as Person;
  await must(held.facilitator.openQuestion({ question: QUESTION }));
  await must(held.facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
  await must(anna.door.writeIdea({ id: newId(), question: QUESTION, text: "секретная мысль" }));
  await must(held.facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
  await must(held.facilitator.movePhase({ question: QUESTION, from: "reveal", to: "think", confirmed: true }));
  expect(found(await everything(held, held.people.slice(2)), "секретная мысль")).toEqual([]);
  expect((await anna.door.view()).mine.ideas).toMatchObject([{ text: "секретная мысль" }]);
});
