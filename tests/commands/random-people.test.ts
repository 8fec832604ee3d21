import fc from "fast-check";
import { expect, test } from "vitest";
import type { Done, RoomDoor } from "#context";
import type { Phase } from "#domain/agenda.ts";
import type { Answer } from "#domain/answer.ts";
import { isOpen } from "#domain/objection.ts";
import { lastDecision, type WorkshopRecord } from "#domain/record.ts";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { asking, come, doorOf, type Held, hold, NEW, newId, type Person, type } from "./held-workshop.ts";

const QUESTION = "intake-registration-moment@new-private";
const OTHER = "stage-responsible@new-private.production";
const PHASES: Phase[] = ["waiting", "think", "reveal", "word"];
const CHOICES = ["agree", "reservation", "object", "abstain"] as const;
const DISPOSITIONS = ["raised", "clarified", "integrated", "withdrawn", "stand-aside", "escalated"] as const;

/** What somebody does next; `who` and `pick` choose among the people and the things that are there. */
const Step = fc.record({
  what: fc.constantFrom(
    ...([
      "write",
      "change",
      "move",
      "move",
      "round",
      "cast",
      "cast",
      "cast",
      "close",
      "reply",
      "dispose",
      "dispose",
    ] as const),
    ...([
      "decide",
      "decide",
      "leave",
      "come",
      "come",
      "ready",
      "advance",
      "advance",
      "advance",
      "advance",
      "advance",
    ] as const),
    ...(["package", "package", "pull", "castPackage", "castPackage", "closePackage", "drop"] as const),
    ...(["hands", "noHands", "temperature", "reading", "reading"] as const),
    ...(["wholePackage", "wholePackage", "wholeHands", "wholeTemperature"] as const),
  ),
  who: fc.nat(4),
  pick: fc.nat(40),
});
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

/** One workshop with what the test remembers of it: texts that must not be lost, and texts that must not be seen. */
class Play {
  readonly held: Held;
  readonly people: Person[];
  readonly ideas = new Map<string, { text: string; writer: Person }>();
  readonly whispers = new Set<string>();
  count = 0;

  constructor(held: Held, people: Person[]) {
    this.held = held;
    this.people = people;
  }

