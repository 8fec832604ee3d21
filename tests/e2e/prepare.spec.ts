import { firstFacilitator, press } from "./team.ts";
import { expect, test } from "./visitors.ts";

test("a consultant prepares a workshop step by step, leaves in the middle and goes on where it was left", async ({
  visitor,
  tolerate,
}) => {
  // broken files are refused on purpose
  tolerate(/status of (400|409)/);
  const page = await firstFacilitator(visitor);
  await page.getByRole("link", { name: "Новая мастерская" }).click();
  await page.getByLabel("Компания").fill("ООО «Светлый проём»");
  await press(page, "Создать и подготовить по шагам");
  await page.waitForURL(/\/set-up$/);
  const step = (name: string) => page.getByRole("navigation", { name: "Шаги подготовки" }).getByRole("link", { name });

  await test.step("the chain is changed with the keyboard and survives a reload in the middle of a word", async () => {
    await page.getByRole("link", { name: "Дальше: Сделки и этапы" }).click();
    const chain = page.getByRole("list", { name: /^Этапы:/ });
    const names = () =>
      chain
        .getByLabel("Этап назван результатом")
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    await expect(chain.getByLabel("Этап назван результатом").first()).toBeVisible();
    const before = await names();
    await page.getByRole("button", { name: `Переставить: ${before[1]}` }).focus();
    const said = page.getByRole("status").filter({ hasText: before[1] ?? "" });
    await page.keyboard.press("Space");
    await expect(said).toHaveText(/^Взято|место 2 из/);
    await page.keyboard.press("ArrowUp");
    await expect(said).toHaveText(/место 1 из/);
    await page.keyboard.press("Space");
    await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)]);
    const first = chain.getByLabel("Этап назван результатом").first();
    await first.fill("Консультация проведена");
    await page.reload();
    await expect(first).toHaveValue("Консультация проведена");
    await first.focus();
    await page.keyboard.press("Enter");
    await page.evaluate(() => localStorage.clear());
    await expect
      .poll(async () => {
        await page.reload();
        return first.inputValue();
      })
      .toBe("Консультация проведена");
  });

  await test.step("another deal type begins as a copy", async () => {
    await page.getByLabel("Название").last().fill("Действующий клиент");
    await press(page, "Добавить тип сделки");
    await expect(page.getByRole("list", { name: "Этапы: Действующий клиент" })).toBeVisible();
  });

  await test.step("a department that owns stages and sends nobody is named until somebody is expected", async () => {
    await step("Люди").click();
    const warning = page.getByText(/^Производство: никого не ждём/);
    await expect(warning).toBeVisible();
    await page.getByLabel("Имя и фамилия").fill("Виктор Осипов");
    await page.getByLabel("Роль", { exact: true }).selectOption("production-head");
    await press(page, "Добавить человека");
    await expect(warning).toHaveCount(0);
    await page.getByLabel("Роль, которой нет в списке").fill("Дизайнер");
    await press(page, "Добавить роль");
    await expect(page.getByLabel("Роль", { exact: true }).getByRole("option", { name: "Дизайнер" })).toBeAttached();
  });

  await test.step("leaving and coming back another day loses nothing", async () => {
    await step("Типовой заказ").click();
    await page.getByLabel("Типовой заказ одной строкой").fill("Три окна на дачу");
    await page.getByLabel("История заказа").focus();
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).not.toContain("order-title");
    await page.goto("/");
    await page
      .getByRole("link", { name: /Инструкция по использованию CRM-системы|Светлый проём/ })
      .first()
      .click();
    await page.waitForURL(/\/console$/);
    await page.getByRole("link", { name: "Подготовка" }).click();
    await step("Типовой заказ").click();
    await expect(page.getByLabel("Типовой заказ одной строкой")).toHaveValue("Три окна на дачу");
  });

  await test.step("rules that are there already are laid to their questions, and what fits none stays in view", async () => {
    await step("Действующие правила").click();
    await page
      .getByLabel("Вставьте текст")
      .fill(
        "Обращение клиента регистрируем в CRM во время первого разговора.\n\nКофемашину моет тот, кто пил последним.",
      );
    await press(page, "Разложить по вопросам");
    await expect(page.getByText("Место нашлось для 1 абзацев из 2")).toBeVisible();
    const unplaced = page.getByRole("listitem").filter({ hasText: "Кофемашину моет" });
    await unplaced
      .getByLabel("К какому вопросу")
      .selectOption({ label: "Что в новых правилах может вам мешать или не понравиться? Можно анонимно." });
    await expect(page.getByText("Место нашлось для 2 абзацев из 2")).toBeVisible();
    await page.getByLabel("Или загрузите файл").setInputFiles({
      name: "rules.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await press(page, "Разложить заново");
    await expect(page.getByText(/^Файл не читается/)).toBeVisible();
    await expect(page.getByText("Место нашлось для 2 абзацев из 2")).toBeVisible();
  });

  await test.step("a question of one's own is asked like any other", async () => {
    await step("Вопросы").click();
    await expect(page.getByText(/примерно \d/)).toBeVisible();
    await press(page, "Задать свой вопрос");
    await page.getByLabel("Ваш вопрос").fill("Кто кормит кота?");
    await press(page, "Спросить");
    await expect(page.getByRole("list", { name: "Вопросы" }).getByText("Кто кормит кота?")).toBeVisible();
    await page.getByRole("button", { name: /^Не спрашивать: Ради чего мы заводим CRM/ }).click();
    await expect(page.getByRole("list", { name: "Вопросы" }).getByText(/Ради чего мы заводим CRM/)).toHaveCount(0);
    await page.getByRole("main").getByRole("link", { name: "В комнату" }).first().click();
    const agenda = page.getByRole("navigation", { name: "Вопросы" });
    await agenda.getByRole("button", { name: /Вопросы команды/ }).click();
    await agenda.getByRole("button", { name: /Кто кормит кота/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Кто кормит кота?" })).toBeVisible();
  });

  await test.step("the set-up is kept as a template, begins another workshop, and goes out as a file", async () => {
    await page.goBack();
    await step("Вопросы").click();
    await page.getByLabel("Название шаблона").fill("Окна, частные клиенты");
    await press(page, "Сохранить как свой шаблон");
    await expect(page.getByRole("heading", { name: "Свои шаблоны" })).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Скачать файл" }).click();
    const file = await (await download).path();
    await page.getByLabel("Файл шаблона или мастерской").setInputFiles({
      name: "broken.json",
      mimeType: "application/json",
      buffer: Buffer.from("{"),
    });
    await press(page, "Загрузить");
    await expect(page.getByText(/^broken\.json: /)).toBeVisible();
    await page.getByLabel("Файл шаблона или мастерской").setInputFiles(file);
    await press(page, "Загрузить");
    await expect(page.getByText("Окна, частные клиенты")).toHaveCount(2);
    await page.getByLabel("Компания").first().fill("ООО «Другая компания»");
    await page.getByRole("button", { name: "Начать мастерскую" }).first().click();
    await page.waitForURL(/\/set-up$/);
    await expect(page.getByRole("heading", { level: 1, name: "ООО «Другая компания»" })).toBeVisible();
    await step("Вопросы").click();
    await expect(page.getByRole("list", { name: "Вопросы" }).getByText("Кто кормит кота?")).toBeVisible();
  });
});
