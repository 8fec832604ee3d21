import path from "node:path";
import { describe, expect, test } from "vitest";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { draftOf } from "#server/commands/draft.ts";
import { Database } from "#server/store/sqlite.ts";
import { come, type Held, hold, lead, must, newId, type Person, type } from "./held-workshop.ts";

const KEYS = [
  "intake-duplicate-check",
  "standards-phone",
  "stage-responsible@new-private.production",
  "stage-responsible@new-private.installation",
];
const agree = { choice: "agree" as const, concern: null };
const voters = ({ people }: Held): Person[] => people.filter(({ name }) => name !== "Игорь Светлов");

const opened = async (questions = KEYS): Promise<Held & { id: string }> => {
  const held = await hold({ depth: "deep" });
  const id = newId();
  await must(held.facilitator.openPackage({ id, questions }));
  return { ...held, id };
};
const voteOf = async ({ facilitator }: Held) => {
  const { shared } = await facilitator.view();
  if (!shared.package) throw new Error("no package is shown");
  return shared.package;
};
const roundOf = async (held: Held, question: string) =>
  (await voteOf(held)).items.find((item) => item.question === question)?.round ?? "";
const states = async (held: Held) =>
  Object.fromEntries((await voteOf(held)).items.map(({ question, state }) => [question, state]));

const rows = ({ folder }: Held, sql: string): unknown[] => {
  const file = new Database(path.join(folder, "reglament.sqlite"), { readonly: true });
  const found = file.prepare(sql).all();
  file.close();
  return found;
};

describe("the drafts of a package", () => {
  test("are worded from what the template suggests, and named as such", async () => {
    const { facilitator } = await hold({ depth: "deep" });
    const drafts = (await facilitator.packageDrafts()) ?? [];
    expect(drafts.length).toBeGreaterThan(60);
    const norm = drafts.find(({ question }) => question === "stage-time-norm@new-private.production");
    expect(norm?.from).toBe("template");
    const said = norm?.wording.map(({ spans }) => spans.map(({ text }) => text).join("")).join("\n") ?? "";
    expect(said).toMatch(/^Срок этапа: /);
    expect(said).toMatch(/10 рабочих дней/);
  });

  test("are the team's own words where somebody has typed them, and rules in force where there are any", async () => {
    const held = await hold({ depth: "deep" });
    const { facilitator } = held;
    await lead(held, "goals-losses-now");
    type(held, "goals-losses-now", "Теряем на перезвонах", { kind: "text", lines: ["Теряем на перезвонах"] });
    await must(facilitator.layExisting({ text: "Трубку снимаем не позже третьего гудка, называем компанию и имя." }));
    const existing = (await facilitator.record()).workshop.existing[0]?.question;
    const drafts = (await facilitator.packageDrafts()) ?? [];
    expect(drafts.find(({ question }) => question === "goals-losses-now")).toMatchObject({ from: null });
    expect(drafts.find(({ question }) => question === existing)).toMatchObject({ from: "existing" });
  });

  test("are for the facilitator's eyes", async () => {
    const { people } = await hold();
    expect(await people[0]?.door.packageDrafts()).toBeNull();
  });
});

