import type { Page } from "@playwright/test";
import {
  agree,
  allReady,
  assemble,
  comeAs,
  everybody,
  firstFacilitator,
  openQuestion,
  openVote,
  PHONE,
  press,
  TEAM,
  wordingOf,
} from "./team.ts";
import { expect, test } from "./visitors.ts";

const MOMENT = /С какого момента обращение клиента/;
const RULE = "Регистрируем любое обращение об окнах.";
const HOUR_MS = 3_600_000;

const sent = (phone: Page) => phone.getByRole("button", { name: "Забрать назад" });

test("two tabs of one person are one person: what is done in one is seen in the other", async ({ visitor }) => {
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, workshop } = room;
  const [oleg, anna, viktor] = phones;
  await openQuestion(room, MOMENT);
  await press(facilitator, "Начать думать");
  const second = await anna.context().newPage();
  await second.goto(`/w/${workshop}`);
  const tabs = [anna, second];

  await test.step("ideas of both tabs are in both, each once", async () => {
    for (const [at, tab] of tabs.entries()) {
      await tab.getByLabel("Ваша идея").fill(`Мысль из вкладки ${at}`);
      await press(tab, "Добавить идею");
    }
    for (const tab of tabs) {
      await expect(sent(tab)).toHaveCount(2);
      for (const at of [0, 1]) await expect(tab.getByText(`Мысль из вкладки ${at}`)).toHaveCount(1);
    }
    await sent(second).first().click();
    for (const tab of tabs) await expect(sent(tab)).toHaveCount(1);
  });

  await test.step("ready in one is ready in both, and one person", async () => {
    await press(anna, "Я готов");
    await expect(second.getByRole("button", { name: "Допишу ещё" })).toBeVisible();
    await expect(facilitator.getByText("Готовы 1 из 3").first()).toBeVisible();
    await press(second, "Допишу ещё");
    await expect(anna.getByRole("button", { name: "Я готов" })).toBeVisible();
    await allReady(facilitator, phones);
  });

  await test.step("a ballot is cast once, in whichever tab, and changed in the other", async () => {
    await press(facilitator, "Показать идеи");
    await press(facilitator, "Перейти к формулировке");
    await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
    await wordingOf(facilitator).click();
    await facilitator.keyboard.type(RULE);
    for (const tab of tabs) await expect(wordingOf(tab)).toContainText(RULE);
    await press(facilitator, "Открыть голосование");
    await second.getByRole("radio", { name: /^Воздерживаюсь/ }).check();
    await agree(anna);
    await expect(second.getByText("Голос принят")).toBeVisible();
    await press(second, "Изменить голос");
    await second.getByRole("radio", { name: /^Воздерживаюсь/ }).check();
    await press(second, "Отправить голос");
    // what was voted is shown to who asks for it, not to a neighbour
    await expect(anna.getByText("Воздерживаюсь")).toHaveCount(0);
    await press(anna, "Показать мой голос");
    await expect(anna.getByText("Воздерживаюсь")).toBeVisible();
    await expect(facilitator.getByText("Ответил 1 из 3").first()).toBeVisible();
    for (const phone of [oleg, viktor]) await agree(phone);
    await press(facilitator, "Закончить голосование");
    for (const page of everybody(room)) await expect(page.getByText("2 из 2 за: 100 %. Нужно 90 %")).toBeVisible();
  });
});

