import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { violationsOn } from "./accessible.ts";
import { agree, assemble, firstFacilitator, openQuestion, press, wordingOf } from "./team.ts";
import { expect, test } from "./visitors.ts";

/** `SCREENSHOTS=screenshots npx playwright test screens` keeps a picture of every screen. */
const FOLDER = process.env.SCREENSHOTS;
if (FOLDER) mkdirSync(FOLDER, { recursive: true });

/** Axe sees each language and each width once; a picture needs all four. */
const SIZES = [
  { width: 1440, height: 900, axe: "ru" },
  { width: 390, height: 844, axe: "en" },
] as const;
const WALL = [{ width: 1920, height: 1080, axe: "both" }] as const;

/** Shows a page in both languages at both widths: axe finds nothing, and nothing is wider than the screen. */
const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  const { origin } = new URL(page.url());
  const shownIn = async (language: string) => {
    await page.context().addCookies([{ name: "language", value: language, url: origin }]);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
  };
  for (const language of ["ru", "en"]) {
    // a page comes in Russian, as a click has left it
    if (language === "en") await shownIn("en");
    await page.waitForLoadState("networkidle").catch(() => {});
    for (const { width, height, axe } of name.startsWith("projector") ? WALL : SIZES) {
      await page.setViewportSize({ width, height });
      if (FOLDER) {
        const file = path.join(FOLDER, `${name}-${language}-${width}.jpg`);
        await page.screenshot({ path: file, type: "jpeg", quality: 72 });
      }
      const where = `${name}, ${language}, ${width}`;
      if (axe === language || axe === "both") expect(await violationsOn(page), where).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  }
  await page.setViewportSize(before);
  await shownIn("ru");
};

test("a fresh installation and its finished demo are accessible in both languages on a laptop and a phone", async ({
  visitor,
}) => {
  test.setTimeout(1_200_000);
  const stranger = await visitor();
  await stranger.goto("/welcome");
  await look(stranger, "welcome");
  const facilitator = await firstFacilitator(visitor);
  await look(facilitator, "home-first");
  await press(facilitator, "Попробовать на примере");
  await facilitator.waitForURL(/\/console$/);
  await look(facilitator, "demo-console");
  await facilitator.goto(facilitator.url().replace("/console", "/document"));
  await facilitator.getByText("Как решили").first().click();
  await expect(facilitator.locator(".course").first()).toBeVisible();
  await look(facilitator, "document");
  await facilitator.goto(facilitator.url().replace("/document", "/rehearsal"));
  await look(facilitator, "rehearsal");
  await facilitator.getByRole("link", { name: "Результат не приняли" }).click();
  await look(facilitator, "rehearsal-rejected");
  await facilitator.goto(facilitator.url().replace(/\/rehearsal.*/, "/record"));
  for (const open of await facilitator
    .locator("details > summary")
    .all()
    .then((all) => all.slice(10, 12)))
    await open.click();
  await look(facilitator, "record");
  await facilitator.goto(facilitator.url().replace("/record", "/fears"));
  await facilitator.getByRole("button", { name: "Изменить ответ" }).first().click();
  await look(facilitator, "fears");
  await facilitator.goto("/");
  await look(facilitator, "home");
});

test("what follows a meeting is accessible in both languages on a laptop and a phone", async ({ visitor }) => {
  test.setTimeout(1_200_000);
  const facilitator = await firstFacilitator(visitor);
  await press(facilitator, "Попробовать на примере");
  await facilitator.waitForURL(/\/console$/);
  const place = facilitator.url().replace("/console", "");
  await facilitator.goto(`${place}/pipeline`);
  await look(facilitator, "pipeline");
  await facilitator.goto(`${place}/paper`);
  await look(facilitator, "paper");
  await facilitator.goto("/verify");
  await look(facilitator, "verify");
  for (const name of ["instruction.html", "crib.html"]) {
    const file = await facilitator.context().newPage();
    await file.setContent(await (await facilitator.request.get(`${place}/files/${name}`)).text());
    expect(await violationsOn(file), name).toEqual([]);
    await file.close();
  }
  await facilitator.goto(`${place}/document`);
  await lookAtTheLifeAfter(facilitator);
});

