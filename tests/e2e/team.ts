import type { Locator, Page } from "@playwright/test";
import { expect, type Visitors } from "./visitors.ts";

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const TEAM = ["Олег Гришин", "Анна Юсупова", "Виктор Осипов"] as const;
const ROLES = ["sales-head", "sales-manager", "production-head"];
const DEPARTMENTS = ["sales", "sales", "production"];

export const press = (page: Page | Locator, name: string | RegExp) => page.getByRole("button", { name }).click();

export type Room = { facilitator: Page; projector: Page; phones: Page[]; workshop: string; code: string };
/** The usual room of three. */
type Trio = Room & { phones: [Page, Page, Page] };

/** A fresh installation, its first account, on the home page. */
export const firstFacilitator = async (visitor: Visitors["visitor"]): Promise<Page> => {
  const page = await visitor({ viewport: { width: 1440, height: 900 } });
  await page.goto("/");
  await page.getByLabel("Как Вас зовут").fill("Марина Лебедева");
  await page.getByLabel("Электронная почта").fill("marina@example.org");
  await page.getByLabel("Пароль").fill("шесть тихих окон");
  await page.getByRole("button", { name: "Создать учётную запись" }).click();
  await expect(page.getByRole("button", { name: "Попробовать на примере" })).toBeVisible();
  return page;
};

/** Somebody types the code that stands on the wall and finds the own name in the list. */
export const comeAs = async (phone: Page, code: string, name: string): Promise<Page> => {
  await phone.goto("/join");
  await phone.getByLabel("Код с экрана").fill(code.toLowerCase());
  await press(phone, "Войти");
  await phone.getByRole("radio", { name: new RegExp(name) }).check();
  await press(phone, "Войти");
  await expect(phone.getByText(`Вы: ${name}`)).toBeVisible();
  return phone;
};

/** Somebody whom nobody has listed comes with the code, a name and a role. */
export const comeAsNew = async (phone: Page, code: string, name: string, role: string): Promise<Page> => {
  await phone.goto(`/join/${code}`);
  await phone.getByRole("radio", { name: "Меня нет в списке" }).check();
  await phone.getByLabel("Имя и фамилия").fill(name);
  await phone.getByLabel("Роль").selectOption(role);
  await press(phone, "Войти");
  await expect(phone.getByText(`Вы: ${name}`)).toBeVisible();
  return phone;
};

/** Makes a workshop of the windows company with the people whom the facilitator lists; tells its id. */
export const newWorkshop = async (
  facilitator: Page,
  people: readonly { name: string; role: string }[],
): Promise<string> => {
  await facilitator.goto("/");
  await facilitator.getByRole("link", { name: "Новая мастерская" }).click();
  await facilitator.getByLabel("Компания").fill("ООО «Светлый проём»");
  for (const { name, role } of people) {
    await press(facilitator, "Добавить человека");
    await facilitator.getByLabel("Имя и фамилия").last().fill(name);
    await facilitator.getByLabel("Роль").last().selectOption(role);
  }
  await press(facilitator, "Создать мастерскую");
  await facilitator.waitForURL(/\/console$/);
  return new URL(facilitator.url()).pathname.split("/")[2] ?? "";
};

/** Opens the page for the wall as a screen of its own, and reads the code. */
export const lookAtWall = async (
  facilitator: Page,
  visitor: Visitors["visitor"],
): Promise<{ code: string; projector: Page }> => {
  await press(facilitator, "Код и ссылка");
  const code = await facilitator.getByText(/^[A-Z2-9]{6}$/).innerText();
  const wall = await facilitator.locator("a[href*='/projector/']").getAttribute("href");
  await facilitator.keyboard.press("Escape");
  const projector = await visitor({ viewport: { width: 1920, height: 1080 } });
  await projector.goto(wall ?? "");
  await expect(projector.getByText(code)).toBeVisible();
  await expect(projector.getByRole("img", { name: /QR-код/ })).toBeVisible();
  return { code, projector };
};

/** Sends a form without drawing its page; tells where the answer leads. */
const send = async (page: Page, path: string, form: Record<string, string>): Promise<string> => {
  const headers = { "sec-fetch-site": "same-origin" };
  const answer = await page.context().request.post(path, { form, headers, maxRedirects: 0 });
  expect(answer.status(), `the form at ${path} is taken`).toBe(302);
  return answer.headers().location ?? "";
};

/** What `comeAs` and `newWorkshop` fill in, sent at once: for tests that are about something else. */
const come = async (phone: Page, code: string, name: string): Promise<Page> => {
  const list = await (await phone.context().request.get(`/join/${code}`)).text();
  const card = list.split("<label").find((each) => each.includes(name));
  const participant = /value="([^"]+)"/.exec(card ?? "")?.[1] ?? "";
  await phone.goto(await send(phone, `/join/${code}`, { participant }));
  await expect(phone.getByText(`Вы: ${name}`)).toBeVisible();
  return phone;
};