test("two devices of one person: one presence, one vote, and each device keeps what is its own", async ({
  visitor,
  tolerate,
}) => {
  // the second device is told that the person has voted already
  tolerate(/status of 409/);
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, code } = room;
  const [oleg, anna, viktor] = phones;
  const tablet = await comeAs(await visitor(PHONE), code, TEAM[1]);
  await expect(facilitator.getByRole("button", { name: "3 человека в комнате" })).toBeVisible();
  await openQuestion(room, MOMENT);
  await press(facilitator, "Начать думать");

  await test.step("the tablet writes ideas of its own and does not show those of the phone", async () => {
    await anna.getByLabel("Ваша идея").fill("Написано на телефоне");
    await press(anna, "Добавить идею");
    await tablet.getByLabel("Ваша идея").fill("Написано на планшете");
    await press(tablet, "Добавить идею");
    for (const device of [anna, tablet]) await expect(sent(device)).toHaveCount(1);
    await expect(tablet.getByText("Написано на телефоне")).toHaveCount(0);
    await expect(anna.getByText("Написано на планшете")).toHaveCount(0);
  });

  await test.step("ready belongs to the person", async () => {
    await press(tablet, "Я готов");
    await expect(anna.getByRole("button", { name: "Допишу ещё" })).toBeVisible();
    for (const phone of [oleg, viktor]) await press(phone, "Я готов");
    await expect(facilitator.getByText("Готовы 3 из 3").first()).toBeVisible();
    await press(facilitator, "Показать идеи");
    for (const page of everybody(room))
      for (const text of ["Написано на телефоне", "Написано на планшете"])
        await expect(page.locator("article p").filter({ hasText: text })).toHaveCount(1);
  });

  await test.step("the second device may word, and is told in one sentence that it cannot vote again", async () => {
    await press(facilitator, "Перейти к формулировке");
    await expect(tablet.locator("[data-synced=true]")).toBeVisible();
    await wordingOf(tablet).click();
    await tablet.keyboard.type(RULE);
    await expect(wordingOf(facilitator)).toContainText(RULE);
    await press(facilitator, "Открыть голосование");
    await anna.getByRole("radio", { name: /^Возражаю/ }).check();
    await anna.getByLabel("Чему это навредит").fill("Карточки без контакта");
    await anna.getByLabel("Что нужно изменить").fill("Сначала телефон");
    await press(anna, "Отправить голос");
    await expect(anna.getByText("Голос принят")).toBeVisible();
    await tablet.getByRole("radio", { name: /^Согласен Буду/ }).check();
    await press(tablet, "Отправить голос");
    await expect(
      tablet.getByText("Вы уже голосовали с другого устройства. Изменить голос можно только там"),
    ).toHaveCount(1);
    await expect(tablet.getByText("Голос принят")).toHaveCount(0);
    await expect(facilitator.getByText("Ответил 1 из 3").first()).toBeVisible();
  });

  await test.step("only the device that objected may close its objection", async () => {
    for (const phone of [oleg, viktor]) await agree(phone);
    await press(facilitator, "Закончить голосование");
    await expect(tablet.getByText("Карточки без контакта")).toBeVisible();
    await expect(tablet.getByRole("button", { name: "Снимаю" })).toHaveCount(0);
    await press(anna, "Снимаю");
    await expect(facilitator.getByText("Снято")).toBeVisible();
  });
});

test("nobody comes in under a name that somebody has already", async ({ visitor, tolerate }) => {
  tolerate(/status of 409/);
  const { code, facilitator } = await assemble(await firstFacilitator(visitor), visitor);
  const namesake = await visitor(PHONE);
  await namesake.goto(`/join/${code}`);
  await namesake.getByRole("radio", { name: "Меня нет в списке" }).check();
  for (const name of ["анна  ЮСУПОВА", "Анна\u200b Юсупова", "Анна\u00a0Юсупова"]) {
    await namesake.getByLabel("Имя и фамилия").fill(name);
    await press(namesake, "Войти");
    await expect(namesake.getByText("Человек с таким именем уже есть. Добавьте фамилию или отчество")).toHaveCount(1);
    await expect(namesake.getByLabel("Имя и фамилия")).toHaveValue(name);
  }
  await namesake.getByLabel("Имя и фамилия").fill("Анна Сергеевна Юсупова");
  await press(namesake, "Войти");
  await expect(namesake.getByText("Вы: Анна Сергеевна Юсупова")).toBeVisible();
  await expect(facilitator.getByRole("button", { name: "4 человека в комнате" })).toBeVisible();
});

