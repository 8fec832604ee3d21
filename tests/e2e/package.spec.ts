import { assemble, everybody, firstFacilitator, press } from "./team.ts";
import { expect, test } from "./visitors.ts";

test("a team adopts what nobody disputes in one vote, and one of them takes a rule out without being known", async ({
  visitor,
}) => {
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, projector, phones } = room;
  const [oleg, anna, viktor] = phones;

  await test.step("the facilitator chooses from drafts that the template knows", async () => {
    await facilitator.getByRole("link", { name: "Пакетное голосование" }).click();
    await press(facilitator, "Снять все");
    await facilitator.getByRole("checkbox", { name: /С какого момента обращение/ }).check();
    await facilitator.getByRole("checkbox", { name: /Предоплата получена. Каким проверяемым фактом/ }).check();
    await facilitator.getByRole("checkbox", { name: /Что поощряем/ }).check();
    await expect(facilitator.getByText("Выбрано 3 правила")).toBeVisible();
    await press(facilitator, "Показать всем и голосовать");
    for (const page of everybody(room))
      await expect(page.getByRole("heading", { level: 1, name: "Пакетное голосование" })).toBeVisible();
  });

  await test.step("somebody takes a rule out: all see that it is out, and nobody who did it", async () => {
    const rule = viktor.getByRole("listitem").filter({ hasText: "Предоплата получена" });
    await rule.getByRole("button", { name: "Вынести на обсуждение" }).click();
    await rule.getByLabel("Что в нём мешает").fill("Оплату видно только на другой день");
    await viktor.reload();
    await viktor
      .getByRole("listitem")
      .filter({ hasText: "Предоплата получена" })
      .getByRole("button", { name: "Вынести на обсуждение" })
      .click();
    await expect(viktor.getByLabel("Что в нём мешает")).toHaveValue("Оплату видно только на другой день");
    await viktor.getByRole("button", { name: "Вынести", exact: true }).click();
    for (const page of [facilitator, ...phones]) await expect(page.getByText("Вынесено на обсуждение")).toBeVisible();
    await expect(projector.getByText("Правил в пакете: 2, вынесено: 1")).toBeVisible();
    await expect(facilitator.getByText("Оплату видно только на другой день")).toHaveCount(0);
  });

  if (process.env.SHOTS)
    for (const [name, page] of Object.entries({ facilitator, projector, oleg }))
      await page.screenshot({ path: `${process.env.SHOTS}/package-${name}.png` });

  await test.step("one vote on what stays; the result is counted rule by rule", async () => {
    for (const phone of [oleg, viktor]) {
      await phone.getByRole("radio", { name: /^Согласен Буду/ }).check();
      await press(phone, "Отправить голос");
      await expect(phone.getByText("Голос принят")).toBeVisible();
    }
    await anna.getByRole("radio", { name: /^Согласен с оговоркой/ }).check();
    await press(anna, "Отправить голос");
    await expect(anna.getByText("Напишите оговорку одной строкой")).toBeVisible();
    await anna.getByLabel("Оговорка одной строкой").fill("Проверить через месяц");
    await press(anna, "Отправить голос");
    await expect(facilitator.getByText("Ответили 3 из 3")).toBeVisible();
    await press(facilitator, "Закончить голосование");
    await expect(facilitator.getByText("Принято", { exact: true })).toHaveCount(2);
    await expect(facilitator.getByText("Проверить через месяц")).toBeVisible();
    await oleg.getByRole("radio", { name: "Инструкция" }).check();
    await expect(oleg.getByText(/В CRM регистрируем/)).toBeVisible();
  });
});
