import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { agree, assemble, firstFacilitator, openQuestion, press, wordingOf } from "./team.ts";
import { expect, test } from "./visitors.ts";

/** `SCREENSHOTS=folder` keeps a picture of every wall. */
const FOLDER = process.env.SCREENSHOTS;
if (FOLDER) mkdirSync(FOLDER, { recursive: true });

/** At both usual sizes of a wall nothing has to be scrolled to, in either direction. */
const fits = async (wall: Page, name: string): Promise<void> => {
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await wall.setViewportSize({ width, height });
    const over = () =>
      wall.evaluate(() =>
        [document.documentElement, document.querySelector("main")].map((element) =>
          element
            ? Math.max(element.scrollHeight - element.clientHeight, element.scrollWidth - element.clientWidth)
            : Number.NaN,
        ),
      );
    await expect
      .poll(async () => (await over()).every((pixels) => pixels <= 1), `${name} fits ${width}×${height}`)
      .toBe(true);
    if (FOLDER) await wall.screenshot({ path: path.join(FOLDER, `wall-${name}-${width}.png`) });
  }
};

const sizeOf = (wall: Page, selector: string) =>
  wall
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

const LONG =
  "Когда клиент позвонил второй раз и спросил о том же самом, карточка должна найтись по телефону, иначе два менеджера ведут одного клиента и спорят, чей он. ".repeat(
    6,
  );

test("the wall holds everything that the room talks about, in one look, and says when it is cut off", async ({
  visitor,
  tolerate,
}) => {
  test.setTimeout(600_000);
  tolerate(/status of 409/);
  tolerate("no connection");
  const facilitator = await firstFacilitator(visitor);
  const room = await assemble(facilitator, visitor);
  const { projector: wall, phones } = room;
  const [oleg, anna, viktor] = phones;

  await test.step("the code can be scanned from the last row", async () => {
    await fits(wall, "lobby");
    const code = await wall.getByRole("img", { name: /QR-код/ }).boundingBox();
    expect(code?.width).toBeGreaterThanOrEqual(400);
    const name = await wall.getByText("Анна Юсупова").boundingBox();
    expect(name?.x).toBeGreaterThan((code?.x ?? 0) + (code?.width ?? 0));
  });

  await openQuestion(room, /С какого момента обращение клиента/);
  await press(facilitator, "Начать думать");
  await fits(wall, "think");
  for (const text of [LONG, "Любой вопрос о наших окнах", "Как узнали имя и телефон", "Когда просят замер"]) {
    await oleg.getByLabel("Ваша идея").fill(text);
    await press(oleg, "Добавить идею");
    await expect(oleg.getByLabel("Ваша идея")).toHaveValue("");
  }
  await press(facilitator, "Показать идеи");
  await press(facilitator, "Всё равно дальше");

  await test.step("one long idea leaves room for the others", async () => {
    await expect(wall.getByText("Когда просят замер")).toBeInViewport();
    await fits(wall, "reveal");
    const { lines } = await wall.getByText(/клиент позвонил второй раз/).evaluate((element) => ({
      lines: Math.round(element.clientHeight / Number.parseFloat(getComputedStyle(element).lineHeight)),
    }));
    expect(lines).toBeLessThanOrEqual(6);
  });

  await press(facilitator, "Перейти к формулировке");
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await wordingOf(facilitator).click();
  await facilitator.keyboard.insertText("Менеджер регистрирует любое обращение во время разговора.");
  await expect(wall.getByText("любое обращение во время разговора")).toBeVisible();
  await fits(wall, "word");

  await test.step("the rule stands there while people say how it feels, and the ends of the spread have words", async () => {
    await press(facilitator, "Действия");
    await facilitator.getByRole("menuitem", { name: "Измерить температуру" }).click();
    for (const [phone, degree] of [
      [oleg, "5: рад ему"],
      [anna, "4: хорошо"],
      [viktor, "1: не смогу"],
    ] as const)
      await press(phone, degree);
    await expect(wall.getByText("Ответили 3 человека")).toBeVisible();
    await expect(wall.getByText("любое обращение во время разговора")).toBeVisible();
    await fits(wall, "temperature");
    await press(facilitator, "Показать разброс");
    await expect(wall.getByText("1: не смогу")).toBeVisible();
    await expect(wall.getByText("5: рад ему")).toBeVisible();
    await fits(wall, "spread");
  });

  await press(facilitator, "Открыть голосование");
  await agree(anna);
  await viktor.getByRole("radio", { name: /^Возражаю/ }).check();
  await viktor.getByLabel("Чему это навредит").fill("Пустые карточки испортят отчёты цеха");
  await viktor.getByLabel("Что нужно изменить").fill("Считать их отдельно");
  await press(viktor, "Отправить голос");
  await oleg.getByRole("radio", { name: /^Согласен с оговоркой/ }).check();
  await oleg.getByLabel("Оговорка одной строкой").fill("На выставке записываем вечером");
  await press(oleg, "Отправить голос");
  await expect(wall.getByText("Ответили 3 из 3")).toBeVisible();
  await fits(wall, "round");
  await press(facilitator, "Закончить голосование");

  await test.step("the wording and what stands against it are read together", async () => {
    await expect(wall.getByText("Пустые карточки испортят отчёты цеха")).toBeVisible();
    await expect(wall.getByText("Считать их отдельно")).toBeVisible();
    await expect(wall.getByText("любое обращение во время разговора")).toBeVisible();
    await fits(wall, "result");
  });

  await press(facilitator, "К новой формулировке");
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await expect(wall.getByText("Пустые карточки испортят отчёты цеха")).toBeVisible();
  await press(viktor, "Учтено, согласен");
  await expect(wall.getByText("Пустые карточки испортят отчёты цеха")).toHaveCount(0);
  await wordingOf(facilitator).click();
  await facilitator.keyboard.press("Control+End");
  await facilitator.keyboard.insertText(" Пустые карточки считаем отдельно.");
  await expect(wall.getByText("считаем отдельно")).toBeVisible();
  await press(facilitator, "Открыть голосование");

  await test.step("what has changed since the last round is as large as the rule itself", async () => {
    await expect(wall.locator("ins").first()).toBeVisible();
    expect(await sizeOf(wall, ".changes__text")).toBe(await sizeOf(wall, ".candidate > .wording"));
    await fits(wall, "round-2");
  });

  await test.step("a wall and a console that are cut off say so, and stop saying so", async () => {
    await wall.context().setOffline(true);
    await expect(wall.getByText("цифры на этом экране могли устареть")).toBeVisible();
    await fits(wall, "offline");
    await wall.context().setOffline(false);
    await expect(wall.getByText("цифры на этом экране могли устареть")).toHaveCount(0);
    await facilitator.context().setOffline(true);
    await press(facilitator, "Закончить голосование");
    await expect(facilitator.getByText(/Связи нет\. Попробуйте/)).toBeVisible();
    await facilitator.context().setOffline(false);
    await expect(facilitator.getByText(/Связи нет/)).toHaveCount(0);
  });

  for (const phone of phones) await agree(phone);
  await press(facilitator, "Закончить голосование");
  await press(facilitator, "Записать решение");
  await expect(wall.getByText("Принято единогласно")).toBeVisible();
  await fits(wall, "decided");
});