const make = async (facilitator: Page): Promise<string> => {
  const people = TEAM.map((name, at) => ({
    name,
    role: ROLES[at],
    department: DEPARTMENTS[at],
    head: at === 0,
    votes: true,
  }));
  const form = {
    company: "ООО «Светлый проём»",
    template: "windows",
    dealType: "new-private",
    language: "ru",
    depth: "express",
    preset: "almost-unanimous",
    people: JSON.stringify(people),
  };
  const console = await send(facilitator, "/workshops/new", form);
  await facilitator.goto(console);
  return console.split("/")[2] ?? "";
};

const seated = async (facilitator: Page, visitor: Visitors["visitor"], workshop: string, enter: typeof come) => {
  const { code, projector } = await lookAtWall(facilitator, visitor);
  const phones: Page[] = [];
  for (const name of TEAM) phones.push(await enter(await visitor(PHONE), code, name));
  await expect(projector.getByText("3 человека в комнате")).toBeVisible();
  await expect(facilitator.getByRole("button", { name: "3 человека в комнате" })).toBeVisible();
  return { facilitator, projector, phones: phones as Trio["phones"], workshop, code };
};

/** The windows company's new workshop: facilitator, projector and three phones of two departments in the room. */
export const assemble = async (facilitator: Page, visitor: Visitors["visitor"]): Promise<Trio> =>
  seated(facilitator, visitor, await make(facilitator), come);

/** The same, by the forms that people fill in. */
export const comeTogether = async (facilitator: Page, visitor: Visitors["visitor"]): Promise<Trio> => {
  const people = TEAM.map((name, at) => ({ name, role: ROLES[at] ?? "" }));
  return seated(facilitator, visitor, await newWorkshop(facilitator, people), comeAs);
};

export const everybody = ({ facilitator, projector, phones }: Room): Page[] => [facilitator, projector, ...phones];

/** Opens a question from the agenda and waits until every screen shows it. */
export const openQuestion = async (room: Room, wording: RegExp, nth = 0): Promise<void> => {
  const agenda = room.facilitator.getByRole("navigation", { name: "Вопросы" });
  const collapsed = agenda.getByRole("button", { expanded: false });
  while ((await collapsed.count()) > 0) await collapsed.first().click();
  await agenda.getByRole("button", { name: wording }).nth(nth).click();
  await Promise.all(
    everybody(room).map((page) => expect(page.getByRole("heading", { level: 1, name: wording })).toBeVisible()),
  );
};

export const agree = async (phone: Page): Promise<void> => {
  await phone.getByRole("radio", { name: /^Согласен Буду/ }).check();
  await press(phone, "Отправить голос");
  await expect(phone.getByText("Голос принят")).toBeVisible();
};

/** Everybody says «ready», and the facilitator sees that all are. */
export const allReady = async (facilitator: Page, phones: readonly Page[]): Promise<void> => {
  for (const phone of phones) await press(phone, "Я готов");
  await expect(facilitator.getByText(`Готовы ${phones.length} из ${phones.length}`).first()).toBeVisible();
};

export const wordingOf = (page: Page) => page.getByRole("textbox", { name: "Формулировка" });

/** Takes a question to an open vote on one sentence. */
export const openVote = async (room: Room, wording: RegExp, rule: string, nth = 0): Promise<void> => {
  const { facilitator, phones } = room;
  await openQuestion(room, wording, nth);
  await press(facilitator, "Начать думать");
  await allReady(facilitator, phones);
  await press(facilitator, "Показать идеи");
  await press(facilitator, "Перейти к формулировке");
  await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
  await wordingOf(facilitator).click();
  await facilitator.keyboard.insertText(rule);
  for (const phone of phones) await expect(wordingOf(phone)).toContainText(rule);
  await press(facilitator, "Открыть голосование");
};

/** The short way of a question that nobody disputes: to the wording, one sentence, one round, the decision. */
export const settle = async (room: Room, wording: RegExp, rule: string, nth = 0): Promise<void> => {
  const { facilitator, phones } = room;
  await openVote(room, wording, rule, nth);
  for (const phone of phones) await agree(phone);
  await press(facilitator, "Закончить голосование");
  await press(facilitator, "Записать решение");
  for (const phone of phones) await expect(phone.getByText("Принято единогласно")).toBeVisible();
};

/** Closes the workshop, also over the gaps that are named before. */
export const finish = async (facilitator: Page): Promise<void> => {
  await press(facilitator, "Действия");
  await facilitator.getByRole("menuitem", { name: "Закрыть мастерскую" }).click();
  const named = facilitator.getByRole("dialog").getByRole("button", { name: "Закрыть мастерскую" });
  await expect(named.or(facilitator.getByText("Мастерская закрыта"))).toBeVisible();
  if (await named.isVisible()) await named.click();
};
