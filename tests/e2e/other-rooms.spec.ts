import { agree, assemble, firstFacilitator, openQuestion, press, wordingOf } from "./team.ts";
import { expect, test } from "./visitors.ts";

test("a phone goes from hand to hand, and hands that were shown are counted and marked as such", {
  tag: ["@other-rooms"],
}, async ({ visitor, tolerate }) => {
  // moving on before all are ready, and more hands than people, are refused on purpose
  tolerate(/status of 409/);
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, projector } = room;
  const [oleg, anna] = phones;

  await test.step("two more people come without a phone", async () => {
    await facilitator.getByRole("button", { name: "3 человека в комнате" }).click();
    await facilitator.getByLabel("Имя и фамилия").fill("Галина Мороз");
    await facilitator.getByLabel("Роль", { exact: true }).selectOption("accountant");
    await press(facilitator, "Добавить человека");
    await expect(facilitator.getByText("Галина Мороз")).toBeVisible();
    await facilitator.getByLabel("Имя и фамилия").fill("Денис Карпов");
    await facilitator.getByLabel("Роль", { exact: true }).selectOption("sales-manager");
    await press(facilitator, "Добавить человека");
    await expect(facilitator.getByText("Денис Карпов")).toBeVisible();
    await facilitator.keyboard.press("Escape");
  });

  await openQuestion(room, /С какого момента обращение клиента/);
  await press(facilitator, "Начать думать");
  await press(facilitator, "Показать идеи");
  await press(facilitator, "Всё равно дальше");
  await press(facilitator, "Перейти к формулировке");
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await wordingOf(facilitator).click();
  await facilitator.keyboard.type("Менеджер регистрирует любое обращение во время разговора.");

  await test.step("the wording is felt before it is voted on; nobody sees a reading before the spread is shown", async () => {
    await press(facilitator, "Действия");
    await facilitator.getByRole("menuitem", { name: "Измерить температуру" }).click();
    await press(oleg, "5: рад ему");
    await press(anna, "2: с трудом");
    await press(anna, "4: хорошо");
    await expect(facilitator.getByText("Ответили 2 человека")).toBeVisible();
    await expect(projector.getByText("Ответили 2 человека")).toBeVisible();
    await expect(facilitator.getByRole("img", { name: /рад ему: 1/ })).toHaveCount(0);
    await press(facilitator, "Показать разброс");
    for (const page of [facilitator, projector, ...phones])
      await expect(
        page.getByRole("img", { name: /с трудом: 0, 3: терпимо: 0, 4: хорошо: 1, 5: рад ему: 1/ }),
      ).toBeVisible();
    if (process.env.SHOTS) {
      await facilitator.screenshot({ path: `${process.env.SHOTS}/t1.png` });
      await oleg.screenshot({ path: `${process.env.SHOTS}/t2.png` });
    }
  });
  await press(facilitator, "Открыть голосование");

  await test.step("one phone votes for two people, each alone with the own vote", async () => {
    await agree(anna);
    await press(anna, "Изменить голос");
    await anna.getByRole("radio", { name: /^Согласен с оговоркой/ }).check();
    await anna.getByLabel("Оговорка одной строкой").fill("Проверить через месяц");
    await anna.getByRole("link", { name: "Передать телефон" }).click();
    await expect(anna.getByText("Голос принят")).toHaveCount(0);
    await anna.getByRole("radio", { name: /Денис Карпов/ }).check();
    await press(anna, "Телефон у меня");
    await expect(anna.getByText("Вы: Денис Карпов")).toBeVisible();
    await expect(anna.getByRole("radio", { name: /^Согласен Буду/ })).not.toBeChecked();
    await anna.getByRole("radio", { name: /^Согласен с оговоркой/ }).check();
    await expect(anna.getByLabel("Оговорка одной строкой")).toHaveValue("");
    await agree(anna);
    await anna.getByRole("link", { name: "Передать телефон" }).click();
    await anna.getByRole("radio", { name: /Анна Юсупова/ }).check();
    await press(anna, "Телефон у меня");
    await expect(anna.getByText("Голос принят")).toBeVisible();
  });

  await test.step("the facilitator enters a raised hand; everybody sees that it was one", async () => {
    await agree(oleg);
    await agree(phones[2]);
    await press(facilitator, "Ввести поднятые руки или записки");
    await facilitator.getByLabel("Согласен", { exact: true }).fill("2");
    await press(facilitator, "Прибавить голоса");
    await expect(
      facilitator.getByRole("dialog").getByText("Голосов больше, чем людей, которые ещё не ответили: 1"),
    ).toBeVisible();
    await facilitator.getByLabel("Согласен", { exact: true }).fill("1");
    await facilitator.getByRole("checkbox", { name: "Бухгалтерия" }).check();
    if (process.env.SHOTS) await facilitator.screenshot({ path: `${process.env.SHOTS}/hands.png` });
    await press(facilitator, "Прибавить голоса");
    await expect(facilitator.getByText("Ответили 5 из 5").last()).toBeVisible();
    await press(facilitator, "Закончить голосование");
    for (const page of [facilitator, oleg, projector])
      await expect(page.getByText("Из них 1 голос — поднятая рука")).toBeVisible();
    await expect(facilitator.getByText("единогласно").first()).toBeVisible();
  });
});
