import { assemble, firstFacilitator, openQuestion, press } from "./team.ts";
import { expect, test } from "./visitors.ts";

test("the lead goes to a colleague in the middle of a meeting, and back to its owner", async ({
  visitor,
  tolerate,
}) => {
  // an address that is not there is refused on purpose; the console that was handed over is refused its data
  tolerate(/status of (403|404|409)/);
  const owner = await firstFacilitator(visitor);
  await owner.goto("/invitations");
  await press(owner, "Создать приглашение");
  const invitation = await owner.getByRole("link", { name: /\/invitation\// }).getAttribute("href");
  const colleague = await visitor({ viewport: { width: 1440, height: 900 } });
  await colleague.goto(invitation ?? "");
  await colleague.getByLabel("Как Вас зовут").fill("Пётр Второй");
  await colleague.getByLabel("Электронная почта").fill("petr@example.org");
  await colleague.getByLabel("Пароль").fill("семь тихих дверей");
  await press(colleague, "Принять приглашение");
  await expect(colleague.getByRole("button", { name: "Попробовать на примере" })).toBeVisible();

  const room = await assemble(owner, visitor);
  await openQuestion(room, /С какого момента обращение клиента/);
  const [oleg] = room.phones;

  await test.step("handed over: the own console is shut, the colleague goes on where the room is", async () => {
    const second = await owner.context().newPage();
    await second.goto(`/w/${room.workshop}/lead`);
    await second.getByLabel(/Почта учётной записи/).fill("nobody@example.org");
    await press(second, "Передать");
    await expect(second.getByText("Учётной записи с такой почтой здесь нет")).toBeVisible();
    await second.getByLabel(/Почта учётной записи/).fill("petr@example.org");
    await press(second, "Передать");
    await expect(second.getByText("Ведёт Пётр Второй")).toBeVisible();
    await expect(owner.getByText("Эту мастерскую теперь ведёт другой.")).toBeVisible();
    await colleague.goto(`/w/${room.workshop}/console`);
    await press(colleague, "Начать думать");
    await expect(oleg.getByLabel("Ваша идея")).toBeVisible();
    await second.close();
  });

  await test.step("taken back by the owner, from the list of workshops", async () => {
    await owner.goto("/");
    await press(owner, "Вернуть себе");
    await owner.waitForURL(/\/console$/);
    await press(owner, "Показать идеи");
    await press(owner, "Всё равно дальше");
    await expect(oleg.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(colleague.getByText("Эту мастерскую теперь ведёт другой.")).toBeVisible();
  });
});