/** A browser whose clock is wrong by so many milliseconds, and which remembers every time that a timer has shown. */
const withWrongClock = async (phone: Page, by: number): Promise<Page> => {
  await phone.addInitScript((error) => {
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given: []) {
        if (given.length === 0) super(Right.now() + error);
        else super(...given);
      }
      static override now = () => Right.now() + error;
    } as DateConstructor;
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    new MutationObserver(() => {
      const figures = document.querySelector("[role=timer]")?.textContent;
      if (figures && figures !== shown.at(-1)) shown.push(figures);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, by);
  return phone;
};

const secondsIn = (figures: string): number => {
  const [minutes = 0, seconds = 0] = figures.split(":").map(Number);
  return minutes * 60 + seconds;
};

test("a device whose clock is wrong by an hour shows the time that is left, also at the first glance", async ({
  visitor,
}) => {
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, code } = room;
  const ahead = await comeAs(await withWrongClock(await visitor(PHONE), HOUR_MS), code, TEAM[0]);
  const behind = await comeAs(await withWrongClock(await visitor(PHONE), -HOUR_MS), code, TEAM[1]);
  await openQuestion(room, MOMENT);
  await press(facilitator, "Начать думать");
  await press(facilitator, "Действия");
  await facilitator.getByRole("menuitem", { name: /2 минуты/ }).click();
  for (const when of ["at once", "after a reload"]) {
    for (const page of [phones[2], ahead, behind]) await expect(page.getByRole("timer")).toBeVisible();
    await expect(phones[2].getByRole("timer")).toHaveText(/^01:\d\d$/);
    for (const page of [ahead, behind]) {
      const right = secondsIn(await phones[2].getByRole("timer").innerText());
      const own = secondsIn(await page.getByRole("timer").innerText());
      expect(Math.abs(own - right), when).toBeLessThanOrEqual(2);
    }
    for (const page of [ahead, behind]) {
      const shown = await page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
      expect(shown.length).toBeGreaterThan(0);
      for (const figures of shown) expect(Math.abs(secondsIn(figures) - 110), `${when}: ${shown}`).toBeLessThan(40);
      await page.reload();
    }
  }
});

test("who is removed while writing is told so in one sentence and keeps the words", async ({ visitor, tolerate }) => {
  // what is sent by somebody who is not on the list any more is refused
  tolerate(/status of (403|404)/);
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, code } = room;
  const [, anna] = phones;
  await openQuestion(room, MOMENT);
  await press(facilitator, "Начать думать");
  await anna.getByLabel("Ваша идея").fill("Половина мысли");
  await press(facilitator, /в комнате/);
  await press(facilitator, "Убрать из списка: Анна Юсупова");
  await facilitator.getByRole("button", { name: "Убрать из списка", exact: true }).click();
  const told = anna.getByText("Вас больше нет в списке этой мастерской, или ссылка устарела.");
  await expect(told).toHaveCount(1);
  await expect(anna.getByLabel("Ваша идея")).toHaveValue("Половина мысли");

  await test.step("also what is sent now is refused with no other sentence and is not lost", async () => {
    await anna.getByLabel("Ваша идея").fill("Целая мысль");
    await press(anna, "Добавить идею");
    await expect(anna.getByText("Целая мысль")).toBeVisible();
    await expect(told).toHaveCount(1);
    await expect(anna.getByText("Это может сделать только ведущий")).toHaveCount(0);
    await anna.getByLabel("Ваша идея").fill("И ещё половина");
  });

  await test.step("whoever comes back under the own name finds them", async () => {
    await anna.getByRole("link", { name: "Войти снова" }).click();
    await anna.goto(`/join/${code}`);
    await expect(anna.getByRole("radio", { name: /Анна Юсупова/ })).toHaveCount(0);
    await anna.getByRole("radio", { name: "Меня нет в списке" }).check();
    await anna.getByLabel("Имя и фамилия").fill(TEAM[1]);
    await press(anna, "Войти");
    await expect(anna.getByLabel("Ваша идея")).toHaveValue("И ещё половина");
    await expect(anna.getByText("Целая мысль")).toBeVisible();
  });
});

/** Reloads without a connection, as a person does who thinks that this helps, and opens the page again with one. */
const reloadThroughAHole = async (phone: Page): Promise<void> => {
  const url = phone.url();
  await phone.reload().catch(() => undefined);
  await phone.context().setOffline(false);
  await phone.goto(url);
};

