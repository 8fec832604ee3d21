import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { agree, assemble, finish, firstFacilitator, press, type Room, settle, wordingOf } from "./team.ts";
import { expect, test } from "./visitors.ts";

const QUESTION = /С какого момента обращение клиента/;
const RULE = "Регистрируем любое обращение.";
const FIRST = "Карточку заводим, как узнали имя и телефон.";

/** Opens what stands behind the clause that says this. */
const toolsOf = async (page: Page, text: string) => {
  const clause = page.locator(".clause", { hasText: text });
  await clause.getByText("Как решили").click();
  return clause;
};

test("a late objection reopens its one rule, which stays in force until another one is adopted for it", async ({
  visitor,
  tolerate,
}) => {
  test.setTimeout(600_000);
  // an objection without a wish is refused
  tolerate(/status of 409/);
  const room: Room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, workshop } = room;
  const [oleg, , viktor] = phones as [Page, Page, Page];
  const house = `/w/${workshop}`;

  await test.step("the workshop is closed with one rule", async () => {
    await settle(room, QUESTION, RULE);
    await finish(facilitator);
    await expect(viktor.getByText("Мастерская закрыта")).toBeVisible();
  });

  await test.step("weeks later somebody objects from a phone, without a name", async () => {
    await viktor.goto(`${house}/document`);
    const clause = await toolsOf(viktor, RULE);
    await clause.getByText("Возразить против этого правила").click();
    await clause.getByLabel("Чему это навредит").fill("Половина карточек без телефона");
    await press(clause as never, "Отправить возражение");
    await expect(clause.getByRole("alert")).toBeVisible();
    await clause.getByLabel("Что нужно изменить").fill("Сначала имя и телефон");
    await press(clause as never, "Отправить возражение");
    await expect(viktor.getByText(/Возражение записано, вопрос открыт снова/)).toBeVisible();
    await oleg.goto(`${house}/document`);
    await expect(oleg.locator(".clause", { hasText: RULE })).toBeVisible();
  });

  await test.step("the facilitator finds the question open again, with the objection and the words as they were", async () => {
    await facilitator.goto(`${house}/console`);
    await expect(facilitator.getByRole("heading", { level: 1, name: QUESTION })).toBeVisible();
    await expect(facilitator.getByText("Половина карточек без телефона")).toBeVisible();
    await expect(facilitator.getByText("Виктор Осипов").and(facilitator.locator(".objection *"))).toHaveCount(0);
    await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
    await expect(wordingOf(facilitator)).toContainText(RULE);
  });

  await test.step("the wording takes it up, its author is content, and everybody votes", async () => {
    await wordingOf(facilitator).click();
    await facilitator.keyboard.press("Control+End");
    await facilitator.keyboard.insertText(` ${FIRST}`);
    await viktor.goto(house);
    await press(viktor, "Учтено, согласен");
    await expect(facilitator.getByText("Учтено в тексте")).toBeVisible();
    for (const phone of phones) await phone.goto(house);
    await press(facilitator, "Открыть голосование");
    for (const phone of phones) await agree(phone);
    await press(facilitator, "Закончить голосование");
    await press(facilitator, "Записать решение");
    await finish(facilitator);
  });

  await test.step("the second edition says the new rule and how it came to it", async () => {
    await facilitator.goto(`${house}/editions`);
    await expect(facilitator.getByText("1 отличие")).toBeVisible();
    await expect(facilitator.locator("ins", { hasText: FIRST })).toBeVisible();
    await facilitator.goto(`${house}/document`);
    const clause = await toolsOf(facilitator, FIRST);
    await expect(clause.getByText("Половина карточек без телефона")).toBeVisible();
    await expect(clause.getByText("Учтено в тексте")).toBeVisible();
  });
});

test("a trial that is over says so where people look: in the document, among the days of review, in the calendar", async ({
  visitor,
}) => {
  const facilitator = await firstFacilitator(visitor);
  const story = JSON.parse(
    execFileSync(process.execPath, ["build/server/cli.js", "demo", "windows", "--lang", "ru"], {
      encoding: "utf8",
      maxBuffer: 64 << 20,
    }),
  );
  const decision = story.decisions.find(({ question }: { question: string }) =>
    question.startsWith("intake-registration"),
  );
  delete decision.verdict;
  Object.assign(decision, { kind: "trial", until: "2026-11-20", judgedBy: "доля карточек с телефоном" });
  await facilitator.locator("summary", { hasText: "Открыть запись workshop.json" }).click();
  await facilitator.getByLabel("Файл workshop.json").setInputFiles({
    name: "workshop.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(story)),
  });
  await facilitator.getByRole("button", { name: "Открыть", exact: true }).click();
  await facilitator.waitForURL(/\/console$/);
  const house = new URL(facilitator.url()).pathname.replace("/console", "");
  await facilitator.goto(`${house}/document`);
  await expect(facilitator.getByText(/Проба закончилась 20 ноября 2026/)).toBeVisible();
  await facilitator.goto(`${house}/after`);
  await expect(facilitator.getByText("Заканчивается проба")).toBeVisible();
  await expect(facilitator.getByText(/доля карточек с телефоном/).first()).toBeVisible();
  const calendar = await (await facilitator.request.get(`${house}/files/reviews.ics`)).text();
  expect(calendar).toContain("20261120");
});