  async take({ what, who, pick }: Step): Promise<void> {
    const { facilitator } = this.held;
    const person = this.people[who % this.people.length] as Person;
    const record = await facilitator.record();
    const asked = record.asked.find(({ key }) => key === QUESTION);
    const round = record.rounds.at(-1);
    const objection = record.objections[pick % (record.objections.length || 1)];
    const text = `слова-${++this.count}-${newId()}`;
    switch (what) {
      case "write": {
        const id = newId();
        if (isDone(await person.door.writeIdea({ id, question: QUESTION, text })))
          this.ideas.set(id, { text, writer: person });
        return;
      }
      case "change": {
        const [id, idea] = [...this.ideas][pick % (this.ideas.size || 1)] ?? [];
        if (id && idea && isDone(await person.door.changeIdea({ id, text }))) this.ideas.set(id, { ...idea, text });
        return;
      }
      case "move": {
        const to = PHASES[pick % PHASES.length] as Phase;
        await facilitator.movePhase({ question: QUESTION, from: asked?.phase ?? "think", to, confirmed: true });
        return;
      }
      case "round": {
        const answer: Answer = { kind: "single", optionId: "any-contact" };
        const seen = asked?.phase === "word" ? type(this.held, QUESTION, `Правило ${pick}`, answer) : "";
        await facilitator.openRound({ id: newId(), question: QUESTION, seen });
        return;
      }
      case "cast": {
        const choice = CHOICES[pick % CHOICES.length] as (typeof CHOICES)[number];
        const objecting = { id: newId(), reason: text, wish: text, named: pick > 20 };
        const cast = {
          choice,
          concern: choice === "reservation" ? text : null,
          objection: choice === "object" ? objecting : null,
        };
        if (isDone(await person.door.castBallot({ round: round?.id ?? newId(), ...cast }))) this.whispers.add(text);
        return;
      }
      case "close":
        await facilitator.closeRound({ round: round?.id ?? newId(), confirmed: true });
        return;
      case "reply":
        await (pick % 2 ? facilitator : person.door).reply({ id: newId(), objection: objection?.id ?? newId(), text });
        return;
      case "dispose": {
        const disposition = DISPOSITIONS[pick % DISPOSITIONS.length] as (typeof DISPOSITIONS)[number];
        await person.door.dispose({ objection: objection?.id ?? newId(), disposition });
        return;
      }
      case "decide": {
        const input = { id: newId(), question: QUESTION };
        const reviewOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
        if (pick % 4 === 0)
          await facilitator.decide({ ...input, decision: { kind: "trial", until: reviewOn, judgedBy: "по срокам" } });
        else if (pick % 4 === 1)
          await facilitator.decide({
            ...input,
            decision: { kind: "head", decidedBy: "Директор", reason: "Так", reviewOn },
          });
        else await facilitator.decide({ ...input, decision: { kind: "consent" } });
        return;
      }
      case "leave":
        if (this.people.length > 3 && pick % 5 === 0) {
          await facilitator.removePerson({ id: person.id });
          this.people.splice(this.people.indexOf(person), 1);
        }
        return;
      case "come": {
        const tablet = await come(this.held, this.held.workshop, this.held.code, person.id, person.name);
        if (pick % 2) this.people[this.people.indexOf(person)] = tablet;
        return;
      }
      case "package":
        await facilitator.openPackage({ id: newId(), questions: pick % 2 ? [QUESTION, OTHER] : [OTHER] });
        return;
      case "pull":
        await (pick % 3 ? person.door : facilitator).pullOut({ round: round?.id ?? newId(), reason: null });
        return;
      case "castPackage": {
        const concern = pick % 3 ? null : text;
        const choice = concern ? "reservation" : pick % 2 ? "agree" : "abstain";
        if (isDone(await person.door.castPackage({ choice, concern }))) this.whispers.add(text);
        return;
      }
      case "closePackage":
        await facilitator.closePackage({ confirmed: true });
        return;
      case "drop":
        await facilitator.dropPackage();
        return;
      case "hands": {
        const object = pick % 5 === 0 ? 1 : 0;
        const tally = { agree: pick % 3, reservation: 0, object, abstain: 0 };
        const objections = object ? [{ id: newId(), reason: text, wish: text }] : [];
        const count = { how: "slips" as const, tally, concerns: [], objections, departments: ["sales"] };
        if (isDone(await facilitator.countHands({ round: round?.id ?? newId(), count }))) this.whispers.add(text);
        return;
      }
      case "noHands":
        await facilitator.countHands({ round: round?.id ?? newId(), count: null });
        return;
      case "wholePackage": {
        // a package that goes well but for one rule that somebody takes out
        await facilitator.openPackage({ id: newId(), questions: [QUESTION, OTHER] });
        const open = (await facilitator.record()).rounds.filter(({ status }) => status === "open");
        if (open.length > 1 && pick % 2) await person.door.pullOut({ round: open[0]?.id ?? newId(), reason: null });
        for (const { door } of this.people) await door.castPackage({ choice: "agree", concern: null });
        await facilitator.closePackage({ confirmed: true });
        return;
      }
      case "wholeHands": {
        if (round?.status !== "open") return;
        const agree = Math.max(0, round.invited - round.answered);
        const tally = { agree, reservation: 0, object: 0, abstain: 0 };
        const departments = ["sales", "production", "accounting", "management"];
        const count = { how: "hands" as const, tally, concerns: [], objections: [], departments };
        await facilitator.countHands({ round: round.id, count });
        await facilitator.closeRound({ round: round.id, confirmed: true });
        return;
      }
      case "wholeTemperature":
        await facilitator.takeTemperature({ question: QUESTION, open: true });
        for (const { door } of this.people) await door.giveReading({ question: QUESTION, value: (pick % 5) + 1 });
        await facilitator.takeTemperature({ question: QUESTION, open: false });
        return;
      case "temperature":
        await facilitator.takeTemperature({ question: QUESTION, open: pick % 2 === 0 });
        return;
      case "reading":
        await person.door.giveReading({ question: QUESTION, value: (pick % 5) + 1 });
        return;
      case "advance":
        await facilitator.openQuestion({ question: QUESTION });
        await this.advance(asked?.phase ?? "think", round?.status === "open" ? round.id : null);
        return;
      case "ready":
        await person.door.setReady({ question: QUESTION, ready: pick % 2 === 0 });
    }
  }

  /** What a workshop that goes well would do next. */
  async advance(phase: Phase, open: string | null): Promise<void> {
    const { facilitator } = this.held;
    if (phase === "decided" || phase === "parked" || phase === "reveal")
      await facilitator.movePhase({ question: QUESTION, from: phase, to: "word", confirmed: true });
    else if (phase === "think" || phase === "waiting")
      await facilitator.movePhase({
        question: QUESTION,
        from: phase,
        to: phase === "think" ? "reveal" : "think",
        confirmed: true,
      });
    else if (phase === "word") await this.take({ what: "round", who: 0, pick: this.count });
    else if (open && ++this.count % 3 === 0) await this.take({ what: "wholeHands", who: 0, pick: 0 });
    else if (open) {
      for (const { door } of this.people)
        await door.castBallot({ round: open, choice: "agree", concern: null, objection: null });
      await facilitator.closeRound({ round: open, confirmed: true });
    } else await facilitator.decide({ id: newId(), question: QUESTION, decision: { kind: "consent" } });
  }

