import type { Page } from "@playwright/test";
import {
  agree,
  assemble,
  everybody,
  firstFacilitator,
  openQuestion,
  press,
  type Room,
  settle,
  wordingOf,
} from "./team.ts";
import { expect, test } from "./visitors.ts";

const QUESTION = /С какого момента обращение клиента/;
const menu = async (facilitator: Page, item: string | RegExp) => {
  await press(facilitator, "Действия");
  await facilitator.getByRole("menuitem", { name: item }).click();
};
const object = async (phone: Page, reason: string) => {
  await phone.getByRole("radio", { name: /^Возражаю/ }).check();
  await phone.getByLabel("Чему это навредит").fill(reason);
  await phone.getByLabel("Что нужно изменить").fill("Сначала имя и телефон");
  await press(phone, "Отправить голос");
  await expect(phone.getByText("Голос принят")).toBeVisible();
};
const word = async ({ facilitator }: Room, text: string) => {
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await wordingOf(facilitator).click();
  await facilitator.keyboard.press("Control+End");
  await facilitator.keyboard.insertText(text);
};

test("silence can be entered again without loss, votes belong to the words they were cast on, and two rounds end in one of three", {
  tag: ["@lossless-undo", "@bound-ballots", "@arithmetic", "@anonymous-objections", "@order-card", "@document"],
}, async ({ visitor, tolerate }) => {
  test.setTimeout(Number(process.env.LONGEST_MS ?? 600_000));
  // moving on before all are ready is refused on purpose
  tolerate(/status of 409/);
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, projector } = room;
  const [oleg, anna, viktor] = phones as [Page, Page, Page];

  await test.step("moving on asks once while somebody still writes, and a step back seals what was shown", async () => {
    await openQuestion(room, QUESTION);
    await press(facilitator, "Начать думать");
    await anna.getByLabel("Ваша идея").fill("Когда просят замер");
    await press(anna, "Добавить идею");
    await press(anna, "Я готов");
    await expect(facilitator.getByText("Готовы 1 из 3").first()).toBeVisible();
    await press(facilitator, "Показать идеи");
    await expect(facilitator.getByText("2 человека ещё пишут. Идти дальше?")).toBeVisible();
    await press(facilitator, "Всё равно дальше");
    for (const page of everybody(room))
      await expect(page.locator("article p", { hasText: "Когда просят замер" })).toBeVisible();
    await menu(facilitator, "Вернуться на шаг");
    await expect(anna.getByRole("button", { name: "Забрать назад" })).toBeVisible();
    for (const page of [facilitator, projector, oleg])
      await expect(page.getByText("Когда просят замер")).toHaveCount(0);
    await press(facilitator, "Показать идеи");
    await press(facilitator, "Всё равно дальше");
    for (const page of everybody(room))
      await expect(page.locator("article p", { hasText: "Когда просят замер" })).toBeVisible();
    await press(facilitator, "Перейти к формулировке");
  });

  await test.step("who takes up the wording in the middle of a vote takes the votes back", async () => {
    await word(room, "Регистрируем любое обращение.");
    await press(facilitator, "Открыть голосование");
    for (const page of everybody(room))
      await expect(page.getByText(/«за» не меньше 90\s%, ответят 3 из 3/)).toBeVisible();
    await expect(oleg.getByText(/Вас меньше пяти/)).toBeVisible();
    await agree(oleg);
    await menu(facilitator, "Вернуться на шаг");
    await expect(oleg.getByText("Голос принят")).toHaveCount(0);
    await word(room, " Сразу.");
    await press(facilitator, "Открыть голосование");
    await expect(oleg.getByRole("radio", { name: /^Согласен Буду/ })).not.toBeChecked();
    await expect(facilitator.getByText("Ответили 0 из 3").first()).toBeVisible();
  });

  await test.step("the first round, an answer, and the objector who still objects", async () => {
    for (const phone of [oleg, anna]) await agree(phone);
    await object(viktor, "Карточки без контакта");
    await press(facilitator, "Закончить голосование");
    for (const page of everybody(room)) {
      await expect(page.getByText("2 из 3 за: 67 %. Нужно 90 %")).toBeVisible();
      await expect(page.getByText("Это не согласие: «за» меньше 75 %")).toBeVisible();
    }
    await facilitator.getByLabel("Ответить").fill("А если с пометкой?");
    await press(facilitator, "Отправить ответ");
    await expect(facilitator.getByText(/Ждём автора/)).toBeVisible();
    await expect(oleg.getByRole("button", { name: "Всё ещё возражаю" })).toHaveCount(0);
    await press(viktor, "Всё ещё возражаю");
    for (const page of [facilitator, oleg]) await expect(page.getByText("Всё ещё возражает")).toBeVisible();
  });

  await test.step("the second round ends as the first: now it is a vote on trial, the head’s decision or parking", async () => {
    await press(facilitator, "К новой формулировке");
    await word(room, " Пока без исключений.");
    await press(facilitator, "Открыть голосование");
    for (const phone of [oleg, anna]) await agree(phone);
    await object(viktor, "Всё равно без контакта");
    await press(facilitator, "Закончить голосование");
    const three = facilitator.getByRole("region", { name: /Прошло два круга/ });
    for (const name of ["Проголосовать за пробу", "Решение руководителя", "Отложить вопрос"])
      await expect(three.getByRole("button", { name })).toBeVisible();
    await expect(facilitator.getByRole("button", { name: "К новой формулировке" })).toHaveCount(0);
    for (const count of [1, 2]) {
      await viktor.getByRole("button", { name: "Остаюсь при своём, не мешаю" }).first().click();
      await expect(facilitator.getByText("Остался при своём", { exact: true })).toHaveCount(count);
    }
    await press(three, "Проголосовать за пробу");
    await facilitator.getByLabel("По какой цифре судим").fill("доля карточек с телефоном");
    await facilitator.getByLabel("До какого числа").fill("2031-05-20");
    await facilitator.getByRole("dialog").getByRole("button", { name: "Открыть голосование" }).click();
    for (const page of everybody(room)) await expect(page.getByText(/правило действует до 20 мая 2031/)).toBeVisible();
    for (const phone of phones) await agree(phone);
    await press(facilitator, "Закончить голосование");
    await press(facilitator, "Записать решение");
    for (const page of everybody(room)) await expect(page.getByText(/Принято на пробу до 20 мая 2031/)).toBeVisible();
  });

  await test.step("the document shows the first rule at once, also on a phone", async () => {
    await oleg.getByRole("radio", { name: "Инструкция" }).check();
    await expect(oleg.getByText(/Пока без исключений/)).toBeVisible();
    await oleg.getByRole("radio", { name: "Работа" }).check();
  });

  await test.step("the order’s card walks to the stage under discussion", async () => {
    const standing = (page: Page) => page.locator("li", { has: page.locator(".strip__order") }).first();
    const before = await standing(projector).innerText();
    await settle(room, /Кто один отвечает за этот этап/, "За замер отвечает замерщик.", 2);
    for (const page of [facilitator, projector]) {
      await expect(standing(page)).toHaveAttribute("aria-current", "step");
      expect(await standing(page).innerText()).not.toBe(before);
    }
  });

  await test.step("the minutes tell both rounds, the trial and how the question went", async () => {
    await facilitator.goto(`/w/${room.workshop}/record`);
    await facilitator.locator(".minutes__question > summary").filter({ hasText: QUESTION }).click();
    await expect(facilitator.getByText(/Голосование за пробу до 20 мая 2031/)).toBeVisible();
    await expect(facilitator.getByRole("heading", { name: "Как шёл вопрос" }).first()).toBeVisible();
    await expect(facilitator.getByText("Особые мнения").first()).toBeVisible();
  });
});