/** Closes the demo, edits it, closes it again, and looks at what people then come to; ends at the document. */
const lookAtTheLifeAfter = async (facilitator: Page): Promise<void> => {
  const house = facilitator.url().replace("/document", "");
  const close = (closed: boolean) =>
    facilitator.evaluate(
      ([url, is]) =>
        fetch(`${url}/closing`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ closed: is, confirmed: true }),
        }).then((answer) => answer.status),
      [house, closed] as const,
    );
  expect(await close(true)).toBe(200);
  expect(await close(false)).toBe(200);
  await facilitator.goto(`${house}/texts`);
  await press(facilitator, "Предисловие");
  await facilitator.getByRole("textbox").click();
  await facilitator.keyboard.type("Эту инструкцию составил весь отдел.");
  await press(facilitator, "Внести в документ");
  await expect(facilitator.getByText("В документе такой же текст")).toBeVisible();
  await look(facilitator, "texts");
  expect(await close(true)).toBe(200);
  await facilitator.goto(`${house}/editions`);
  await look(facilitator, "editions");
  await facilitator.goto(`${house}/after`);
  await look(facilitator, "after");
  const link = await facilitator.locator(".readers a").first().getAttribute("href");
  await facilitator.goto(new URL(link ?? "", house).pathname);
  await press(facilitator, "Утвердить редакцию 2");
  await expect(facilitator.getByText(/утверждено/)).toBeVisible();
  await press(facilitator, "Редакция 2 прочитана");
  await expect(facilitator.getByText(/^Записано/)).toBeVisible();
  await look(facilitator, "read");
  await facilitator.getByRole("link", { name: "Проверить себя на ситуациях" }).click();
  await expect(facilitator.locator(".quiz__situation")).toHaveCount(10);
  await look(facilitator, "quiz");
  await facilitator.goto(`${house}/document`);
};

