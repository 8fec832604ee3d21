import { describe, expect, it } from "vitest";
import { writeWorkshopFile } from "#domain/workshop-file.ts";
import { hold, must } from "./held-workshop.ts";

const anna = { id: "another-account", name: "Анна", email: "anna@example.org" };

describe("a template of one's own", () => {
  it("begins a workshop like the one it was made of, in which nothing was said yet", async () => {
    const held = await hold({ depth: "express" });
    const { services, account, facilitator, workshops } = held;
    await must(facilitator.setUp({ change: "reword", question: "goals-why-crm", wording: "Зачем нам CRM?" }));
    await must(facilitator.openQuestion({ question: "goals-why-crm" }));
    const record = await facilitator.record();
    const { id } = await services.ownTemplates.keep(account, record, "Окна, частные клиенты");
    const made = await services.ownTemplates.start(account, id, "ООО «Другая компания»");
    if ("refused" in made) throw new Error(made.refused);
    expect((await workshops.shelf(account.id)).map(({ company }) => company)).toContain("ООО «Другая компания»");
    const [template] = await services.ownTemplates.list(account);
    expect(template).toMatchObject({ name: "Окна, частные клиенты", questions: record.asked.length });
    const begun = await services.parts.house.loaded.of(made.id);
    expect(begun?.record.asked.map(({ key, phase }) => [key, phase])).toEqual(
      record.asked.map(({ key }) => [key, "waiting"]),
    );
    expect(begun?.record.workshop.dealTypes).toEqual(record.workshop.dealTypes);
    expect(begun?.record.questions).toEqual(record.questions);
    expect(begun?.record.participants).toEqual([]);
  });

  it("is seen by nobody but its account", async () => {
    const { services, account, facilitator } = await hold({ depth: "express" });
    const { id } = await services.ownTemplates.keep(account, await facilitator.record(), "Окна");
    expect(await services.ownTemplates.list(anna)).toEqual([]);
    expect(await services.ownTemplates.file(anna, id)).toBeNull();
    expect(await services.ownTemplates.start(anna, id, "Чужая")).toEqual({
      refused: "no-such-thing",
      where: "template",
    });
    await services.ownTemplates.remove(anna, id);
    expect(await services.ownTemplates.list(account)).toHaveLength(1);
  });

  it("goes out as a file and comes in again, and brings nothing of what was said", async () => {
    const { services, account, workshops } = await hold({ depth: "express" });
    const demo = await workshops.createDemo(account, "windows", "ru");
    const record = (await services.parts.house.loaded.of(demo.id))?.record;
    if (!record) throw new Error("the demo is missing");
    const brought = await services.ownTemplates.bringIn(account, writeWorkshopFile(record));
    if ("problem" in brought) throw new Error(brought.problem.where);
    const file = await services.ownTemplates.file(account, brought.id);
    expect(file?.text).not.toContain(record.participants[0]?.name);
    for (const { text } of record.ideas.filter(({ text }) => text.length > 40)) expect(file?.text).not.toContain(text);
    expect("id" in (await services.ownTemplates.bringIn(account, file?.text ?? ""))).toBe(true);
    expect(await services.ownTemplates.list(account)).toHaveLength(2);
  });

  it("is refused with the place and what was expected when the file is broken, and nothing is kept", async () => {
    const { services, account, facilitator } = await hold({ depth: "express" });
    const whole = writeWorkshopFile(await facilitator.record());
    for (const [text, where] of [
      ["{", ""],
      [whole.replace('"express": true', '"express": "yes"'), "express"],
      [whole.replace('"version": 1', '"version": 9'), "version"],
    ] as const) {
      const read = await services.ownTemplates.bringIn(account, text);
      expect("problem" in read && read.problem.where).toContain(where);
    }
    expect(await services.ownTemplates.list(account)).toEqual([]);
  });
});
