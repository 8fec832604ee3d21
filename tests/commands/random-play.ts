import fc from "fast-check";
import { expect } from "vitest";
import type { Done, RoomDoor } from "#context";
import type { Phase } from "#domain/agenda.ts";
import type { Answer } from "#domain/answer.ts";
import { editionsOf } from "#domain/edition.ts";
import type { HandCount } from "#domain/hand-count.ts";
import { isOpen } from "#domain/objection.ts";
import { lastDecision, type WorkshopRecord } from "#domain/record.ts";
import { type Choice, type Tally, tallyOf } from "#domain/round.ts";
import { suggestSubgroups } from "#domain/subgroups.ts";
import type { Edition } from "#domain/workshop.ts";
import { formats } from "#exports/index.ts";
import { catalogue } from "#templates";
import { asking, come, doorOf, type Held, must, newId, type Person, type } from "./held-workshop.ts";
import type { listen } from "./listening.ts";

export const QUESTION = "intake-registration-moment@new-private";
const OTHER = "stage-responsible@new-private.production";
const PHASES: Phase[] = ["waiting", "think", "reveal", "word"];
const CHOICES = ["agree", "reservation", "object", "abstain"] as const;
const DISPOSITIONS = ["raised", "clarified", "integrated", "withdrawn", "stand-aside", "escalated"] as const;

/** What somebody does next; `who` and `pick` choose among the people and the things that are there. */
export const Step = fc.record({
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
    ...(["trial", "away", "back", "groups", "endGroups", "handOver", "lock", "sign", "closing", "correction"] as const),
  ),
  who: fc.nat(4),
  pick: fc.nat(40),
});
export type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

/** One workshop with what the test remembers of it: texts that must not be lost, and texts that must not be seen. */
export class Play {
  readonly held: Held;
  readonly people: Person[];
  readonly ideas = new Map<string, { text: string; writer: Person }>();
  /** Words of ballots, each with the device that said them; the facilitator's are nobody's. */
  readonly whispers = new Map<string, Person | null>();
  /** What each round must come to, by whose ballot it is; kept beside the server, which must not know. */
  readonly cast = new Map<string, Map<string, Choice>>();
  readonly shown = new Map<string, Tally>();
  /** The doors of two accounts that lead by turns. */
  readonly leads: { cookie: string; email: string }[];
  /** What sat on a feed has heard so far, for each audience. */
  ears: Awaited<ReturnType<typeof listen>>[] = [];
  /** What the ears have heard since the last look. */
  news = "";
  readonly heardUpTo = new Map<{ heard: () => string }, number>();
  editions: Edition[] = [];
  readonly revealed = new Set<string>();
  count = 0;

  constructor(held: Held, people: Person[], leads: { cookie: string; email: string }[]) {
    this.held = held;
    this.people = people;
    this.leads = leads;
  }

  async vote(person: Person, round: string, ballot: Parameters<RoomDoor["castBallot"]>[0]): Promise<boolean> {
    if (!isDone(await person.door.castBallot(ballot))) return false;
    this.box(round).set(person.id, ballot.choice);
    return true;
  }

  async votePackage(person: Person, ballot: Parameters<RoomDoor["castPackage"]>[0]): Promise<boolean> {
    const open = (await this.held.facilitator.record()).rounds.filter(({ status }) => status === "open");
    if (!isDone(await person.door.castPackage(ballot))) return false;
    for (const { id } of open) this.box(id).set(person.id, ballot.choice);
    return true;
  }

  async show(round: string, count: HandCount | null): Promise<boolean> {
    if (!isDone(await this.held.facilitator.countHands({ round, count }))) return false;
    if (count) this.shown.set(round, count.tally);
    else this.shown.delete(round);
    return true;
  }

  box(round: string): Map<string, Choice> {
    const box = this.cast.get(round) ?? new Map<string, Choice>();
    this.cast.set(round, box);
    return box;
  }

