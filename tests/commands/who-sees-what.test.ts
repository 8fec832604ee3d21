import { expect, test } from "vitest";
import type { Phase } from "#domain/agenda.ts";
import type { Answer } from "#domain/answer.ts";
import type { Audience } from "#domain/room.ts";
import { formats, makeFile, NotMade } from "#exports/index.ts";
import { catalogue } from "#templates";
import { ballot, come, type Held, hold, lead, must, newId, objecting, type Person, type } from "./held-workshop.ts";

const QUESTION = "intake-registration-moment@new-private";
const any: Answer = { kind: "single", optionId: "any-contact" };

/** Everybody to whom something leaves the server: who wrote it, the other seats by audience, the files, the page of the survey. */
type Reader =
  | "writer"
  | Exclude<Audience, "participant">
  | "colleague"
  | "head"
  | "observer"
  | "late-comer"
  | "link"
  | "record"
  | "files";
const EVERYBODY: Reader[] = [
  "writer",
  "facilitator",
  "projector",
  "colleague",
  "head",
  "observer",
  "late-comer",
  "link",
  "record",
  "files",
];
const NOBODY: Reader[] = [];
/** What is settled, or not the work just now, is read in the hand. */
const NOT_ON_THE_WALL = EVERYBODY.filter((reader) => reader !== "projector");

/** What is said in a question: Anna's thought, Denis' reservation, Viktor's objection without a name. */
type Said = "thought" | "concern" | "harm";
type State = Exclude<Phase, "round"> | "open round" | "counted round" | "back in silence" | "silence again";

/** Who may read what in each state of a question; a phase that is added to the product has to be added here. */
const MAY_READ: Record<State, Record<Said, Reader[]>> = {
  waiting: { thought: NOBODY, concern: NOBODY, harm: NOBODY },
  think: { thought: ["writer"], concern: NOBODY, harm: NOBODY },
  reveal: { thought: EVERYBODY, concern: NOBODY, harm: NOBODY },
  "silence again": { thought: ["writer"], concern: NOBODY, harm: NOBODY },
  word: { thought: EVERYBODY, concern: NOBODY, harm: NOBODY },
  "open round": { thought: EVERYBODY, concern: ["writer"], harm: NOBODY },
  "counted round": { thought: EVERYBODY, concern: EVERYBODY, harm: EVERYBODY },
  decided: { thought: EVERYBODY, concern: EVERYBODY, harm: NOT_ON_THE_WALL },
  parked: { thought: EVERYBODY, concern: EVERYBODY, harm: NOT_ON_THE_WALL },
  "back in silence": { thought: ["writer"], concern: EVERYBODY, harm: NOT_ON_THE_WALL },
};

const TEXTS: Record<Said, string> = {
  thought: "мысль-которую-написала-анна",
  concern: "оговорка-которую-оставил-денис",
  harm: "вред-который-видит-виктор",
};

const notMade = (error: unknown): null => {
  if (error instanceof NotMade) return null;
  throw error;
};

/** All that leaves the server now, by who gets it. */
const leaving = async (held: Held, seats: Partial<Record<Reader, Person>>): Promise<Map<Reader, string>> => {
  const { facilitator, workshops, workshop, code } = held;
  const token = (await facilitator.entrance())?.projectorUrl.split("/").at(-1) ?? "";
  const record = await facilitator.record();
  const link = (await facilitator.reading())?.others?.split("/").at(-1) ?? "";
  // a record without a date has no calendar
  const made = (
    await Promise.all(
      formats
        .filter(({ name }) => /\.(json|md|html|ics|yaml)$/.test(name))
        .map((format) => makeFile(format, record, catalogue, record.workshop.language).catch(notMade)),
    )
  ).filter((bytes) => bytes !== null);
  const late = await come(held, workshop, code, held.people[0]?.id ?? "");
  const said: [Reader, unknown][] = [
    ["facilitator", [await facilitator.view(), await facilitator.survey()]],
    ["projector", await (await workshops.project(token))?.view()],
    ["late-comer", await late.door.view()],
    ["link", await (await workshops.read(link))?.record()],
    ["record", record],
    ["files", made.map((bytes) => Buffer.from(bytes).toString())],
    ...(await Promise.all(
      Object.entries(seats).map(
        async ([reader, { door }]): Promise<[Reader, unknown]> => [
          reader as Reader,
          [await door.view(), await door.survey()],
        ],
      ),
    )),
  ];
  return new Map(said.map(([reader, what]) => [reader, JSON.stringify(what)]));
};

