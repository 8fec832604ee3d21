import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { violationsOn } from "./accessible.ts";
import { openStopwatch, p95 } from "./stopwatch.ts";
import {
  agree,
  comeAs,
  comeAsNew,
  everybody,
  finish,
  firstFacilitator,
  lookAtWall,
  newWorkshop,
  openQuestion,
  openVote,
  PHONE,
  press,
  type Room,
  wordingOf,
} from "./team.ts";
import { expect, test } from "./visitors.ts";

const LONGEST_S = 540;
/** A bound for two cores that also draw fourteen browsers; what the server alone needs, tests/bench measures. */
const SLOWEST_MS = 5_000;

type Worded = { wording: { spans: { text: string }[] }[] };
type Story = {
  participants: { id: string; name: string; role: string; votes: boolean }[];
  questions: { id: string; wording: { ru: string } }[];
  ideas: { question: string; text: string }[];
  proposals: ({ id: string; question: string; version: number } & Worded)[];
  rounds: { question: string; ballots: { choice: string; concern: string | null }[] }[];
  objections: { question: string; reason: string; wish: string; by: string | null }[];
  decisions: { question: string; kind: string; proposal: string }[];
};

/** The windows company as the demo tells it: its people, what they thought, worded, objected. */
const story = (): Story =>
  JSON.parse(
    execFileSync(process.execPath, ["build/server/cli.js", "demo", "windows", "--lang", "ru"], {
      encoding: "utf8",
      maxBuffer: 64 << 20,
    }),
  );

const textOf = ({ wording }: Worded): string =>
  wording.map(({ spans }) => spans.map(({ text }) => text).join("")).join("\n");

const MOMENT = "intake-registration-moment@new-private";
/** One question of each further kind of answer. */
const SHORT = [
  "first-contact-must-record@new-private",
  "stage-responsible@new-private.new-request",
  "stage-time-norm@new-private.new-request",
  "stage-rejected-result@new-private.measurement-result",
  "outcome-loss-reasons@new-private",
  "offer-discount-limits",
  "incentives-encouraged",
];
/** The facilitator lists them; the others introduce themselves. The template knows no such roles. */
const LISTED = ["sales-head", "director", "marketer", "installer-lead"];
const LATE = "Кирилл Новиков";

const asPattern = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));

