import { describe, expect, it } from "vitest";
import type { SetUpChange } from "#domain/set-up.ts";
import { templateById } from "#templates";
import { doorOf, hold, must, openHouse } from "./held-workshop.ts";

const stagesOf = async (door: Awaited<ReturnType<typeof hold>>["facilitator"]) =>
  (await door.record()).workshop.dealTypes;

describe("preparing a workshop", () => {
  it("every change is there after the server was started anew", async () => {
    const held = await hold({ depth: "express" });
    const { facilitator } = held;
    const [first] = await stagesOf(facilitator);
    const changes: SetUpChange[] = [
      {
        change: "add-deal-type",
        id: "wholesale-deal",
        name: "Опт",
        like: null,
        template: { id: "wholesale", dealType: templateById("wholesale")?.dealTypes[0]?.id ?? "" },
      },
      { change: "order", order: { title: "Три окна на дачу", story: "Выдуманный заказ" } },
      { change: "reword", question: "goals-why-crm", wording: "Зачем нам CRM?" },
      { change: "hide", keys: ["goals-hidden-fears"] },
      {
        change: "own-question",
        id: "own-cat",
        wording: "Кто кормит кота?",
        scope: "workshop",
        kind: "role",
        section: "roles",
      },
      { change: "move", key: "own-cat", before: "goals-why-crm" },
    ];
    for (const change of changes) await must(facilitator.setUp(change));
    await held.services.close();

    const { workshops } = await openHouse(held.folder);
    const record = await (await doorOf(workshops, held.workshop, held.facilitatorCookie)).record();
    expect(record.workshop.dealTypes.map(({ name }) => name)).toEqual([first?.name, "Опт"]);
    expect(record.workshop.order.title).toBe("Три окна на дачу");
    expect(record.asked[0]?.key).toBe("own-cat");
    expect(record.asked.some(({ key }) => key === "goals-hidden-fears")).toBe(false);
    expect(record.asked.some(({ dealType }) => dealType === "wholesale-deal")).toBe(true);
    expect(record.asked.map(({ position }) => position)).toEqual(record.asked.map((_, index) => index));
    expect(record.questions.find(({ id }) => id === "goals-why-crm")?.wording.ru).toBe("Зачем нам CRM?");
    const roles = new Set(record.workshop.roles.map(({ id }) => id));
    const named = record.workshop.dealTypes.flatMap(({ stages }) => stages.flatMap(({ role }) => role ?? []));
    expect(named.filter((role) => !roles.has(role))).toEqual([]);
  });

  it("goes on while the workshop runs, but takes nothing away that people have begun with", async () => {
    const { facilitator, people } = await hold({ depth: "express" });
    await must(facilitator.openQuestion({ question: "goals-why-crm" }));
    expect(await facilitator.setUp({ change: "hide", keys: ["goals-why-crm"] })).toEqual({
      refused: "question-started",
    });
    await must(facilitator.setUp({ change: "reword", question: "goals-why-crm", wording: "Зачем нам CRM?" }));
    expect((await people[0]?.door.view())?.shared.now?.question.wording.ru).toBe("Зачем нам CRM?");
  });

  it("stops with the workshop", async () => {
    const { facilitator } = await hold({ depth: "express" });
    await must(facilitator.closeWorkshop({ closed: true }));
    expect(await facilitator.setUp({ change: "hide", keys: ["goals-why-crm"] })).toEqual({
      refused: "workshop-closed",
    });
  });

  it("names a section that there is", async () => {
    const { facilitator } = await hold({ depth: "express" });
    const own = { change: "own-question", id: "own-x", wording: "?", scope: "workshop", kind: "text" } as const;
    expect(await facilitator.setUp({ ...own, section: "nowhere" })).toEqual({ refused: "bad-input", where: "section" });
    expect((await facilitator.record()).questions.some(({ id }) => id === "own-x")).toBe(false);
  });
});
