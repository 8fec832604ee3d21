import { assemble, firstFacilitator, openQuestion, press } from "./team.ts";
import { expect, test } from "./visitors.ts";

test("people answer before the meeting, without names, and the meeting begins with what they wrote", async ({
  visitor,
  tolerate,
}) => {
  // moving on before all are ready is refused once
  tolerate(/status of 409/);
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, projector } = room;
  const [oleg, anna] = phones;
  const fear = "Буду печатать вместо того, чтобы продавать";

  await test.step("the facilitator opens the survey", async () => {
    await facilitator.getByRole("link", { name: "Опрос до встречи" }).click();
    await press(facilitator, "Открыть опрос");
    await expect(facilitator.getByRole("button", { name: "Закрыть опрос" })).toBeVisible();
  });

  await test.step("a phone finds it where it waits; what is picked and typed survives a reload", async () => {
    await anna.getByRole("link", { name: "Ответить до встречи" }).click();
    const goals = anna
      .getByRole("listitem")
      .filter({ has: anna.getByRole("heading", { name: /Ради чего мы заводим CRM/ }) });
    await goals.getByRole("button", { name: "Продавать больше, в том числе повторно" }).click();
    await expect(goals.getByRole("button", { name: "Забрать назад" })).toHaveCount(1);
    const fears = anna
      .getByRole("listitem")
      .filter({ has: anna.getByRole("heading", { name: /Что в новых правилах/ }) });
    await fears.getByLabel("Ваша идея").fill(fear);
    await anna.reload();
    await expect(fears.getByLabel("Ваша идея")).toHaveValue(fear);
    await press(fears, "Добавить идею");
    await expect(fears.getByText(fear)).toBeVisible();
    await oleg.getByRole("link", { name: "Ответить до встречи" }).click();
    await oleg.getByRole("button", { name: "Продавать больше, в том числе повторно" }).click();
    await expect(oleg.getByRole("button", { name: "Забрать назад" })).toHaveCount(1);
    await expect(oleg.getByText(fear)).toHaveCount(0);
    if (process.env.SHOTS) await anna.screenshot({ path: `${process.env.SHOTS}/sv1.png` });
  });

  await test.step("the facilitator sees how many, never what", async () => {
    // the facilitator only waits
    await expect(facilitator.getByText("2 ответа под печатью")).toBeVisible();
    await expect(facilitator.getByText("1 ответ под печатью")).toBeVisible();
    await expect(facilitator.getByText(fear)).toHaveCount(0);
    if (process.env.SHOTS) await facilitator.screenshot({ path: `${process.env.SHOTS}/sv2.png` });
  });

  await test.step("in the room the answers are there, and what was picked by several shows as a spread", async () => {
    for (const page of [facilitator, oleg, anna]) await page.getByRole("link", { name: "Назад" }).click();
    await openQuestion(room, /Ради чего мы заводим CRM/);
    await press(facilitator, "Начать думать");
    await expect(anna.getByText("Продавать больше, в том числе повторно")).toBeVisible();
    await press(facilitator, "Показать идеи");
    await press(facilitator, "Всё равно дальше");
    await expect(facilitator.getByRole("list", { name: "Написали одинаково" })).toContainText("× 2");
    await expect(projector.getByText("Продавать больше, в том числе повторно").first()).toBeVisible();
  });
});