test("twelve phones, a console and a wall play the windows story from a new workshop to the finished document", async ({
  visitor,
  tolerate,
}) => {
  test.setTimeout((LONGEST_S + 60) * 1000);
  tolerate("no connection");
  const began = performance.now();
  const watch = openStopwatch();
  const told = story();
  const asks = (key: string) =>
    asPattern(told.questions.find(({ id }) => id === key.split("@")[0])?.wording.ru ?? "no such question");
  const wordings = (key: string) => told.proposals.filter(({ question }) => question === key).map(textOf);

  const facilitator = await firstFacilitator(visitor);
  const director = told.participants.find(({ votes }) => !votes)?.name ?? "";
  let room!: Room;
  const phoneOf = new Map<string, Page>();
  const voters = (): Page[] => room.phones.filter((phone) => phone !== phoneOf.get(director));
  let texts: string[] = [];
  const othersThan = (phone: Page): Page[] => everybody(room).filter((page) => page !== phone);

  await watch.phase("gathering: eleven come by the code, most with a name that nobody had listed", async () => {
    const workshop = await newWorkshop(
      facilitator,
      told.participants.filter(({ role }) => LISTED.includes(role)),
    );
    const { code, projector } = await lookAtWall(facilitator, visitor);
    const phones = await Promise.all(
      told.participants.map(async ({ name, role }) => {
        const phone = await visitor(PHONE);
        phoneOf.set(name, phone);
        return LISTED.includes(role) ? comeAs(phone, code, name) : comeAsNew(phone, code, name, role);
      }),
    );
    room = { facilitator, projector, phones, workshop, code };
    await expect(projector.getByText("11 человек в комнате")).toBeVisible();
  });

  await watch.phase("silence: everybody thinks, a twelfth comes late, nobody sees a word", async () => {
    await openQuestion(room, asks(MOMENT));
    await press(facilitator, "Начать думать");
    await press(facilitator, "Действия");
    await facilitator.getByRole("menuitem", { name: /2 минуты/ }).click();
    const late = await comeAsNew(await visitor(PHONE), room.code, LATE, "sales-manager");
    room.phones.push(late);
    phoneOf.set(LATE, late);
    const ideas = told.ideas.filter(({ question }) => question === MOMENT).map(({ text }) => text);
    texts = room.phones.map((_, at) => ideas[at] ?? `Мысль номер ${at + 1}`);
    await Promise.all(
      room.phones.map(async (phone, at) => {
        await phone.getByLabel("Ваша идея").fill(texts[at] ?? "");
        await press(phone, "Добавить идею");
        await expect(phone.getByRole("button", { name: "Забрать назад" })).toHaveCount(1);
      }),
    );
    const walls = [facilitator, room.projector];
    for (const [at, phone] of room.phones.entries())
      await watch.reaches("ready", `Готовы ${at + 1} из 12`, walls, () => press(phone, "Я готов"));
    for (const [at, text] of texts.entries())
      for (const page of everybody(room))
        if (page !== room.phones[at]) await expect(page.getByText(text, { exact: true })).toHaveCount(0);
    await press(facilitator, "Показать идеи");
    for (const page of everybody(room))
      for (const text of texts)
        await expect(page.locator("article p").filter({ hasText: asPattern(text) })).toHaveCount(
          texts.filter((other) => other.includes(text)).length,
        );
  });

  await watch.phase("grouping: what is alike lies together, and every text stays", async () => {
    const card = facilitator
      .getByRole("article")
      .filter({ has: facilitator.locator("p", { hasText: "Мысль номер 12" }) });
    await card.getByRole("combobox").selectOption({ label: "Мысль номер 11" });
    for (const page of everybody(room)) {
      const group = page.getByRole("listitem").filter({ has: page.locator("p", { hasText: "Мысль номер 11" }) });
      await expect(group.locator("p").filter({ hasText: "Мысль номер 12" })).toBeVisible();
      for (const text of texts)
        await expect(page.locator("article p").filter({ hasText: asPattern(text) })).not.toHaveCount(0);
    }
    await press(facilitator, "Перейти к формулировке");
  });

  const [first = "", second = ""] = wordings(MOMENT);
  const anna = phoneOf.get("Анна Юсупова") as Page;
  const viktor = phoneOf.get("Виктор Осипов") as Page;

  await watch.phase("wording: two write at once, twelve read along", async () => {
    await Promise.all(everybody(room).map((page) => expect(page.locator("[data-synced=true]")).toBeVisible()));
    const middle = first.indexOf(" ", first.length / 2);
    await wordingOf(facilitator).click();
    await facilitator.keyboard.insertText(first.slice(0, middle));
    await expect(wordingOf(anna)).toContainText(first.slice(0, middle));
    await wordingOf(anna).click();
    await anna.keyboard.press("Control+End");
    // somebody's caret stands between the halves, with a name on it
    await watch.reaches("a phone writes in the wording", first.slice(middle + 1), othersThan(anna), () =>
      anna.keyboard.insertText(first.slice(middle)),
    );
  });

  await watch.phase("temperature: anonymous, shown to all at once", async () => {
    await press(facilitator, "Действия");
    await facilitator.getByRole("menuitem", { name: "Измерить температуру" }).click();
    await Promise.all(
      room.phones.map((phone, at) => press(phone, at % 3 === 0 ? /^2: с трудом/ : at % 3 === 1 ? /^4: / : /^5: /)),
    );
    await expect(facilitator.getByText("Ответили 12 человек")).toBeVisible();
    await press(facilitator, "Показать разброс");
    for (const page of everybody(room))
      await expect(
        page.getByRole("img", { name: /2: с трудом: 4, 3: терпимо: 0, 4: хорошо: 4, 5: рад ему: 4/ }),
      ).toBeVisible();
  });

  const objections = told.objections.filter(({ question }) => question === MOMENT);
  const unsigned = objections.find(({ by }) => by === null);
  const signed = objections.find(({ by }) => by !== null);
  const signer = phoneOf.get(told.participants.find(({ id }) => id === signed?.by)?.name ?? "") as Page;

  await watch.phase("first round: an objection without a name and one with, and axe looks on", async () => {
    await press(facilitator, "Открыть голосование");
    await expect((phoneOf.get(director) as Page).getByText("Идёт тайное голосование. Вы не голосуете")).toBeVisible();
    const object = async (phone: Page, { reason, wish }: { reason: string; wish: string }, named: boolean) => {
      await phone.getByRole("radio", { name: /^Возражаю/ }).check();
      await phone.getByLabel("Чему это навредит").fill(reason);
      await phone.getByLabel("Что нужно изменить").fill(wish);
      if (named) await phone.getByLabel("Подписать возражение моим именем").check();
      await press(phone, "Отправить голос");
      await expect(phone.getByText("Голос принят")).toBeVisible();
    };
    if (!unsigned || !signed) throw new Error("the story tells of no two objections");
    const rest = voters().filter((phone) => phone !== viktor && phone !== signer);
    const [reserved, abstaining, ...agreeing] = rest as [Page, Page, ...Page[]];
    await Promise.all([
      object(viktor, unsigned, false),
      object(signer, signed, true),
      ...agreeing.map(agree),
      reserve(reserved, "Проверить через месяц"),
    ]);
    for (const page of [abstaining, facilitator, room.projector]) expect(await violationsOn(page)).toEqual([]);
    await abstaining.getByRole("radio", { name: /^Воздерживаюсь/ }).check();
    await press(abstaining, "Отправить голос");
    await expect(facilitator.getByText("Ответили 11 из 11").first()).toBeVisible();
    for (const page of everybody(room))
      if (page !== viktor) await expect(page.getByText(unsigned.reason)).toHaveCount(0);
    await press(facilitator, "Закончить голосование");
    for (const page of everybody(room)) await expect(page.getByText("8 из 10 за: 80 %. Нужно 90 %")).toBeVisible();
    for (const page of [facilitator, ...room.phones]) await expect(page.getByText(unsigned.reason)).toBeVisible();
  });

  await watch.phase("reply: facilitator and objector write to each other, the objectors close", async () => {
    const letter = facilitator.getByRole("listitem").filter({ hasText: unsigned?.reason });
    await expect(letter.getByText("Без подписи")).toBeVisible();
    await letter.getByLabel("Ответить").fill("Если поставить отметку «ценовой запрос»?");
    await press(letter, "Отправить ответ");
    await expect(viktor.getByText("Если поставить отметку")).toBeVisible();
    await viktor.getByLabel("Ответить").fill("Тогда согласен, если в конверсию не входит");
    const readers = [facilitator, ...room.phones].filter((page) => page !== viktor);
    await watch.reaches("an objector answers", "Тогда согласен, если", readers, () => press(viktor, "Отправить ответ"));
    for (const phone of [viktor, signer]) await press(phone, "Учтено, согласен");
    await expect(facilitator.getByText("Учтено в тексте")).toHaveCount(2);
  });

  await watch.phase("second version: the changed words are marked, the second round adopts it", async () => {
    await press(facilitator, "К новой формулировке");
    await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
    await replaceWording(room, second);
    await press(facilitator, "Открыть голосование");
    for (const page of everybody(room)) await expect(page.locator("ins").first()).toBeVisible();
    await Promise.all(voters().map(agree));
    await press(facilitator, "Закончить голосование");
    for (const page of everybody(room)) await expect(page.getByText("11 из 11 за: 100 %. Нужно 90 %")).toBeVisible();
    await press(facilitator, "Записать решение");
    await Promise.all(everybody(room).map((page) => expect(page.getByText("Принято единогласно")).toBeVisible()));
  });

  await watch.phase("seven questions of seven further kinds of answers", async () => {
    for (const key of SHORT) {
      await openVote(room, asks(key), wordings(key).at(-1) ?? "");
      await Promise.all(voters().map(agree));
      await expect(facilitator.getByText("Ответили 11 из 11").first()).toBeVisible();
      await press(facilitator, "Закончить голосование");
      await press(facilitator, "Записать решение");
      await Promise.all(everybody(room).map((page) => expect(page.getByText("Принято единогласно")).toBeVisible()));
    }
  });

  let pulled = "";
  await watch.phase("package: the rest in one vote, one rule taken out by nobody knows whom", async () => {
    await press(facilitator, "Действия");
    await facilitator.getByRole("menuitem", { name: "Пакетное голосование" }).click();
    await press(facilitator, "Выбрать все");
    await press(facilitator, "Показать всем и голосовать");
    for (const page of everybody(room))
      await expect(page.getByRole("heading", { level: 1, name: "Пакетное голосование" })).toBeVisible();
    const rule = viktor.getByRole("listitem").filter({ hasText: "Вынести на обсуждение" }).first();
    pulled = (await rule.getByRole("paragraph").last().innerText()).trim();
    await press(rule, "Вынести на обсуждение");
    await viktor.getByLabel("Что в нём мешает").fill("Сначала спросим цех");
    const readers = [facilitator, ...room.phones].filter((page) => page !== viktor);
    await watch.reaches("a rule is taken out", "Вынесено на обсуждение", readers, () =>
      viktor.getByRole("button", { name: "Вынести", exact: true }).click(),
    );
    const [reserved, ...agreeing] = voters() as [Page, ...Page[]];
    await Promise.all([...agreeing.map(agree), reserve(reserved, "Пересмотреть через квартал")]);
    await expect(facilitator.getByText("Ответили 11 из 11").first()).toBeVisible();
    for (const page of everybody(room)) await expect(page.getByText("Сначала спросим цех")).toHaveCount(0);
    await press(facilitator, "Закончить голосование");
    await expect(facilitator.getByText("Принято", { exact: true }).first()).toBeVisible();
  });

  await watch.phase("closing: phones say goodbye", async () => {
    await press(facilitator, "Следующий вопрос");
    await expect(facilitator.getByRole("button", { name: "Действия" })).toBeVisible();
    await finish(facilitator);
    await Promise.all(
      room.phones.map((phone) => expect(phone.getByText("Мастерская закрыта. Спасибо за работу")).toBeVisible()),
    );
  });

  await watch.phase("document: what is downloaded says what was decided", async () => {
    await facilitator.goto(`/w/${room.workshop}/document`);
    const files: Record<string, Buffer> = {};
    await facilitator.getByText("Скачать", { exact: true }).click();
    for (const link of await facilitator.locator(".downloads a[download]").all()) {
      const [download] = await Promise.all([facilitator.waitForEvent("download"), link.click()]);
      files[download.suggestedFilename()] = readFileSync(await download.path());
    }
    const record: Story = JSON.parse(files["workshop.json"]?.toString() ?? "");
    const rules = record.decisions.map(({ proposal }) =>
      textOf(record.proposals.find(({ id }) => id === proposal) as Worded),
    );
    expect(rules.length).toBeGreaterThan(20);
    expect(rules[0]).toBe(second);
    for (const [at, key] of SHORT.entries()) expect(rules[at + 1]).toBe(wordings(key).at(-1));
    const word = loose(wordsOf(files["instruction.docx"] ?? Buffer.alloc(0)));
    const plain = loose(files["instruction.md"]?.toString() ?? "");
    for (const [at, rule] of rules.entries()) {
      // what an answer lists stands in tables and steps, under headings of their own
      for (const line of rule
        .split("\n")
        .map(loose)
        .filter((text) => /^[^·(]+[.!]$/.test(text))
        // in the card of a stage its steps have numbers of their own
        .map((text) => text.replace(/^\d+\. /, "").replace(/\.$/, ""))) {
        expect(word, rule).toContain(line);
        expect(plain, rule).toContain(line);
      }
      expect(plain).toContain(`R-${String(at + 1).padStart(2, "0")}, v`);
    }
    expect(plain).toContain(`**Принято правил:** ${rules.length}  `);
    // the rule that was taken out is in nothing that is in force
    expect(pulled.length).toBeGreaterThan(10);
    expect(rules).not.toContain(pulled);
    // what was said without a name is in the record without one
    expect(record.objections.filter(({ by }) => by === null).map(({ reason }) => reason)).toEqual([unsigned?.reason]);
    expect(record.rounds[0]?.ballots).toHaveLength(11);
  });

  const seconds = (performance.now() - began) / 1000;
  const slowest = p95(watch.delays.flatMap(({ ms }) => ms));
  const byKind = [...new Set(watch.delays.map(({ what }) => what))].map((what) => {
    const ms = watch.delays.filter((delay) => delay.what === what).flatMap((delay) => delay.ms);
    return `${what}: p95 ${p95(ms)} ms of ${ms.length}`;
  });
  for (const { name, seconds: took } of watch.phases) console.log(`${took.toFixed(1).padStart(6)} s  ${name}`);
  console.log(`${seconds.toFixed(1).padStart(6)} s  all; others see it: p95 ${slowest} ms (${byKind.join("; ")})`);
  test.info().annotations.push({ type: "one phone's action on all others' screens", description: `p95 ${slowest} ms` });
  for (const description of byKind) test.info().annotations.push({ type: "latency", description });
  expect(slowest).toBeLessThan(SLOWEST_MS);
  expect(seconds).toBeLessThan(LONGEST_S);
});

const reserve = async (phone: Page, concern: string): Promise<void> => {
  await phone.getByRole("radio", { name: /^Согласен с оговоркой/ }).check();
  await phone.getByLabel("Оговорка одной строкой").fill(concern);
  await press(phone, "Отправить голос");
  await expect(phone.getByText("Голос принят")).toBeVisible();
};

const replaceWording = async ({ facilitator, phones }: Room, text: string): Promise<void> => {
  await wordingOf(facilitator).click();
  await facilitator.keyboard.press("Control+A");
  await facilitator.keyboard.insertText(text);
  for (const phone of phones) await expect(wordingOf(phone)).toHaveText(asPattern(text));
};

/** A document keeps a number together with its unit, and spells out the sign that many fonts lack. */
const loose = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ").replace(/₽\.?/g, "руб.");

/** All that a Word file says, paragraph by paragraph. */
const wordsOf = (docx: Buffer): string =>
  strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array())
    .replaceAll("</w:p>", "\n")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
