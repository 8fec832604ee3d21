import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { IDEAS_EACH } from "#domain/idea.ts";
import { REFUSALS } from "#domain/refusal.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { toHtml } from "#exports/html/index.ts";
import { catalogue } from "#templates";
import { ballot, hold, lead, must, newId, type Person, type } from "../commands/held-workshop.ts";
import { type Action, send } from "./sending.ts";

const QUESTION = "intake-registration-moment@new-private";
const any: Answer = { kind: "single", optionId: "any-contact" };
const modules = import.meta.glob<{ action?: Action }>("../../app/routes/commands/*.ts", { eager: true });
const actions = Object.entries(modules).flatMap(([file, { action }]): [string, Action][] =>
  action ? [[file.replace(/^.*\/|\.ts$/g, ""), action]] : [],
);
const commandOf = (name: string): Action => {
  const action = actions.find(([file]) => file === name)?.[1];
  if (!action) throw new Error(`no command ${name}`);
  return action;
};

/** Somebody thinks about a question; tells how to write, and what others read afterwards. */
const thinking = async () => {
  const held = await hold();
  const anna = held.people[1] as Person;
  await must(held.facilitator.openQuestion({ question: QUESTION }));
  await must(held.facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
  const write = (text: string, id = newId()) =>
    send(held, commandOf("ideas"), { cookie: anna.cookie, body: { id, question: QUESTION, text } }, true);
  const reveal = async (): Promise<string[]> => {
    await must(held.facilitator.movePhase({ question: QUESTION, from: "think", to: "reveal", confirmed: true }));
    return (await held.facilitator.view()).shared.now?.ideas.map(({ text }) => text) ?? [];
  };
  return { held, anna, write, reveal };
};

const STRANGE = {
  "emoji of several signs": "Семья 👨‍👩‍👧‍👦, флаг 🇷🇺, рука 👍🏽 — и звёздочка ✳️",
  "text from right to left": "العميل لا يجيب — לקוח שותק — конец",
  "signs that turn the direction round": "до ‮обратно‬ после",
  "letters with many marks": `з${"\u0301".repeat(40)}`,
  "a page of the web":
    '<h1 onclick="alert(1)">Правила</h1><script>alert("x")</script><img src=x onerror=alert(1)>&amp;',
  "a formula of a table": '=HYPERLINK("http://evil.example","Скидка")',
  "lines and tabs": "первая\n\n\tвторая\r\nтретья",
  "words of a database": "'); drop table ideas; --",
};

describe("what somebody pastes", () => {
  test("is kept as it is and does nothing, whatever it is", async () => {
    const { held, write, reveal } = await thinking();
    for (const text of Object.values(STRANGE)) expect(await write(text), text).toEqual([200, { done: true }]);
    expect((await reveal()).sort()).toEqual(Object.values(STRANGE).sort());
    const record = await held.facilitator.record();
    const again = readWorkshopFile(writeWorkshopFile(record));
    expect("record" in again && again.record.ideas.map(({ text }) => text).sort()).toEqual(
      Object.values(STRANGE).sort(),
    );
    const page = await toHtml(composeRegulation(record, catalogue, "ru"));
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("<img src=x");
  });

  test("is refused in one sentence when it is too long, and what was written before stays", async () => {
    const { write, reveal } = await thinking();
    expect(await write("коротко")).toEqual([200, { done: true }]);
    for (const text of ["а".repeat(10_000), "👩‍🔧".repeat(10_000), `<p>${"слово ".repeat(100_000)}</p>`])
      expect(await write(text)).toEqual([409, { refused: "text-too-long", count: 2000 }]);
    expect(await write(" \n\t ")).toEqual([409, { refused: "text-empty" }]);
    expect(await reveal()).toEqual(["коротко"]);
  });

  test("is one of thirty at most: who floods is told how to go on, and the others write as before", async () => {
    const { held, write, reveal } = await thinking();
    for (let at = 0; at < IDEAS_EACH; at++) expect(await write(`мысль ${at}`)).toEqual([200, { done: true }]);
    expect(await write("ещё одна")).toEqual([409, { refused: "ideas-full", count: IDEAS_EACH }]);
    const other = held.people[2] as Person;
    await must(other.door.writeIdea({ id: newId(), question: QUESTION, text: "чужая мысль" }));
    expect(await reveal()).toHaveLength(IDEAS_EACH + 1);
  });

  test("with half a sign in it breaks nothing: the file can still be read", async () => {
    const { held, write, reveal } = await thinking();
    const [status] = await write("половина \ud83d знака \u0000 и нуль");
    expect(status).toBe(200);
    expect(await reveal()).toHaveLength(1);
    expect(readWorkshopFile(writeWorkshopFile(await held.facilitator.record()))).toHaveProperty("record");
  });
});

describe("a command that comes again or too late", () => {
  test("tapped twice, ten times at once or sent anew after an hour is carried out once", async () => {
    const { held, anna, write, reveal } = await thinking();
    const id = newId();
    const taps = await Promise.all(Array.from({ length: 10 }, () => write("один раз", id)));
    expect(taps.every(([status]) => status === 200)).toBe(true);
    const ready = { cookie: anna.cookie, body: { question: QUESTION, ready: true } };
    await Promise.all(Array.from({ length: 5 }, () => send(held, commandOf("readiness"), ready, true)));
    expect((await held.facilitator.view()).shared.now?.ready).toBeLessThanOrEqual(1);
    expect(await reveal()).toEqual(["один раз"]);
    expect(await write("один раз", id)).toEqual([200, { done: true }]);
    await must(held.facilitator.movePhase({ question: QUESTION, from: "reveal", to: "word", confirmed: true }));
    expect(await write("поздно")).toEqual([409, { refused: "phase-passed" }]);
    expect((await held.facilitator.record()).ideas).toHaveLength(1);
  });

  test("is refused with what happened, and changes nothing", async () => {
    const held = await hold();
    const anna = held.people[1] as Person;
    await lead(held, QUESTION);
    const round = newId();
    const seen = type(held, QUESTION, "Любое обращение", any);
    await must(held.facilitator.openRound({ id: round, question: QUESTION, seen }));
    await must(anna.door.castBallot({ round, ...ballot("agree") }));
    await must(held.facilitator.closeRound({ round, confirmed: true }));
    const cookie = anna.cookie;
    const late = { cookie, params: { round }, body: { choice: "abstain", concern: null, objection: null } };
    expect(await send(held, commandOf("ballots"), late)).toEqual([409, { refused: "round-closed" }]);
    const passed = { question: QUESTION, from: "think", to: "reveal", confirmed: true };
    expect(await send(held, commandOf("phases"), { cookie: held.facilitatorCookie, body: passed })).toMatchObject([
      409,
      { refused: "phase-passed" },
    ]);
    const again = { cookie: held.facilitatorCookie, params: { round }, body: { confirmed: true } };
    expect((await send(held, commandOf("round-closing"), again))[0]).toBeLessThan(500);
    expect((await held.facilitator.record()).rounds).toMatchObject([{ status: "closed", answered: 1 }]);
  });
});

describe("whatever is sent to whichever command", () => {
  const Id = fc.constantFrom(QUESTION, "intake-price-only@new-private", newId(), newId(), "", "../../etc/passwd");
  const Value = fc.oneof(
    { withCrossShrink: true },
    Id,
    fc.constantFrom("think", "word", "agree", "object", "call", "lock", "sign", "consent", "withdrawn", "single"),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: "binary" }),
    fc.constant(null),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const NAMES = [
    ...["id", "question", "from", "to", "confirmed", "text", "ready", "round", "choice", "concern", "objection"],
    ...["decision", "kind", "seen", "value", "change", "on", "keys", "people", "seconds", "closed", "questions"],
    ...["name", "role", "department", "head", "votes", "observer", "disposition", "reason", "count", "group"],
  ];
  const Body = fc.oneof(
    fc.dictionary(fc.constantFrom(...NAMES), Value, { maxKeys: 8 }),
    fc.jsonValue(),
    fc.string({ unit: "binary" }).map((text) => `{"text":${text}`),
  );

  test.each(actions)(
    "%s answers with done or with one reason that has words, and the workshop stays whole",
    async (name, action) => {
      const held = await hold();
      await lead(held, QUESTION);
      await fc.assert(
        fc.asyncProperty(
          Body,
          fc.constantFrom("POST", "PATCH", "DELETE", "PUT"),
          fc.constantFrom("facilitator", "participant", "stranger"),
          fc.record({ idea: Id, round: Id, objection: Id, person: Id }),
          async (body, method, who, params) => {
            // nobody leaves for good in the middle of a test
            if (name === "closing" && who === "facilitator") return;
            const cookie = {
              facilitator: held.facilitatorCookie,
              participant: held.people[2]?.cookie ?? "",
              stranger: "",
            }[who];
            const [status, said] = await send(held, action, { cookie, method, params, body }, true);
            if (status === 200) expect(said).toHaveProperty("done", true);
            else {
              expect([400, 403, 409, 429]).toContain(status);
              expect(REFUSALS).toContain((said as { refused: string }).refused);
            }
          },
        ),
        { numRuns: 60 },
      );
      expect(readWorkshopFile(writeWorkshopFile(await held.facilitator.record()))).toHaveProperty("record");
    },
    30_000,
  );
});