  async take({ what, who, pick }: Step): Promise<void> {
    const { facilitator } = this.held;
    const person = this.people[who % this.people.length] as Person;
    const record = await facilitator.record();
    const asked = record.asked.find(({ key }) => key === QUESTION);
    const round = record.rounds.find(({ status }) => status === "open") ?? record.rounds.at(-1);
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
        const box = round?.id ?? newId();
        if (await this.vote(person, box, { round: box, ...cast })) this.whispers.set(text, person);
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
        if (pick % 4 === 1)
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
        // a locked door lets nobody in, not even by a second device
        const { isLocked } = (await facilitator.view()).shared.meeting;
        const coming = come(this.held, this.held.workshop, this.held.code, person.id, person.name);
        if (isLocked) return void (await expect(coming).rejects.toThrow("entrance-locked"));
        const tablet = await coming;
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
        if (await this.votePackage(person, { choice, concern })) this.whispers.set(text, person);
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
        if (await this.show(round?.id ?? newId(), count)) this.whispers.set(text, null);
        return;
      }
      case "noHands":
        await this.show(round?.id ?? newId(), null);
        return;
      case "wholePackage": {
        // a package that goes well but for one rule that somebody takes out
        await facilitator.openPackage({ id: newId(), questions: [QUESTION, OTHER] });
        const open = (await facilitator.record()).rounds.filter(({ status }) => status === "open");
        if (open.length > 1 && pick % 2) await person.door.pullOut({ round: open[0]?.id ?? newId(), reason: null });
        for (const one of this.people) await this.votePackage(one, { choice: "agree", concern: null });
        await facilitator.closePackage({ confirmed: true });
        return;
      }
      case "wholeHands": {
        if (round?.status !== "open") return;
        const agree = Math.max(0, round.invited - round.answered);
        const tally = { agree, reservation: 0, object: 0, abstain: 0 };
        const departments = ["sales", "production", "accounting", "management"];
        const count = { how: "hands" as const, tally, concerns: [], objections: [], departments };
        await this.show(round.id, count);
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
      case "trial": {
        const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
        const trial = { until, judgedBy: "по срокам" };
        await facilitator.openRound({ id: newId(), question: QUESTION, seen: "", trial });
        return;
      }
      case "away":
      case "back":
        await facilitator.setAway({ id: person.id, away: what === "away" });
        return;
      case "groups": {
        const groups = suggestSubgroups(record);
        const subgroups = { ...groups, state: pick % 3 ? ("work" as const) : ("check" as const) };
        await facilitator.changeMeeting({ change: "subgroups", subgroups });
        await person.door.setReady({ question: OTHER, ready: true });
        return;
      }
      case "endGroups":
        await facilitator.changeMeeting({ change: "subgroups", subgroups: null });
        return;
      case "handOver":
        await this.handOver();
        return;
      case "lock":
      case "sign":
        await facilitator.changeMeeting({ change: what, on: pick % 2 === 0 });
        return;
      case "closing":
      case "correction":
        if (!isDone(await facilitator.closeWorkshop({ closed: true, confirmed: true }))) return;
        // what is closed stands: nobody gets anything in, and it is opened again for what has to be corrected
        expect(await person.door.setReady({ question: QUESTION, ready: true })).toHaveProperty("refused");
        await this.check();
        await must(facilitator.closeWorkshop({ closed: false }));
        if (what === "correction")
          await facilitator.movePhase({ question: QUESTION, from: "decided", to: "word", confirmed: true });
        return;
      case "ready":
        await person.door.setReady({ question: QUESTION, ready: pick % 2 === 0 });
    }
  }

  /** The lead goes to the other account: its door opens, and the one before is shut. */
  async handOver(): Promise<void> {
    const { workshops, workshop } = this.held;
    const [now, next] = this.leads as [(typeof this.leads)[0], (typeof this.leads)[0]];
    expect(await workshops.handOver(workshop, next.email, asking(now.cookie))).toEqual({ done: true });
    this.leads.reverse();
    this.held.facilitator = await doorOf(workshops, workshop, next.cookie);
    expect(this.held.facilitator.audience).toBe("facilitator");
    expect((await workshops.enter(workshop, asking(now.cookie)))?.audience).not.toBe("facilitator");
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
    else if (phase === "word") {
      await this.take({ what: "round", who: 0, pick: this.count });
      if ((await facilitator.record()).rounds.at(-1)?.status === "open") return;
      await this.take({ what: "decide", who: 0, pick: 1 });
    } else if (open && ++this.count % 3 === 0) await this.take({ what: "wholeHands", who: 0, pick: 0 });
    else if (open) {
      for (const one of this.people)
        await this.vote(one, open, { round: open, choice: "agree", concern: null, objection: null });
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
    this.checkBoxes(record);
    this.news = this.ears
      .map((ear) => {
        const from = this.heardUpTo.get(ear) ?? 0;
        this.heardUpTo.set(ear, ear.heard().length);
        // a message is kept whole or not at all, so no text is cut in two
        return ear.heard().slice(from);
      })
      .join();
    const phase = record.asked.find(({ key }) => key === QUESTION)?.phase;
    // an idea that was shown once has been heard; it is sealed again for those who come later
    const isSealed = phase === "waiting" || phase === "think";
    if (!isSealed) for (const { text } of this.ideas.values()) this.revealed.add(text);
    await this.checkSilence(record, [
      ...(isSealed ? [...this.ideas.values()].map(({ text, writer }) => ({ text, by: writer })) : []),
      ...[...this.whispers].flatMap(([text, by]) => (wasHeard(record, text) ? [] : { text, by })),
    ]);
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
    }
    // a correction adds an edition and leaves those that were closed as they were
    const editions = record.workshop.editions ?? [];
    expect(editions.slice(0, this.editions.length)).toEqual(this.editions);
    this.editions = editions;
    if (editions.length > 0) expect(editionsOf(record).length).toBeGreaterThanOrEqual(editions.length);
  }

  /** Each counted round holds what its people last said, once each, and what was shown. */
  checkBoxes(record: WorkshopRecord): void {
    for (const round of record.rounds) {
      if (round.status !== "closed") continue;
      const expected: Tally = { agree: 0, reservation: 0, object: 0, abstain: 0, ...this.shown.get(round.id) };
      for (const choice of this.box(round.id).values()) expected[choice]++;
      expect(tallyOf(round.ballots)).toEqual(expected);
    }
  }

  /** What leaves the server, by whom it reaches: all that is shared, and what single devices get of their own. */
  async everything(record: WorkshopRecord): Promise<{ shared: string; mine: Map<Person, string> }> {
    const { facilitator, workshops, workshop } = this.held;
    const token = (await facilitator.entrance())?.projectorUrl.split("/").at(-1) ?? "";
    const views = await Promise.all(this.people.map(async (person) => ({ person, view: await person.door.view() })));
    const isSplit = views[0]?.view.shared.subgroups !== null;
    const card = isSplit ? await this.people[0]?.door.card(OTHER) : null;
    const projector = await workshops.project(token);
    if (!projector) throw new Error(`the wall of ${workshop} is dark`);
    const shared = [await facilitator.view(), await projector.view(), views[0]?.view.shared, card?.shared, record];
    return {
      shared: JSON.stringify([shared, await facilitator.survey()]),
      mine: new Map(views.map(({ person, view }) => [person, JSON.stringify(view.mine)])),
    };
  }

  async checkFiles(record: WorkshopRecord): Promise<void> {
    const phase = record.asked.find(({ key }) => key === QUESTION)?.phase;
    const readable = formats.filter(({ name }) => /\.(json|md|html)$/.test(name));
    const files = await Promise.all(readable.map(({ make }) => make(record, catalogue, "ru")));
    const said = files.map((bytes) => Buffer.from(bytes).toString()).join();
    const silent = [
      ...(phase === "waiting" || phase === "think" ? [...this.ideas.values()].map(({ text }) => text) : []),
      ...[...this.whispers.keys()].filter((text) => !wasHeard(record, text)),
    ];
    for (const text of silent) if (said.includes(text)) throw new Error("a file tells what is silent");
  }

  /** What is silent reaches nobody but the device that said it: no page, no feed, no card. */
  async checkSilence(record: WorkshopRecord, silent: { text: string; by: Person | null }[]): Promise<void> {
    if (silent.length === 0) return;
    const { shared, mine } = await this.everything(record);
    for (const { text, by } of silent) {
      if (shared.includes(text)) throw new Error("what is silent was seen before its time");
      for (const [person, own] of mine)
        if (person !== by && own.includes(text))
          throw new Error(`${person.name} saw what somebody else said in silence`);
      if (!this.revealed.has(text) && this.news.includes(text))
        throw new Error("what is silent went through the feed before its time");
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
