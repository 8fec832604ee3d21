import { assemble, firstFacilitator, openQuestion, press, wordingOf } from "./team.ts";
import { expect, test } from "./visitors.ts";

const QUESTION = /С какого момента обращение клиента/;
const TOO_LONG = "Обращение — это любой вопрос об окнах. ".repeat(250);

test("a question is led by keyboard alone, its time is kept, and nothing that is pasted is cut or spoils the page", async ({
  visitor,
  tolerate,
}) => {
  // moving on before all are ready is refused once
  tolerate(/status of 409/);
  // what a pasted page would run is stopped by the policy of the page, which says so
  tolerate(/Content Security Policy/);
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const { facilitator, phones, projector } = room;
  const [oleg, anna] = phones;
  const keys = facilitator.keyboard;
  /** ⌘K, a few letters of what is wanted, Enter. */
  const find = async (words: string) => {
    await keys.press("Control+k");
    await expect(facilitator.getByRole("combobox", { name: "Быстрые действия" })).toBeFocused();
    await keys.insertText(words);
    await expect(facilitator.getByRole("option").first()).toBeVisible();
    await keys.press("Enter");
    await expect(facilitator.getByRole("combobox", { name: "Быстрые действия" })).toHaveCount(0);
  };

  await test.step("opened and begun from the palette, which is there before any question is", async () => {
    await find("С какого момента обращение");
    await expect(projector.getByRole("heading", { level: 1, name: QUESTION })).toBeVisible();
    await find("");
    await expect(anna.getByLabel("Ваша идея")).toBeVisible();
  });

  await test.step("a timer of any length is typed, and has one minute more", async () => {
    await find("Другое время");
    await keys.type("семь");
    await keys.press("Enter");
    await expect(facilitator.getByText("Напишите минуты, например 7 или 1:30")).toBeVisible();
    await keys.press("Control+a");
    await keys.type("7:30");
    await keys.press("Enter");
    await expect(anna.getByRole("timer")).toContainText(/07:[0-3]\d/);
    await find("+1 минута");
    await expect(anna.getByRole("timer")).toContainText(/08:[0-3]\d/);
  });

  await test.step("a break is on every screen until the work goes on", async () => {
    await find("Перерыв: 10");
    for (const page of [facilitator, projector, anna])
      await expect(page.getByText("Перерыв", { exact: true }).first()).toBeVisible();
    await expect(projector.getByRole("timer")).toContainText(/(10:00|09:5\d)/);
    await find("Закончить перерыв");
    await expect(projector.getByRole("heading", { level: 1, name: QUESTION })).toBeVisible();
    await expect(anna.getByText("Перерыв", { exact: true })).toHaveCount(0);
  });

  await test.step("the time of the question runs, and an end presses what is left together", async () => {
    const agenda = facilitator.getByRole("navigation", { name: "Вопросы" });
    await expect(agenda.getByRole("button", { name: QUESTION })).toContainText(/прошло \d+ из 5 мин/);
    const soon = await facilitator.evaluate(() => {
      const end = new Date(Date.now() + 20 * 60_000);
      return `${String(end.getHours()).padStart(2, "0")}:${String(end.getMinutes()).padStart(2, "0")}`;
    });
    await facilitator.getByLabel("Закончить в").fill(soon);
    await keys.press("Enter");
    await expect(facilitator.getByText(/вопрос\S* уже не помеща\S+: вынесите/)).toBeVisible();
    // the last questions stand under a stage that is folded
    await agenda.getByRole("button", { expanded: false }).last().click();
    await expect(agenda.getByText("не помещается").first()).toBeAttached();
  });

  await test.step("ten thousand characters stay in the field, which says how many are too many", async () => {
    const field = anna.getByLabel("Ваша идея");
    await field.fill(TOO_LONG);
    await expect(field).toHaveValue(TOO_LONG);
    await expect(anna.getByText(/Уберите ещё \d.* знак/)).toBeVisible();
    await press(anna, "Добавить идею");
    await expect(anna.getByRole("button", { name: "Забрать назад" })).toHaveCount(0);
    await anna.reload();
    await expect(field).toHaveValue(TOO_LONG);
    await field.fill("👩‍🔧 ‏اتصال‏ — тоже обращение");
    await press(anna, "Добавить идею");
    await expect(anna.getByRole("button", { name: "Забрать назад" })).toBeVisible();
    await press(oleg, "Я готов");
  });

  await test.step("shown although not all are ready, worded, and a web page in the clipboard leaves its words only", async () => {
    await find("");
    await expect(facilitator.getByRole("dialog", { name: "Не все готовы" })).toBeVisible();
    await press(facilitator, "Всё равно дальше");
    await expect(projector.getByText("тоже обращение")).toBeVisible();
    await expect(projector.locator(".wall-screen__corner")).toContainText(room.code);
    await find("");
    await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
    await wordingOf(facilitator).focus();
    await facilitator.evaluate(() => {
      const data = new DataTransfer();
      data.setData(
        "text/html",
        `<h1 onclick="x()">Регистрируем оперативно</h1><script>document.title="x"</script><table><tr><td>любое обращение</td></tr></table><img src=x onerror="document.title='x'"><a href="javascript:x()">об окнах</a>`,
      );
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
    });
    for (const page of [facilitator, anna]) {
      await expect(wordingOf(page)).toContainText("Регистрируем оперативно");
      await expect(wordingOf(page)).toContainText("любое обращение");
      await expect(wordingOf(page).locator("h1, img:not(.ProseMirror-separator), a, table, script")).toHaveCount(0);
      await expect(page).not.toHaveTitle("x");
    }
    await expect(facilitator.getByText("Каждый поймёт по-своему: «оперативно»")).toBeVisible();
  });

  await test.step("a step back loses nothing", async () => {
    await find("Вернуться на шаг");
    await expect(facilitator.getByText("тоже обращение").first()).toBeVisible();
    await find("");
    await expect(wordingOf(facilitator)).toContainText("любое обращение");
  });
});

test("the wall is kept awake, and its link ends when a new one is given out", async ({ visitor, tolerate }) => {
  tolerate(/status of 404|WebSocket|404/);
  const room = await assemble(await firstFacilitator(visitor), visitor);
  const wall = await visitor({ viewport: { width: 1920, height: 1080 } });
  await wall.addInitScript(() => {
    const taken: string[] = [];
    Object.assign(window, { taken });
    Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind: string) => taken.push(kind) } });
  });
  await wall.goto(room.projector.url());
  await expect.poll(() => wall.evaluate(() => (window as unknown as { taken: string[] }).taken)).toContain("screen");
  await openQuestion(room, QUESTION);
  await expect(wall.getByRole("heading", { level: 1, name: QUESTION })).toBeVisible();
  await press(room.facilitator, /человека в комнате/);
  await press(room.facilitator, "Выдать новую ссылку для экрана");
  await press(room.facilitator, "Выдать новую ссылку для экрана");
  await expect.poll(async () => (await wall.goto(room.projector.url()))?.status()).toBe(404);
});