describe("a package", () => {
  test("is put before everybody at once, in the order of the agenda, with no question open beside it", async () => {
    const held = await opened();
    const [anna] = voters(held);
    const { shared } = (await anna?.door.view()) ?? {};
    expect(shared?.now).toBeNull();
    expect(shared?.package).toMatchObject({ status: "open", invited: 5, answered: 0, tally: null, concerns: [] });
    expect(new Set(shared?.package?.items.map(({ question }) => question))).toEqual(new Set(KEYS));
    expect(await held.facilitator.openQuestion({ question: "goals-why-crm" })).toEqual({ refused: "package-open" });
    expect(await held.facilitator.closeWorkshop({ closed: true })).toEqual({ refused: "package-open" });
    expect(await held.facilitator.openPackage({ id: newId(), questions: ["goals-why-crm"] })).toEqual({
      refused: "package-open",
    });
    expect(await held.facilitator.openPackage({ id: held.id, questions: KEYS })).toEqual({ done: true });
  });

  test("in which all agree is adopted rule by rule, and each rule stands in the document", async () => {
    const held = await opened();
    for (const person of voters(held)) await must(person.door.castPackage(agree));
    await must(held.facilitator.closePackage({ confirmed: false }));
    expect(await states(held)).toEqual(Object.fromEntries(KEYS.map((key) => [key, "adopted"])));
    const record = await held.facilitator.record();
    expect(record.decisions.map(({ kind, question }) => `${kind} ${question}`).sort()).toEqual(
      KEYS.map((key) => `consent ${key}`).sort(),
    );
    expect(record.rounds.every((round) => round.package === held.id && round.ballots.length === 5)).toBe(true);
    expect(readWorkshopFile(writeWorkshopFile(record))).toEqual({ record });
    expect((await held.facilitator.view()).shared.rules).toHaveLength(4);
  });

  test("loses the rule that somebody takes out, and nobody learns who: the others stay with the votes they have", async () => {
    const held = await opened();
    const [head, anna, ...others] = voters(held) as [Person, Person, ...Person[]];
    await must(head.door.castPackage(agree));
    await must(anna.door.pullOut({ round: await roundOf(held, "standards-phone"), reason: "Два гудка мало" }));
    expect(await states(held)).toMatchObject({ "standards-phone": "pulled", "intake-duplicate-check": "in" });
    expect(await voteOf(held)).toMatchObject({ answered: 1 });
    for (const person of [anna, ...others]) await must(person.door.castPackage({ choice: "abstain", concern: null }));
    await must(held.facilitator.closePackage({ confirmed: false }));
    const record = await held.facilitator.record();
    expect(record.decisions.map(({ question }) => question)).not.toContain("standards-phone");
    expect(record.asked.find(({ key }) => key === "standards-phone")?.phase).toBe("waiting");
    const written = JSON.stringify(rows(held, "select * from ideas"));
    expect(written).toContain("Два гудка мало");
    expect(written).not.toContain(anna.id);
    expect(JSON.stringify(record)).not.toContain("Два гудка мало");
  });

  test("keeps what was said on taking out sealed until the question is discussed", async () => {
    const held = await opened();
    const [, anna] = voters(held) as [Person, Person];
    await must(anna.door.pullOut({ round: await roundOf(held, "standards-phone"), reason: "Два гудка мало" }));
    await must(held.facilitator.dropPackage());
    await must(held.facilitator.openQuestion({ question: "standards-phone" }));
    const move = (from: "waiting" | "think", to: "think" | "reveal") =>
      must(held.facilitator.movePhase({ question: "standards-phone", from, to, confirmed: true }));
    await move("waiting", "think");
    expect((await held.facilitator.view()).shared.now?.ideas).toEqual([]);
    await move("think", "reveal");
    expect((await held.facilitator.view()).shared.now?.ideas.map(({ text }) => text)).toEqual(["Два гудка мало"]);
  });

  test("lets a vote be changed while it is open, from the same device only, and counts it once", async () => {
    const held = await opened();
    const [head] = voters(held) as [Person];
    await must(head.door.castPackage(agree));
    await must(head.door.castPackage({ choice: "reservation", concern: "Проверить через месяц" }));
    expect((await head.door.view()).mine.ballot).toMatchObject({ choice: "reservation" });
    const tablet = await come(held, held.workshop, held.code, head.id);
    expect(await tablet.door.castPackage(agree)).toEqual({ refused: "ballot-on-other-device" });
    expect(await held.facilitator.closePackage({ confirmed: false })).toEqual({ refused: "not-all-ready", count: 4 });
    await must(held.facilitator.closePackage({ confirmed: true }));
    expect(await voteOf(held)).toMatchObject({
      status: "closed",
      tally: { reservation: 1, agree: 0 },
      concerns: ["Проверить через месяц"],
    });
    expect(await head.door.castPackage(agree)).toEqual({ refused: "round-closed" });
  });

  test("adopts no rule without a voice of the departments that it binds; the rule goes back to be worded", async () => {
    const held = await opened();
    for (const person of voters(held).filter(({ name }) => name !== "Виктор Осипов"))
      await must(person.door.castPackage(agree));
    await must(held.facilitator.closePackage({ confirmed: true }));
    expect(await states(held)).toMatchObject({
      "stage-responsible@new-private.production": "missing",
      "intake-duplicate-check": "adopted",
    });
    const record = await held.facilitator.record();
    expect(record.asked.find(({ key }) => key === KEYS[2])?.phase).toBe("word");
    // its words came from the template and were never typed: they are there to be worded on
    await must(held.facilitator.openQuestion({ question: KEYS[2] ?? "" }));
    expect(draftOf(held.services.parts.house, held.workshop, KEYS[2] ?? "").wording).not.toEqual([]);
  });

  test("never takes in a question over an objection that nobody has answered", async () => {
    const held = await hold({ depth: "deep" });
    const { facilitator, people } = held;
    const question = KEYS[0] ?? "";
    await lead(held, question);
    const round = newId();
    const answer = { kind: "steps" as const, steps: [] as never[] };
    const steps = [{ text: "Ищем по телефону", mode: "do" as const, counterpart: "client" as const, mandatory: true }];
    const seen = type(held, question, "Ищем дубль по телефону", { ...answer, steps });
    await must(facilitator.openRound({ id: round, question, seen }));
    const [head, ...others] = voters(held) as [Person, ...Person[]];
    const objection = { id: newId(), reason: "Телефон меняют", wish: "И по почте", named: false };
    await must(head.door.castBallot({ round, choice: "object", concern: null, objection }));
    for (const { door } of others) await must(door.castBallot({ round, ...agree, objection: null }));
    await must(facilitator.closeRound({ round, confirmed: false }));
    await must(facilitator.movePhase({ question, from: "round", to: "word", confirmed: true }));
    expect((await facilitator.packageDrafts())?.map((draft) => draft.question)).not.toContain(question);
    expect(await facilitator.openPackage({ id: newId(), questions: [question] })).toEqual({ refused: "package-empty" });
    await must(head.door.dispose({ objection: objection.id, disposition: "withdrawn" }));
    await must(facilitator.openPackage({ id: newId(), questions: [question] }));
    await must(head.door.dispose({ objection: objection.id, disposition: "raised" }));
    for (const { door } of people.slice(0, 5)) await must(door.castPackage(agree));
    await must(facilitator.closePackage({ confirmed: true }));
    expect((await facilitator.record()).decisions).toEqual([]);
  });

  test("is voted on with votes for all of it: its rules take no ballots, closings or phases of their own", async () => {
    const held = await opened();
    const [head] = voters(held) as [Person];
    const round = await roundOf(held, "standards-phone");
    expect(await head.door.castBallot({ round, choice: "agree", concern: null, objection: null })).toEqual({
      refused: "package-open",
    });
    expect(await held.facilitator.closeRound({ round, confirmed: true })).toEqual({ refused: "package-open" });
    expect(
      await held.facilitator.movePhase({ question: "standards-phone", from: "round", to: "word", confirmed: true }),
    ).toEqual({ refused: "package-open" });
  });

  test("shows nothing of its ballots while it is open, to nobody", async () => {
    const held = await opened();
    const [head, anna] = voters(held) as [Person, Person];
    await must(head.door.castPackage({ choice: "reservation", concern: "Тайная оговорка" }));
    const seen = JSON.stringify([
      await held.facilitator.view(),
      await held.facilitator.record(),
      (await anna.door.view()).shared,
    ]);
    expect(seen).not.toContain("Тайная оговорка");
    const marked = "select 1 from ballots where tag is not null";
    expect(rows(held, marked)).toHaveLength(4);
    await must(held.facilitator.closePackage({ confirmed: true }));
    expect(rows(held, marked)).toEqual([]);
    expect(rows(held, "select 1 from participations")).toEqual([]);
  });

  test("that is dropped leaves no trace but its drafts", async () => {
    const held = await opened();
    const [head] = voters(held) as [Person];
    await must(head.door.castPackage(agree));
    await must(held.facilitator.dropPackage());
    const record = await held.facilitator.record();
    expect(record.asked.filter(({ phase }) => phase !== "waiting")).toEqual([]);
    expect(record.rounds.map(({ status }) => status)).toEqual(["void", "void", "void", "void"]);
    expect(await held.facilitator.openQuestion({ question: "standards-phone" })).toEqual({ done: true });
  });

  test("of nothing is refused, and so is one that nobody could vote on", async () => {
    const held = await hold();
    expect(await held.facilitator.openPackage({ id: newId(), questions: ["no-such-question"] })).toEqual({
      refused: "package-empty",
    });
    for (const { id } of voters(held)) await must(held.facilitator.removePerson({ id }));
    expect(await held.facilitator.openPackage({ id: newId(), questions: ["standards-phone"] })).toEqual({
      refused: "no-voters",
    });
    expect(await held.people[5]?.door.openPackage({ id: newId(), questions: KEYS })).toEqual({
      refused: "not-allowed",
    });
  });
});
