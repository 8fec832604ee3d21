import { expect, test } from "vitest";
import type { RoomDoor } from "#context";
import { keyOf } from "#domain/agenda.ts";
import type { Answer } from "#domain/answer.ts";
import { gapsOf } from "#domain/gaps.ts";
import { composePipeline } from "#domain/pipeline.ts";
import { referencesIn } from "#domain/references.ts";
import { type Rule, rulesOf } from "#domain/rule.ts";
import { formatByName } from "#exports/index.ts";
import { catalogue, type DemoDecision, type DemoRound, type DemoRule, type DemoStory, demoStory } from "#templates";
import { windows } from "../story/windows.ts";
import { type Held, hold, must, newId, type Person, type } from "./held-workshop.ts";

const story = demoStory("windows") as DemoStory;
const keyIn = ({ question, dealType, stage }: DemoDecision | DemoRule) => keyOf(question, dealType, stage);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Twelve people come: ten who vote, the director who does not, and the facilitator. */
const assembled = async (): Promise<Held> => {
  const held = await hold({
    depth: "deep",
    people: story.people.map(({ name, role, department, head, votes }) => ({
      name: name.ru,
      role,
      department,
      head,
      votes,
    })),
  });
  const { workshop } = await held.facilitator.record();
  const answers: Answer[] = [
    ...[...story.decisions, ...story.pulled].flatMap(({ rounds }) => rounds.map(({ answer }) => answer.ru)),
    ...story.package.rules.map(({ answer }) => answer.ru),
  ];
  const named = new Set(answers.flatMap(referencesIn).flatMap(({ of, id }) => (of === "role" ? [id] : [])));
  for (const id of named) {
    const known = catalogue.roles[id];
    if (!known || workshop.roles.some((role) => role.id === id)) continue;
    await must(held.facilitator.setUp({ change: "role", id, name: known.name.ru, department: known.department }));
  }
  return held;
};

const voters = ({ people }: Held): Person[] =>
  people.filter(({ name }) => story.people.some((person) => person.name.ru === name && person.votes));
const personOf = ({ people }: Held, id: string | null): Person | undefined =>
  people.find(({ name }) => story.people.some((person) => person.id === id && person.name.ru === name));

const move = async (door: RoomDoor, question: string, ...phases: ("think" | "reveal" | "word")[]) => {
  for (const to of phases) {
    const from = (await door.view()).shared.now?.phase ?? "waiting";
    await must(door.movePhase({ question, from, to, confirmed: true }));
  }
};

/** Ten ballots as the story counts them; who objects by name is the person of the story. */
const vote = async (held: Held, round: string, told: DemoRound): Promise<{ id: string; by: Person }[]> => {
  const left = new Set(voters(held));
  const take = (wanted?: Person): Person => {
    const person = wanted && left.has(wanted) ? wanted : [...left][0];
    if (!person) throw new Error("more ballots than people");
    left.delete(person);
    return person;
  };
  const raised = [];
  for (const objection of told.objections) {
    const by = take(personOf(held, objection.by) ?? undefined);
    const id = newId();
    const words = { id, reason: objection.reason.ru, wish: objection.wish.ru, named: objection.by !== null };
    await must(by.door.castBallot({ round, choice: "object", concern: null, objection: words }));
    raised.push({ id, by });
  }
  for (const concern of told.concerns)
    await must(take().door.castBallot({ round, choice: "reservation", concern: concern.ru, objection: null }));
  for (let count = 0; count < told.votes.agree; count++)
    await must(take().door.castBallot({ round, choice: "agree", concern: null, objection: null }));
  for (const person of left)
    await must(person.door.castBallot({ round, choice: "abstain", concern: null, objection: null }));
  return raised;
};

