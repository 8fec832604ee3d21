import { describe, expect, test } from "vitest";
import { action as ballots } from "../../app/routes/commands/ballots.ts";
import { action as current } from "../../app/routes/commands/current.ts";
import { action as decisions } from "../../app/routes/commands/decisions.ts";
import { action as idea } from "../../app/routes/commands/idea.ts";
import { action as ideas } from "../../app/routes/commands/ideas.ts";
import { action as person } from "../../app/routes/commands/person.ts";
import { hold, must, newId, type Person } from "../commands/held-workshop.ts";
import { send } from "./sending.ts";

const QUESTION = "intake-registration-moment@new-private";

describe("a command over HTTP", () => {
  test("is answered with done, or with a refusal and a status that fits it", async () => {
    const held = await hold();
    const anna = held.people[1] as Person;
    const open = { cookie: held.facilitatorCookie, body: { question: QUESTION } };
    expect(await send(held, current, open)).toEqual([200, { done: true }]);
    expect(await send(held, current, { ...open, cookie: anna.cookie })).toEqual([403, { refused: "not-allowed" }]);
    expect(await send(held, current, { ...open, cookie: "" })).toEqual([403, { refused: "not-listed" }]);
    expect(await send(held, current, { ...open, body: { question: "no-such" } })).toEqual([
      409,
      { refused: "no-such-thing" },
    ]);
    expect(await send(held, current, { ...open, body: {} })).toEqual([
      400,
      { refused: "bad-input", where: "question" },
    ]);
    expect(await send(held, current, { ...open, body: "{broken" })).toEqual([400, { refused: "bad-input" }]);
    const elsewhere = { ...open, params: { workshop: "another" } };
    expect(await send(held, current, elsewhere)).toEqual([403, { refused: "not-listed" }]);
  });

  test("takes the names of its path for what it is about", async () => {
    const held = await hold();
    const { cookie } = held.people[1] as Person;
    await must(held.facilitator.openQuestion({ question: QUESTION }));
    await must(held.facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true }));
    const id = newId();
    expect(await send(held, ideas, { cookie, body: { id, question: QUESTION, text: "Сразу" } })).toEqual([
      200,
      { done: true },
    ]);
    const change = { cookie, method: "PATCH", params: { idea: id }, body: { text: "Сразу же" } };
    expect(await send(held, idea, change)).toEqual([200, { done: true }]);
    expect((await held.people[1]?.door.view())?.mine.ideas).toMatchObject([{ text: "Сразу же" }]);
    expect(await send(held, idea, { ...change, method: "PUT" })).toEqual([
      400,
      { refused: "bad-input", where: "method" },
    ]);
    expect(await send(held, idea, { ...change, method: "DELETE", body: {} })).toEqual([200, { done: true }]);
    expect((await held.people[1]?.door.view())?.mine.ideas).toEqual([]);
    const removal = {
      cookie: held.facilitatorCookie,
      method: "DELETE",
      params: { person: held.people[4]?.id },
      body: {},
    };
    expect(await send(held, person, removal)).toEqual([200, { done: true }]);
    const vote = { cookie, params: { round: newId() }, body: { choice: "agree" } };
    expect(await send(held, ballots, vote)).toEqual([409, { refused: "no-such-thing" }]);
    const decision = { kind: "parked", owner: "", dueOn: "" };
    const parking = { cookie: held.facilitatorCookie, body: { id: newId(), question: QUESTION, decision } };
    expect(await send(held, decisions, parking)).toEqual([409, { refused: "owner-missing" }]);
  });

  test("comes no faster than a person can", async () => {
    const held = await hold();
    const { cookie } = held.people[1] as Person;
    const body = { id: newId(), question: QUESTION, text: "Сразу" };
    const answers = await Promise.all(Array.from({ length: 60 }, () => send(held, ideas, { cookie, body })));
    expect(answers.filter(([status]) => status === 429)).not.toHaveLength(0);
    const [, refused] = answers.find(([status]) => status === 429) ?? [];
    expect(refused).toMatchObject({ refused: "too-many" });
  });
});