test("who loses the connection in the middle of an idea or a ballot and reloads has lost nothing", {
  tag: ["@join"],
}, async ({ visitor, tolerate }) => {
  tolerate("no connection");
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones } = room;
  const [oleg, anna, viktor] = phones;
  await openQuestion(room, MOMENT);
  await press(facilitator, "Начать думать");

  await test.step("an idea that was sent, one that is half typed, and one that is being changed", async () => {
    await anna.getByLabel("Ваша идея").fill("Первая, ещё со связью");
    await press(anna, "Добавить идею");
    await expect(sent(anna)).toHaveCount(1);
    await anna.context().setOffline(true);
    await anna.getByLabel("Ваша идея").fill("Вторая, уже без связи");
    await press(anna, "Добавить идею");
    await expect(anna.getByText("Ждёт связи; ничего не потеряется")).toBeVisible();
    await anna.getByLabel("Ваша идея").fill("Третья, наполовину");
    await press(anna, "Изменить");
    await anna.getByLabel("Ваша идея").last().fill("Первая, но точнее");
    await reloadThroughAHole(anna);
    await expect(anna.getByText("Вторая, уже без связи")).toHaveCount(1);
    await expect(sent(anna)).toHaveCount(1);
    await expect(anna.getByLabel("Ваша идея").first()).toHaveValue("Третья, наполовину");
    await expect(anna.getByLabel("Ваша идея").last()).toHaveValue("Первая, но точнее");
    await press(anna, "Сохранить");
    await expect(anna.getByText("Первая, но точнее")).toBeVisible();
    await expect(sent(anna)).toHaveCount(2);
  });

  await test.step("a ballot that was sent and one whose words are half typed", async () => {
    await allReady(facilitator, phones);
    await press(facilitator, "Показать идеи");
    await press(facilitator, "Перейти к формулировке");
    await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
    await wordingOf(facilitator).click();
    await facilitator.keyboard.type(RULE);
    await expect(wordingOf(anna)).toContainText(RULE);
    await press(facilitator, "Открыть голосование");
    for (const phone of [anna, viktor]) {
      await expect(phone.getByRole("radio", { name: /^Возражаю/ })).toBeVisible();
      await phone.context().setOffline(true);
      await phone.getByRole("radio", { name: /^Возражаю/ }).check();
      await phone.getByLabel("Чему это навредит").fill("Карточки без контакта никому не нужны");
    }
    await anna.getByLabel("Что нужно изменить").fill("Сначала имя и телефон");
    await press(anna, "Отправить голос");
    await expect(anna.getByText("Голос ждёт связи и уйдёт сам")).toBeVisible();
    for (const phone of [anna, viktor]) await reloadThroughAHole(phone);
    await expect(anna.getByText("Голос принят")).toBeVisible();
    await viktor.getByRole("radio", { name: /^Возражаю/ }).check();
    await expect(viktor.getByLabel("Чему это навредит")).toHaveValue("Карточки без контакта никому не нужны");
    await agree(viktor);
    await agree(oleg);
    await expect(facilitator.getByText("Ответили 3 из 3").first()).toBeVisible();
    await press(facilitator, "Закончить голосование");
    await expect(facilitator.getByText("Карточки без контакта никому не нужны")).toHaveCount(1);
  });

  await test.step("an answer to an objection that is half typed", async () => {
    await anna.getByLabel("Ответить").fill("Если бы спросили");
    await anna.reload();
    await expect(anna.getByLabel("Ответить")).toHaveValue("Если бы спросили");
    await press(anna, "Отправить ответ");
    await expect(facilitator.getByText("Если бы спросили")).toBeVisible();
    await expect(anna.getByLabel("Ответить")).toHaveValue("");
  });
});

