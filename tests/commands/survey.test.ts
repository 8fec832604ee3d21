import { describe, expect, test } from "vitest";
import { spreadOf } from "#domain/survey.ts";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { come, hold, must, newId, type Person } from "./held-workshop.ts";

const question = "goals-hidden-fears";

const surveying = async () => {
  const held = await hold({ depth: "deep" });
  await must(held.facilitator.setUp({ change: "survey", open: true }));
  return held;
};

describe("the survey before the meeting", () => {
  test("takes thoughts on the questions that are asked beforehand, and on no others", async () => {
    const { facilitator, people } = await surveying();
    const [head] = people as [Person];
    expect((await head.door.survey())?.questions.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["goals-why-crm", "goals-losses-now", question]),
    );
    await must(head.door.writeIdea({ id: newId(), question, text: "Буду печатать больше" }));
    expect(await head.door.writeIdea({ id: newId(), question: "standards-phone", text: "Три гудка" })).toEqual({
      refused: "question-not-open",
    });
    await must(facilitator.setUp({ change: "survey", open: false }));
    expect(await head.door.writeIdea({ id: newId(), question, text: "Ещё одно" })).toEqual({
      refused: "question-not-open",
    });
    expect((await head.door.survey())?.open).toBe(false);
  });

  test("shows each device its own answers, everybody how many there are, and nobody what they say", async () => {
    const held = await surveying();
    const { facilitator, people } = held;
    const [head, anna] = people as [Person, Person];
    const text = "Моих клиентов заберут";
    await must(anna.door.writeIdea({ id: newId(), question, text }));
    const seen = async ({ door }: Pick<Person, "door">) =>
      (await door.survey())?.questions.find(({ key }) => key === question);
    expect(await seen(anna)).toMatchObject({ sealed: 1, own: [{ text }] });
    for (const door of [facilitator, head.door]) expect(await seen({ door })).toMatchObject({ sealed: 1, own: [] });
    const whole = JSON.stringify([await facilitator.record(), await facilitator.view(), await head.door.view()]);
    expect(whole).not.toContain(text);
    const tablet = await come(held, held.workshop, held.code, anna.id);
    expect(await seen(tablet)).toMatchObject({ own: [] });
  });

  test("lets an answer be changed or taken back while it is sealed, by the device that gave it", async () => {
    const { people } = await surveying();
    const [head, anna] = people as [Person, Person];
    const id = newId();
    await must(anna.door.writeIdea({ id, question, text: "Штрафы" }));
    await must(anna.door.changeIdea({ id, text: "Штрафы за мелочи" }));
    expect(await head.door.changeIdea({ id, text: null })).toEqual({ refused: "not-allowed" });
    await must(anna.door.changeIdea({ id, text: null }));
    expect((await anna.door.survey())?.questions.find(({ key }) => key === question)?.sealed).toBe(0);
  });

  test("is where the meeting goes on: what was written stands among the own ideas, then on the wall", async () => {
    const { facilitator, people } = await surveying();
    const [head, anna] = people as [Person, Person];
    await must(anna.door.writeIdea({ id: newId(), question, text: "Штрафы" }));
    await must(facilitator.openQuestion({ question }));
    const move = (from: "waiting" | "think", to: "think" | "reveal") =>
      must(facilitator.movePhase({ question, from, to, confirmed: true }));
    await move("waiting", "think");
    expect((await anna.door.view()).mine.ideas.map(({ text }) => text)).toEqual(["Штрафы"]);
    expect((await head.door.survey())?.questions.map(({ key }) => key)).not.toContain(question);
    await move("think", "reveal");
    expect((await head.door.view()).shared.now?.ideas.map(({ text }) => text)).toEqual(["Штрафы"]);
  });

  test("is opened by the facilitator alone, and stands in the file of the workshop", async () => {
    const { facilitator, people } = await surveying();
    expect(await people[0]?.door.setUp({ change: "survey", open: false })).toEqual({ refused: "not-allowed" });
    const record = await facilitator.record();
    expect(record.workshop.survey).toBe(true);
    expect(readWorkshopFile(writeWorkshopFile(record))).toEqual({ record });
  });
});

test("the spread counts what was written alike, without seeds and without what stands alone", () => {
  const ideas = [" Продавать больше", "продавать  больше", "Меньше потерь", "Продавать больше"].map((text) => ({
    text,
    seed: false,
  }));
  expect(spreadOf([...ideas, { text: "Меньше потерь", seed: true }])).toMatchObject({
    alike: [{ text: "Продавать больше", count: 3 }],
  });
});