test("in every state of a question everybody reads what is theirs to read, and nothing else", async () => {
  const held = await hold();
  const { facilitator, people } = held;
  const [head, anna, denis, viktor, galina] = people as [Person, Person, Person, Person, Person];
  const watcher = newId();
  const observer = { name: "Наблюдатель", role: "director", department: "management", head: false, votes: false };
  await must(facilitator.addPerson({ id: watcher, ...observer, observer: true }));
  const seats = { head, colleague: galina, observer: await come(held, held.workshop, held.code, watcher) };
  const found: Partial<Record<State, Partial<Record<Said, Reader[]>>>> = {};
  const look = async (state: State) => {
    const seen = await leaving(held, { ...seats, writer: anna });
    const writers = { concern: denis, harm: viktor };
    const own = async (said: Said) =>
      said === "thought" ? seen : new Map(seen).set("writer", JSON.stringify(await writers[said].door.view()));
    const readers = async (said: Said): Promise<Reader[]> => {
      const all = await own(said);
      return EVERYBODY.filter((reader) => all.get(reader)?.includes(TEXTS[said]));
    };
    found[state] = {
      thought: await readers("thought"),
      concern: await readers("concern"),
      harm: await readers("harm"),
    };
  };
  const move = (from: Phase, to: Phase) =>
    must(facilitator.movePhase({ question: QUESTION, from, to, confirmed: true }));

  await must(facilitator.openQuestion({ question: QUESTION }));
  await look("waiting");
  await move("waiting", "think");
  await must(anna.door.writeIdea({ id: newId(), question: QUESTION, text: TEXTS.thought }));
  await look("think");
  await move("think", "reveal");
  await look("reveal");
  await move("reveal", "think");
  await look("silence again");
  await move("think", "reveal");
  await move("reveal", "word");
  await look("word");
  const round = newId();
  const seen = type(held, QUESTION, "Любое обращение", any);
  await must(facilitator.openRound({ id: round, question: QUESTION, seen }));
  const raised = objecting(TEXTS.harm, "иначе");
  await must(denis.door.castBallot({ round, choice: "reservation", concern: TEXTS.concern, objection: null }));
  await must(viktor.door.castBallot({ round, ...raised }));
  for (const { door } of [head, anna, galina]) await must(door.castBallot({ round, ...ballot("agree") }));
  await look("open round");
  await must(facilitator.closeRound({ round, confirmed: true }));
  await look("counted round");
  await must(viktor.door.dispose({ objection: raised.objection.id, disposition: "withdrawn" }));
  await move("round", "word");
  await must(facilitator.openRound({ id: newId(), question: QUESTION, seen }));
  const again = (await facilitator.record()).rounds.at(-1)?.id ?? "";
  const stays = { choice: "reservation" as const, concern: TEXTS.concern, objection: null };
  await must(denis.door.castBallot({ round: again, ...stays }));
  for (const { door } of [head, anna, viktor, galina])
    await must(door.castBallot({ round: again, ...ballot("agree") }));
  await must(facilitator.closeRound({ round: again, confirmed: false }));
  await must(facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } }));
  await look("decided");
  await move("decided", "word");
  const parking = { kind: "parked" as const, owner: "Олег Гришин", missing: "решение цеха", dueOn: "2027-12-31" };
  await must(facilitator.decide({ id: newId(), question: QUESTION, decision: parking }));
  await look("parked");
  await move("parked", "think");
  await look("back in silence");

  expect(found).toEqual(MAY_READ);
});

test("a thought without a name is tied to nobody, whatever is open and whatever was signed beside it", async () => {
  const held = await hold();
  const { facilitator, people } = held;
  const [head, anna] = people as [Person, Person];
  await lead(held, QUESTION);
  await must(facilitator.movePhase({ question: QUESTION, from: "word", to: "think", confirmed: true }));
  await must(anna.door.writeIdea({ id: newId(), question: QUESTION, text: TEXTS.thought }));
  await must(facilitator.changeMeeting({ change: "sign", on: true }));
  await must(anna.door.writeIdea({ id: newId(), question: QUESTION, text: "подписано", signed: true }));
  await must(facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
  for (const [reader, said] of await leaving(held, { head })) {
    for (const [whole] of said.matchAll(/\{[^{}]*мысль-которую-написала-анна[^{}]*\}/g))
      expect(whole, reader).not.toMatch(new RegExp(`${anna.name}|${anna.id}|${anna.key}`));
  }
});

test("the wall shows an open objection in the objector's words, never the name or the letters, and only while it is open", async () => {
  const held = await hold();
  const { facilitator, people, workshops } = held;
  const [head, anna, denis, viktor, galina] = people as [Person, Person, Person, Person, Person];
  const token = (await facilitator.entrance())?.projectorUrl.split("/").at(-1) ?? "";
  const wall = async () => (await (await workshops.project(token))?.view())?.shared.now;
  await lead(held, QUESTION);
  const round = newId();
  await must(
    facilitator.openRound({ id: round, question: QUESTION, seen: type(held, QUESTION, "Любое обращение", any) }),
  );
  const raised = objecting(TEXTS.harm, "сделать иначе", true);
  await must(viktor.door.castBallot({ round, ...raised }));
  for (const { door } of [head, anna, denis, galina]) await must(door.castBallot({ round, ...ballot("agree") }));
  expect((await wall())?.objections).toEqual([]);
  await must(facilitator.closeRound({ round, confirmed: false }));
  await must(facilitator.reply({ id: newId(), objection: raised.objection.id, text: "письмо-ведущего" }));
  const shown = { reason: TEXTS.harm, wish: "сделать иначе", by: null, replies: [] };
  expect((await wall())?.objections).toMatchObject([shown]);
  expect(JSON.stringify((await wall())?.objections)).not.toMatch(/письмо-ведущего|Виктор/);
  await must(facilitator.movePhase({ question: QUESTION, from: "round", to: "word", confirmed: true }));
  expect((await wall())?.objections).toMatchObject([shown]);
  await must(facilitator.movePhase({ question: QUESTION, from: "word", to: "think", confirmed: true }));
  expect((await wall())?.objections).toEqual([]);
  await must(facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
  await must(facilitator.movePhase({ question: QUESTION, from: "reveal", to: "word", confirmed: true }));
  await must(viktor.door.dispose({ objection: raised.objection.id, disposition: "withdrawn" }));
  expect((await wall())?.objections).toEqual([]);
});
