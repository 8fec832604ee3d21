import { describe, expect, test } from "vitest";
import { WorkshopRecord } from "#domain/record.ts";
import { templates } from "#templates";
import { asking, ballot, doorOf, hold, lead, must, NEW, newId, type } from "./held-workshop.ts";

describe("a new workshop", () => {
  test("is laid out from its template in the chosen language", async () => {
    const held = await hold();
    const { workshop, asked, participants } = await held.facilitator.record();
    expect(workshop).toMatchObject({
      title: "Инструкция по использованию CRM-системы",
      facilitator: "Марина Лебедева",
      order: { title: "Два окна и балконный блок, квартира на 4-м этаже" },
      dealTypes: [{ id: "new-private", name: "Новый частный клиент" }],
    });
    expect(workshop.roles.map(({ id }) => id)).toEqual(expect.arrayContaining(["sales-head", "director", "measurer"]));
    expect(workshop.departments).toContainEqual({ id: "production", name: "Производство" });
    expect(participants.map(({ head }) => head)).toEqual([true, false, false, false, false, false]);
    expect(asked.every(({ phase }) => phase === "waiting")).toBe(true);
  });

  test("asks more the deeper it goes", async () => {
    const held = await hold();
    const counts: number[] = [];
    for (const depth of ["express", "normal", "deep"] as const) {
      const made = await held.workshops.create(held.account, { ...NEW, depth, language: "en" });
      const door = await doorOf(held.workshops, "refused" in made ? "" : made.id, held.facilitatorCookie);
      const record = await door.record();
      expect(record.workshop.title).toBe("Regulation on using the CRM system");
      counts.push(record.questions.length);
    }
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBe(3);
  });

  test("remembers in which state its template and its questions were", async () => {
    const versions = await Promise.all(
      [templates[0], templates[0], templates[1]].map(async (template) => {
        const held = await hold({ template: template?.id ?? "", dealType: template?.dealTypes[0]?.id ?? "" });
        return (await held.facilitator.record()).workshop.templateVersion;
      }),
    );
    expect(versions[0]).toMatch(/^[0-9a-f]{12}$/);
    expect(versions[1]).toBe(versions[0]);
    expect(versions[2]).not.toBe(versions[0]);
  });

  test.each(templates.map(({ id, dealTypes }) => [id, dealTypes[0]?.id ?? ""]))(
    "can be made of %s",
    async (template, dealType) => {
      const held = await hold({ template, dealType, depth: "deep" });
      expect(WorkshopRecord.safeParse(await held.facilitator.record()).error?.message).toBeUndefined();
    },
  );

  test("is refused when its template, its deal type or its people cannot be", async () => {
    const held = await hold();
    const create = (input: object) => held.workshops.create(held.account, { ...NEW, ...input });
    expect(await create({ template: "moon" })).toEqual({ refused: "bad-input", where: "template" });
    expect(await create({ dealType: "moon" })).toEqual({ refused: "bad-input", where: "dealType" });
    expect(await create({ people: [...NEW.people, ...NEW.people] })).toEqual({
      refused: "name-taken",
      where: "people",
    });
  });
});

test("the demo is there with all its rules, as often as somebody wants it", async () => {
  const held = await hold();
  const [first, second] = [
    await held.workshops.createDemo(held.account, "windows", "ru"),
    await held.workshops.createDemo(held.account, "windows", "en"),
  ];
  expect(first.id).not.toBe(second.id);
  const shelf = await held.workshops.shelf(held.account.id);
  expect(shelf).toHaveLength(3);
  const card = shelf.find(({ id }) => id === first.id);
  const { shared } = await (await doorOf(held.workshops, first.id, held.facilitatorCookie)).view();
  expect(card).toMatchObject({ rules: shared.rules.length, stages: 11, gaps: shared.gaps.errors });
  expect(card?.rules).toBeGreaterThan(30);
  expect(await held.workshops.shelf("another account")).toEqual([]);
});

test("the shelf counts what is settled", async () => {
  const held = await hold({ depth: "express" });
  const { facilitator, people } = held;
  const stage = (await facilitator.record()).asked.filter(({ stage }) => stage === "prepaid").map(({ key }) => key);
  for (const question of stage) {
    await must(facilitator.openQuestion({ question }));
    const decision = { kind: "parked" as const, owner: "Олег", dueOn: "2026-12-07", missing: "" };
    await must(facilitator.decide({ id: newId(), question, decision }));
  }
  const question = "intake-price-only@new-private";
  await lead(held, question);
  const round = newId();
  const seen = type(held, question, "Да", { kind: "yesno", value: true, exceptions: [] });
  await must(facilitator.openRound({ id: round, question, seen }));
  for (const { door } of people.slice(0, 5)) await must(door.castBallot({ round, ...ballot("agree") }));
  await must(facilitator.closeRound({ round, confirmed: false }));
  await must(facilitator.decide({ id: newId(), question, decision: { kind: "consent" } }));
  expect(await held.workshops.shelf(held.account.id)).toMatchObject([
    { settledStages: 1, stages: 11, rules: 1, status: "open", here: 0 },
  ]);
});

test("whoever comes again in the same browser keeps the same seat, and is offered the own name first", async () => {
  const held = await hold();
  const denis = held.people[2] as (typeof held.people)[0];
  const again = await held.workshops.join(
    held.code,
    { participant: denis.id, name: "", role: "", department: "" },
    asking(denis.cookie),
  );
  expect("headers" in again && again.headers.getSetCookie()).toEqual([]);
  const invitation = await held.workshops.byCode(held.code, asking(denis.cookie));
  expect(invitation && "people" in invitation && invitation.people[0]?.name).toBe("Денис Карпов");
});

test("the timer runs by the server's clock, is lengthened and stopped", async () => {
  const held = await hold();
  const question = "intake-price-only@new-private";
  const timer = async () => (await held.facilitator.view()).shared.now?.timer;
  await must(held.facilitator.openQuestion({ question }));
  await must(held.facilitator.setTimer({ question, seconds: 90 }));
  const first = await timer();
  expect(Math.abs(Date.parse(first?.endsAt ?? "") - Date.now() - 90_000)).toBeLessThan(5_000);
  await must(held.facilitator.setTimer({ question, seconds: 60, more: true }));
  const second = await timer();
  expect(Date.parse(second?.endsAt ?? "") - Date.parse(first?.endsAt ?? "")).toBe(60_000);
  expect(second?.seconds).toBe(150);
  await must(held.facilitator.setTimer({ question, seconds: 0 }));
  expect(await timer()).toBeNull();
});