test("the pages that prepare a workshop are accessible in both languages on a laptop and a phone", async ({
  visitor,
  tolerate,
}) => {
  test.setTimeout(1_200_000);
  tolerate(/status of 404/);
  const stranger = await visitor();
  const facilitator = await firstFacilitator(visitor);
  await facilitator.goto("/workshops/new");
  await look(facilitator, "new-workshop");
  await facilitator.getByLabel("Компания").fill("ООО «Светлый проём»");
  await press(facilitator, "Создать и подготовить по шагам");
  await facilitator.waitForURL(/\/set-up$/);
  for (const step of ["company", "deals", "people", "order", "existing", "agenda"]) {
    await facilitator.goto(`${new URL(facilitator.url()).pathname}?step=${step}`);
    await look(facilitator, `set-up-${step}`);
  }
  await facilitator.goto(facilitator.url().replace(/\/set-up.*/, "/package"));
  await look(facilitator, "package-drafts");
  await facilitator.goto(facilitator.url().replace("/package", "/gaps"));
  await look(facilitator, "gaps");
  await facilitator.goto(facilitator.url().replace("/gaps", "/set-up?step=deals"));
  await facilitator.getByLabel("Название").last().fill("Действующий клиент");
  await press(facilitator, "Добавить тип сделки");
  await facilitator.getByRole("link", { name: "Типы сделок рядом" }).click();
  await look(facilitator, "deal-types");
  await facilitator.goto(facilitator.url().replace("/deal-types", "/set-up?step=agenda"));
  await press(facilitator, "Сохранить как свой шаблон");
  await expect(facilitator.getByRole("link", { name: "Скачать файл" })).toBeVisible();
  await look(facilitator, "templates");
  await facilitator.goto("/invitations");
  await look(facilitator, "invitations");
  await press(facilitator, "Создать приглашение");
  const invitation = await facilitator.getByRole("link", { name: /\/invitation\// }).getAttribute("href");
  await stranger.goto(invitation ?? "");
  await look(stranger, "invitation");
  for (const [url, name] of [
    ["/", "home-stranger"],
    ["/sign-in", "sign-in"],
    ["/join", "join"],
    ["/nowhere", "missing"],
  ] as const) {
    await stranger.goto(url);
    await look(stranger, name);
  }
});

test("every phase of a question is accessible on the console, a phone and the wall", async ({ visitor, tolerate }) => {
  test.setTimeout(1_200_000);
  tolerate(/status of 409/);
  const facilitator = await firstFacilitator(visitor);
  const room = await assemble(facilitator, visitor);
  const { projector, phones } = room;
  const [oleg, anna, viktor] = phones;
  const lookAll = async (phase: string) => {
    await look(facilitator, `console-${phase}`);
    await look(viktor, `participant-${phase}`);
    await look(projector, `projector-${phase}`);
  };
  await lookAll("lobby");
  const latecomer = await visitor();
  await latecomer.goto(`/join/${room.code}`);
  await look(latecomer, "join-name");
  await facilitator.goto(`/w/${room.workshop}/survey`);
  await press(facilitator, "Открыть опрос");
  await expect(facilitator.getByRole("button", { name: "Закрыть опрос" })).toBeVisible();
  await look(facilitator, "console-survey");
  await viktor.goto(`/w/${room.workshop}/survey`);
  await look(viktor, "participant-survey");
  await viktor.goto(`/w/${room.workshop}/pass`);
  await look(viktor, "participant-pass");
  await viktor.goto(`/w/${room.workshop}`);
  await facilitator.goto(`/w/${room.workshop}/package`);
  await press(facilitator, "Снять все");
  for (const rule of [/Предоплата получена. Каким проверяемым/, /Что поощряем/, /Какой предел скидки/])
    await facilitator.getByRole("checkbox", { name: rule }).check();
  await press(facilitator, "Показать всем и голосовать");
  await viktor.getByRole("button", { name: "Вынести на обсуждение" }).first().click();
  await viktor.getByRole("button", { name: "Вынести", exact: true }).click();
  await agree(oleg);
  await lookAll("package");
  await agree(anna);
  await agree(viktor);
  await press(facilitator, "Закончить голосование");
  await expect(facilitator.getByText("Принято", { exact: true })).toHaveCount(2);
  await look(facilitator, "console-package-result");
  await openQuestion(room, /С какого момента обращение клиента/);
  await press(facilitator, "Начать думать");
  for (const [phone, text] of [
    [oleg, "Любой вопрос о наших окнах"],
    [anna, "Как узнали имя и телефон"],
    [viktor, "Когда просят замер: раньше это только разговор"],
  ] as const) {
    await phone.getByLabel("Ваша идея").fill(text);
    await press(phone, "Добавить идею");
    await expect(phone.getByRole("button", { name: "Забрать назад" })).toBeVisible();
  }
  await press(oleg, "Я готов");
  await lookAll("think");
  await press(facilitator, "Показать идеи");
  await press(facilitator, "Всё равно дальше");
  await expect(anna.getByText("Как узнали имя и телефон")).toBeVisible();
  await lookAll("reveal");
  await press(facilitator, "Перейти к формулировке");
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await wordingOf(facilitator).click();
  await facilitator.keyboard.type(
    "Регистрируем любое обращение о наших окнах во время разговора; карточку заводим, как узнали имя и телефон.",
  );
  await expect(wordingOf(viktor)).toContainText("имя и телефон");
  await lookAll("word");
  await press(facilitator, "Действия");
  await facilitator.getByRole("menuitem", { name: "Измерить температуру" }).click();
  await press(oleg, "4: хорошо");
  await lookAll("temperature");
  await press(facilitator, "Показать разброс");
  await look(projector, "projector-spread");
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await press(facilitator, "Открыть голосование");
  await agree(oleg);
  await agree(anna);
  await lookAll("round");
  await viktor.getByRole("radio", { name: /^Возражаю/ }).check();
  await viktor.getByLabel("Чему это навредит").fill("Пустые карточки испортят отчёты цеха");
  await viktor.getByLabel("Что нужно изменить").fill("Считать их отдельно");
  await press(viktor, "Отправить голос");
  await expect(viktor.getByText("Голос принят")).toBeVisible();
  await press(facilitator, "Закончить голосование");
  await expect(facilitator.getByText("Пустые карточки испортят отчёты цеха")).toBeVisible();
  await lookAll("result");
  await press(viktor, "Учтено, согласен");
  await expect(facilitator.getByText("Учтено в тексте")).toBeVisible();
  await press(facilitator, "К новой формулировке");
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await press(facilitator, "Открыть голосование");
  for (const phone of phones) await agree(phone);
  await press(facilitator, "Закончить голосование");
  await press(facilitator, "Записать решение");
  await expect(viktor.getByText("Принято единогласно")).toBeVisible();
  await lookAll("decided");
});

test("the work in two groups is accessible on the console, a phone and the wall", async ({ visitor }) => {
  test.setTimeout(1_200_000);
  const facilitator = await firstFacilitator(visitor);
  const room = await assemble(facilitator, visitor);
  const { projector, phones } = room;
  const [oleg] = phones;
  await facilitator.goto(`/w/${room.workshop}/subgroups`);
  await look(facilitator, "groups-plan");
  await press(facilitator, "Начать работу в группах");
  await facilitator.waitForURL(/\/console$/);
  await expect(oleg.getByRole("heading", { level: 1, name: /^Группа/ })).toBeVisible();
  await oleg.locator(".group-card").first().click();
  await expect(oleg.locator("[data-synced=true]")).toBeVisible();
  await oleg.getByRole("textbox", { name: "Формулировка" }).click();
  await oleg.keyboard.type("Карточку этапа заполняет тот, кто его ведёт");
  await look(oleg, "participant-card");
  await press(oleg, "Карточка готова");
  await oleg.goto(`/w/${room.workshop}`);
  await look(oleg, "participant-groups");
  await look(facilitator, "console-groups");
  await look(projector, "projector-groups");
});