  async check(): Promise<void> {
    const { facilitator, services, workshop } = this.held;
    const record = await facilitator.record();
    const rows = await services.parts.house.database
      .selectFrom("ideas")
      .select(["id", "text"])
      .where("workshop", "=", workshop)
      .execute();
    expect(Object.fromEntries(rows.map(({ id, text }) => [id, text]))).toEqual(
      Object.fromEntries([...this.ideas].map(([id, { text }]) => [id, text])),
    );
    checkRules(record);
    const phase = record.asked.find(({ key }) => key === QUESTION)?.phase;
    const seen = JSON.stringify([await facilitator.view(), record]);
    if (phase === "waiting" || phase === "think")
      for (const { text } of this.ideas.values())
        if (seen.includes(text)) throw new Error("an idea was seen before it was revealed");
    const { length: ballots } = await services.parts.house.database
      .selectFrom("ballots")
      .innerJoin("rounds", (on) =>
        on.onRef("rounds.id", "=", "ballots.round").onRef("rounds.workshop", "=", "ballots.workshop"),
      )
      .select("ballots.id")
      .where("ballots.workshop", "=", workshop)
      .where("rounds.status", "=", "open")
      .execute();
    const open = record.rounds.filter(({ status }) => status === "open");
    // hands that were shown are no ballots before the round is closed
    expect(ballots).toBe(open.reduce((sum, { answered, counted }) => sum + answered - (counted?.ballots ?? 0), 0));
    expect(new Set(open.map((round) => round.package)).size).toBeLessThanOrEqual(1);
    for (const { temperature } of record.asked)
      if (temperature)
        expect(temperature.readings).toHaveLength(temperature.status === "open" ? 0 : temperature.answered);
    if (open.length > 0) {
      expect(open.flatMap((round) => round.ballots)).toEqual([]);
      for (const text of this.whispers)
        if (seen.includes(text) && !wasHeard(record, text)) throw new Error("a ballot was seen in an open round");
    }
  }
}

const isDone = (done: Done): boolean => "done" in done;

/** Words of rounds that are over may be read by everybody. */
const wasHeard = (record: WorkshopRecord, text: string): boolean =>
  record.rounds.some(({ status, ballots }) => status === "closed" && ballots.some(({ concern }) => concern === text)) ||
  record.objections.some(
    ({ reason, round }) => reason === text && record.rounds.find(({ id }) => id === round)?.status === "closed",
  );

const checkRules = (record: WorkshopRecord): void => {
  for (const { status, invited, answered, ballots } of record.rounds) {
    expect(answered).toBeLessThanOrEqual(invited);
    if (status === "closed") expect(ballots).toHaveLength(answered);
  }
  for (const asked of record.asked) {
    if (asked.phase !== "decided") continue;
    const decision = lastDecision(record, asked.key);
    const open = record.objections.filter((objection) => objection.question === asked.key && isOpen(objection));
    expect(decision).toBeDefined();
    expect(open).toEqual([]);
  }
};

test("whatever people do in whatever order, no rule stands over an open objection, and nothing is lost, doubled or leaked", async () => {
  const held = await hold();
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 20, maxLength: 60 }), async (steps) => {
      const play = await begin(held);
      for (const step of steps) {
        await play.take(step);
        await play.check();
      }
      // what stands in the record in the end can be handed over as a file
      const written = writeWorkshopFile(await play.held.facilitator.record());
      expect(readWorkshopFile(written)).toHaveProperty("record");
    }),
    { numRuns: 25 },
  );
}, 120_000);

const begin = async (held: Held): Promise<Play> => {
  const made = await held.workshops.create(held.account, { ...NEW, depth: "express", people: NEW.people.slice(0, 5) });
  if ("refused" in made) throw new Error(made.refused);
  const facilitator: RoomDoor = await doorOf(held.workshops, made.id, held.facilitatorCookie);
  const code = (await facilitator.entrance())?.code ?? "";
  const invitation = await held.workshops.byCode(code, asking());
  const listed = invitation && "people" in invitation ? invitation.people : [];
  const fresh: Held = { ...held, workshop: made.id, facilitator, code };
  await facilitator.openQuestion({ question: QUESTION });
  await facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true });
  return new Play(fresh, await Promise.all(listed.map(({ id, name }) => come(fresh, made.id, code, id, name))));
};
