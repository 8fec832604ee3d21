import { describe, expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import type { HandCount } from "#domain/hand-count.ts";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { asking, ballot, doorOf, type Held, hold, lead, must, newId, type Person, type } from "./held-workshop.ts";

const QUESTION = "stage-time-norm@new-private.production";
const ANSWER: Answer = {
  kind: "duration",
  norms: [{ what: "Изготовление", limit: { value: 10, unit: "workDay" }, escalateTo: "production-head" }],
};
const hands = (tally: Partial<HandCount["tally"]>, rest: Partial<HandCount> = {}): HandCount => ({
  how: "hands",
  tally: { agree: 0, reservation: 0, object: 0, abstain: 0, ...tally },
  concerns: [],
  objections: [],
  departments: [],
  ...rest,
});

const voting = async (): Promise<Held & { round: string }> => {
  const held = await hold();
  await lead(held, QUESTION);
  const round = newId();
  const seen = type(held, QUESTION, "Не дольше 10 дней", ANSWER);
  await must(held.facilitator.openRound({ id: round, question: QUESTION, seen }));
  return { ...held, round };
};
const roundOf = async ({ facilitator }: Held) => (await facilitator.view()).shared.now?.round;

describe("votes shown by hands", () => {
  test("are counted beside those of the phones, and the record says how many they were", async () => {
    const held = await voting();
    const { facilitator, people, round } = held;
    const [head, anna] = people as [Person, Person];
    for (const { door } of [head, anna]) await must(door.castBallot({ round, ...ballot("agree") }));
    await must(facilitator.countHands({ round, count: hands({ agree: 3 }, { departments: ["production"] }) }));
    expect(await roundOf(held)).toMatchObject({ answered: 5, invited: 5, counted: { how: "hands", ballots: 3 } });
    await must(facilitator.closeRound({ round, confirmed: false }));
    expect(await roundOf(held)).toMatchObject({
      outcome: { verdict: "unanimous", tally: { agree: 5 }, missingDepartments: [] },
      counted: { how: "hands", ballots: 3 },
    });
    const record = await facilitator.record();
    expect(record.rounds[0]).toMatchObject({ answered: 5, counted: { how: "hands", ballots: 3 } });
    expect(record.rounds[0]?.ballots).toHaveLength(5);
    expect(readWorkshopFile(writeWorkshopFile(record))).toEqual({ record });
  });

  test("bind a department only when the facilitator says that it took part", async () => {
    const held = await voting();
    const { facilitator, round } = held;
    await must(facilitator.countHands({ round, count: hands({ agree: 5 }, { departments: ["sales"] }) }));
    await must(facilitator.closeRound({ round, confirmed: false }));
    expect(await roundOf(held)).toMatchObject({
      outcome: { verdict: "no-quorum", missingDepartments: ["production"] },
    });
  });

  test("entered again replace what was entered, and can be taken out", async () => {
    const held = await voting();
    const { facilitator, round } = held;
    const objecting = hands({ object: 1 }, { objections: [{ id: newId(), reason: "Долго", wish: "Восемь" }] });
    await must(facilitator.countHands({ round, count: objecting }));
    await must(facilitator.countHands({ round, count: hands({ agree: 2 }) }));
    expect(await roundOf(held)).toMatchObject({ answered: 2 });
    await must(facilitator.countHands({ round, count: null }));
    expect(await roundOf(held)).toMatchObject({ answered: 0, counted: null });
    await must(facilitator.closeRound({ round, confirmed: true }));
    expect((await facilitator.record()).objections).toEqual([]);
  });

  test("are no more than there are people who have not answered, and each has the words that its choice needs", async () => {
    const { facilitator, people, round } = await voting();
    await must((people[0] as Person).door.castBallot({ round, ...ballot("agree") }));
    expect(await facilitator.countHands({ round, count: hands({ agree: 5 }) })).toEqual({
      refused: "count-wrong",
      count: 4,
    });
    expect(await facilitator.countHands({ round, count: hands({}) })).toMatchObject({ refused: "count-wrong" });
    expect(await facilitator.countHands({ round, count: hands({ reservation: 1 }) })).toEqual({
      refused: "concern-missing",
    });
    expect(await facilitator.countHands({ round, count: hands({ object: 1 }) })).toEqual({ refused: "reason-missing" });
    const vague = hands({ object: 1 }, { objections: [{ id: newId(), reason: "Долго", wish: " " }] });
    expect(await facilitator.countHands({ round, count: vague })).toEqual({ refused: "wish-missing" });
    expect(await people[0]?.door.countHands({ round, count: hands({ agree: 1 }) })).toEqual({ refused: "not-allowed" });
  });

  test("with an objection said aloud are answered on the word of the objector, by the facilitator alone", async () => {
    const held = await voting();
    const { facilitator, people, round } = held;
    const id = newId();
    const count = hands(
      { agree: 4, object: 1 },
      { objections: [{ id, reason: "Долго", wish: "Восемь дней" }], departments: ["production", "sales"] },
    );
    await must(facilitator.countHands({ round, count }));
    expect((await facilitator.view()).shared.now?.objections).toEqual([]);
    await must(facilitator.closeRound({ round, confirmed: false }));
    expect((await facilitator.view()).shared.now?.objections).toMatchObject([{ id, aloud: true, by: null }]);
    expect(await people[0]?.door.dispose({ objection: id, disposition: "withdrawn" })).toEqual({
      refused: "only-the-objector",
    });
    await must(facilitator.dispose({ objection: id, disposition: "stand-aside" }));
    expect((await facilitator.record()).objections).toMatchObject([{ aloud: true, disposition: "stand-aside" }]);
  });
});

describe("a phone that is passed around", () => {
  const pass = async ({ workshops, workshop }: Held, cookie: string, to: string): Promise<string> => {
    const passed = await workshops.pass(workshop, to, asking(cookie));
    if ("refused" in passed) throw new Error(passed.refused);
    const jar = new Map(
      [...cookie.split("; "), ...passed.headers.getSetCookie().map((line) => line.split(";")[0] ?? "")].map((pair) => {
        const at = pair.indexOf("=");
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    );
    return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  };

  test("votes for each who holds it once, and lets each change the own vote when it comes back", async () => {
    const held = await voting();
    const { workshops, workshop, people, round } = held;
    const [head, anna] = people as [Person, Person];
    let cookie = head.cookie;
    await must((await doorOf(workshops, workshop, cookie)).castBallot({ round, ...ballot("agree") }));
    cookie = await pass(held, cookie, anna.id);
    const asAnna = await doorOf(workshops, workshop, cookie);
    expect(asAnna.participant?.name).toBe(anna.name);
    expect((await asAnna.view()).mine.ballot).toBeNull();
    await must(asAnna.castBallot({ round, ...ballot("abstain") }));
    cookie = await pass(held, cookie, head.id);
    const again = await doorOf(workshops, workshop, cookie);
    expect((await again.view()).mine.ballot).toMatchObject({ choice: "agree" });
    await must(again.castBallot({ round, ...ballot("abstain") }));
    expect(await roundOf(held)).toMatchObject({ answered: 2 });
  });

  test("goes only to people of the list, and only from somebody who sits in the room", async () => {
    const held = await hold();
    const { workshops, workshop, people } = held;
    expect(await workshops.pass(workshop, "nobody", asking(people[0]?.cookie))).toEqual({ refused: "no-such-thing" });
    expect(await workshops.pass(workshop, people[0]?.id ?? "", asking())).toEqual({ refused: "not-allowed" });
  });
});