test("what comes too late because the connection was gone is refused in words, and the text is still there", async ({
  visitor,
  tolerate,
}) => {
  tolerate("no connection");
  // the question has gone on, and the vote is over: both are refused on purpose
  tolerate(/status of 409/);
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones } = room;
  const [oleg, anna, viktor] = phones;
  await openQuestion(room, MOMENT);
  await press(facilitator, "Начать думать");
  await expect(anna.getByLabel("Ваша идея")).toBeVisible();
  await anna.context().setOffline(true);
  await anna.getByLabel("Ваша идея").fill("Мысль, которая опоздала");
  await press(anna, "Добавить идею");
  await expect(facilitator.getByRole("button", { name: "2 человека в комнате" })).toBeVisible();
  await allReady(facilitator, [oleg, viktor]);
  await press(facilitator, "Показать идеи");
  await press(facilitator, "Перейти к формулировке");
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await wordingOf(facilitator).click();
  await facilitator.keyboard.type(RULE);
  await anna.context().setOffline(false);
  await expect(anna.getByText("Вопрос уже ушёл дальше. Посмотрите, что открыто сейчас")).toHaveCount(1);
  await expect(anna.getByRole("alert")).toContainText("Мысль, которая опоздала");
  await anna.reload();
  await expect(anna.getByRole("alert")).toContainText("Мысль, которая опоздала");
  await press(anna, "Закрыть");
  await expect(anna.getByText("Мысль, которая опоздала")).toHaveCount(0);

  await expect(wordingOf(anna)).toContainText(RULE);
  await press(facilitator, "Открыть голосование");
  await expect(anna.getByRole("radio", { name: /^Возражаю/ })).toBeVisible();
  await anna.context().setOffline(true);
  await anna.getByRole("radio", { name: /^Возражаю/ }).check();
  await anna.getByLabel("Чему это навредит").fill("Довод, который опоздал");
  await anna.getByLabel("Что нужно изменить").fill("Желание, которое опоздало");
  await press(anna, "Отправить голос");
  for (const phone of [oleg, viktor]) await agree(phone);
  await press(facilitator, "Закончить голосование");
  await press(facilitator, "Всё равно дальше");
  await expect(facilitator.getByText("2 из 2 за: 100 %. Нужно 90 %")).toBeVisible();
  await anna.context().setOffline(false);
  await expect(anna.getByText("Голосование уже закончено")).toHaveCount(1);
  for (const words of ["Довод, который опоздал", "Желание, которое опоздало"])
    await expect(anna.getByRole("alert")).toContainText(words);
  await expect(facilitator.getByText("Довод, который опоздал")).toHaveCount(0);
});

test("the server dies twice in a round, and everything goes on where it was", { tag: ["@join"] }, async ({
  server,
  visitor,
  tolerate,
}) => {
  tolerate("no connection");
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones } = room;
  const [oleg, anna, viktor] = phones;
  await openVote(room, MOMENT, RULE);
  await agree(oleg);

  await test.step("who votes while the server is down has voted once it is back", async () => {
    await server.kill9();
    await anna.getByRole("radio", { name: /^Согласен с оговоркой/ }).check();
    await anna.getByLabel("Оговорка одной строкой").fill("Проверить через месяц");
    await press(anna, "Отправить голос");
    await expect(anna.getByText("Голос ждёт связи и уйдёт сам")).toBeVisible();
    await press(facilitator, "Закончить голосование");
    await expect(facilitator.getByText("Связи нет. Попробуйте ещё раз, когда она вернётся")).toBeVisible();
    await server.restart();
    await expect(anna.getByText("Голос принят")).toBeVisible();
    await expect(facilitator.getByText("Ответили 2 из 3").first()).toBeVisible();
    await expect(oleg.getByText("Голос принят")).toBeVisible();
  });

  await test.step("a ballot that was cast before can be changed after", async () => {
    await server.kill9();
    await server.restart();
    await press(oleg, "Изменить голос");
    await oleg.getByRole("radio", { name: /^Воздерживаюсь/ }).check();
    await press(oleg, "Отправить голос");
    await expect(oleg.getByText("Голос принят")).toBeVisible();
    await agree(viktor);
    await expect(facilitator.getByText("Ответили 3 из 3").first()).toBeVisible();
    await press(facilitator, "Закончить голосование");
    for (const page of everybody(room)) await expect(page.getByText("2 из 2 за: 100 %. Нужно 90 %")).toBeVisible();
    await press(facilitator, "Записать решение");
    for (const page of everybody(room)) await expect(page.getByText("Принято единогласно")).toBeVisible();
  });

  await test.step("what was decided is there after the next death as well", async () => {
    await server.kill9();
    await server.restart();
    for (const page of everybody(room)) {
      await page.reload();
      await expect(page.getByText("Принято единогласно")).toBeVisible();
    }
  });
});