const discuss = async (held: Held, told: DemoDecision): Promise<void> => {
  const { facilitator } = held;
  const question = keyIn(told);
  await must(facilitator.openQuestion({ question }));
  await move(facilitator, question, "think");
  for (const [at, idea] of told.ideas.entries()) {
    const writer = personOf(held, idea.by) ?? held.people[at];
    await must((writer as Person).door.writeIdea({ id: newId(), question, text: idea.text.ru }));
  }
  await move(facilitator, question, "reveal", "word");
  for (const [at, round] of told.rounds.entries()) {
    if (at > 0) await move(facilitator, question, "word");
    const id = newId();
    const seen = type(held, question, round.text.ru, round.answer.ru);
    await must(facilitator.openRound({ id, question, seen }));
    const raised = await vote(held, id, round);
    await must(facilitator.closeRound({ round: id, confirmed: false }));
    for (const [number, { disposition }] of round.objections.entries()) {
      const objection = raised[number];
      if (!objection || disposition === "escalated" || disposition === "parked") continue;
      await must(facilitator.reply({ id: newId(), objection: objection.id, text: "Что изменить в тексте?" }));
      await must(objection.by.door.dispose({ objection: objection.id, disposition }));
    }
  }
  const { outcome } = told;
  const decision =
    outcome.kind === "head"
      ? {
          kind: "head" as const,
          decidedBy: "Игорь Светлов",
          reason: outcome.reason.ru,
          reviewOn: inDays(outcome.reviewAfterDays),
        }
      : outcome.kind === "parked"
        ? {
            kind: "parked" as const,
            owner: "Олег Гришин",
            dueOn: inDays(outcome.dueAfterDays),
            missing: outcome.missing.ru,
          }
        : { kind: "consent" as const };
  await must(facilitator.decide({ id: newId(), question, decision }));
};

/** What of a rule the meeting made: words, answer, how it was adopted and with which votes. */
const made = (rules: readonly Rule[]) =>
  Object.fromEntries(
    rules.map(({ question, text, answer, adoption, tally, dissents }) => [
      question,
      { text, answer, adoption, tally, dissents },
    ]),
  );

test("twelve people play the story of the windows company, and go home with its rules, pipeline and document", async () => {
  const held = await assembled();
  const { facilitator } = held;
  for (const told of story.decisions) await discuss(held, told);

  // what is left is typed as drafts and put before everybody as one package; the pulled rules are taken out of it
  const drafts = [...story.package.rules, ...story.pulled.filter(({ rounds }) => rounds.length > 0)];
  for (const rule of story.package.rules) type(held, keyIn(rule), rule.text.ru, rule.answer.ru);
  for (const { rounds, ...rule } of story.pulled)
    if (rounds[0]) type(held, keyOf(rule.question, rule.dealType, rule.stage), rounds[0].text.ru, rounds[0].answer.ru);
  await must(facilitator.openPackage({ id: newId(), questions: drafts.map(keyIn) }));
  const items = (await facilitator.view()).shared.package?.items ?? [];
  expect(items).toHaveLength(drafts.length);
  for (const told of story.pulled) {
    const round = items.find(({ question }) => question === keyIn(told))?.round;
    if (round) await must((held.people[3] as Person).door.pullOut({ round, reason: null }));
  }
  const [first, second, ...others] = voters(held);
  for (const [at, person] of [first, second].entries())
    await must(
      (person as Person).door.castPackage({ choice: "reservation", concern: story.package.concerns[at]?.ru ?? null }),
    );
  for (const { door } of others) await must(door.castPackage({ choice: "agree", concern: null }));
  await must(facilitator.closePackage({ confirmed: false }));
  for (const told of story.pulled) await discuss(held, told);

  const record = await facilitator.record();
  const demo = windows();
  expect(made(rulesOf(record))).toEqual(made(rulesOf(demo)));
  expect(gapsOf(record, catalogue).filter(({ severity }) => severity === "error")).toEqual([]);
  const stagesOf = (of: typeof record) =>
    composePipeline(of, catalogue).pipelines[0]?.stages.map(({ key, requiredFields, responsible }) => [
      key,
      responsible?.role,
      requiredFields.map(({ field }) => field).sort(),
    ]);
  expect(stagesOf(record)).toEqual(stagesOf(demo));
  const document = new TextDecoder().decode(await formatByName("instruction.md")?.make(record, catalogue, "ru"));
  // steps stand in the card of their stage, with a number of its own
  for (const { text } of rulesOf(record))
    expect(document).toContain(
      text
        .split("\n")[0]
        ?.replace(/^\d+\. /, "")
        .slice(0, 25),
    );
}, 120_000);
