import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import {
  agree,
  assemble,
  everybody,
  firstFacilitator,
  openQuestion,
  press,
  type Room,
  settle,
  wordingOf,
} from "./team.ts";
import { expect, test } from "./visitors.ts";

const FILES = [
  "instruction.docx",
  "instruction.md",
  "instruction.html",
  "pipeline.json",
  "requirements.md",
  "reviews.ics",
  "workshop.json",
];

/** Every byte that reaches a page: documents, data, and the frames of its sockets. */
const listen = (page: Page): { heard: () => Promise<string> } => {
  const parts: (string | Promise<string>)[] = [];
  page.on("response", (response) => {
    if (/\/assets\//.test(response.url())) return;
    parts.push(response.text().catch(() => ""));
  });
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) =>
      parts.push(typeof payload === "string" ? payload : payload.toString("utf8")),
    );
  });
  return { heard: async () => (await Promise.all(parts)).join("\n") };
};

/** Asks for everything that a person could ask for now: page, loader data, document, files. */
const askForAll = async (page: Page, room: Room): Promise<string> => {
  const texts: string[] = [];
  const paths = [
    page === room.projector ? new URL(page.url()).pathname : `/w/${room.workshop}`,
    `/w/${room.workshop}/console`,
    `/w/${room.workshop}/document`,
    ...FILES.map((file) => `/w/${room.workshop}/files/${file}`),
  ];
  for (const one of paths)
    for (const url of [one, `${one}.data`]) {
      const answer = await page.request.get(url);
      if (answer.ok()) texts.push(readable(await answer.body()));
    }
  return texts.join("\n");
};

/** A Word file is a compressed archive: what it says is found in its parts only. */
const readable = (body: Buffer): string =>
  body.subarray(0, 2).toString() === "PK"
    ? Object.values(unzipSync(body))
        .map((part) => Buffer.from(part).toString("utf8"))
        .join("\n")
    : body.toString("utf8");

const bytesOf = (folder: string): string =>
  ["reglament.sqlite", "reglament.sqlite-wal", "texts.sqlite", "texts.sqlite-wal"]
    .map((name) => {
      try {
        return readFileSync(path.join(folder, name), "latin1");
      } catch {
        return "";
      }
    })
    .join("\n");

test("what is still silent reaches nobody else: not a page, not a feed, not a file, and ballots are tied to no one", {
  tag: ["@silence"],
}, async ({ server, visitor, tolerate }) => {
  test.setTimeout(480_000);
  tolerate("no connection");
  // asking for everything is refused where it should be, and moving on early is refused once on purpose
  tolerate(/status of (403|404|409)/);
  const facilitator = await firstFacilitator(visitor);
  const room = await assemble(facilitator, visitor);
  const [oleg, anna, viktor] = room.phones;
  // one rule is in force, so that there is a document and a pipeline to leak into
  await settle(room, /Что поощряем и как именно/, "Месяц без просрочек поощряем надбавкой.");

  const listeners = [facilitator, room.projector, oleg, anna].map(listen);
  for (const page of [facilitator, room.projector, oleg, anna]) await page.reload();

  const hidden = {
    idea: "Секретная мысль Виктора",
    concern: "Тайная оговорка Виктора",
    reason: "Тайный довод Виктора",
    wish: "Тайное желание Виктора",
  };
  const others = [facilitator, room.projector, oleg, anna];
  const nothingOf = async (secrets: string[], when: string) => {
    const asked = await Promise.all(others.map((page) => askForAll(page, room)));
    const heard = await Promise.all(listeners.map((listener) => listener.heard()));
    for (const secret of secrets)
      for (const [index, text] of [...asked, ...heard].entries())
        expect(text.includes(secret), `${when}: «${secret}» reached ${index}`).toBe(false);
  };

  await test.step("while people think", async () => {
    await openQuestion(room, /С какого момента обращение клиента/);
    await press(facilitator, "Начать думать");
    await viktor.getByLabel("Ваша идея").fill(hidden.idea);
    await press(viktor, "Добавить идею");
    await expect(viktor.getByRole("button", { name: "Забрать назад" })).toBeVisible();
    await viktor.reload();
    await expect(viktor.getByText(hidden.idea)).toBeVisible();
    await press(viktor, "Я готов");
    await expect(facilitator.getByText("Готовы 1 из 3").first()).toBeVisible();
    await nothingOf([hidden.idea], "thinking");
  });

  await test.step("after the reveal the idea is there for all, without its author", async () => {
    await press(facilitator, "Показать идеи");
    await press(facilitator, "Всё равно дальше");
    for (const page of everybody(room)) await expect(page.getByText(hidden.idea).first()).toBeVisible();
    // the same ears that heard nothing before hear it now
    for (const listener of listeners) expect((await listener.heard()).includes(hidden.idea)).toBe(true);
    const file = await facilitator.request.get(`/w/${room.workshop}/files/workshop.json`);
    const idea = JSON.parse(await file.text()).ideas.find(({ text }: { text: string }) => text === hidden.idea);
    expect(Object.keys(idea).sort()).toEqual(["group", "id", "question", "seed", "text"]);
  });

  await test.step("while a round is open", async () => {
    await press(facilitator, "Перейти к формулировке");
    await expect(facilitator.locator("[data-synced=true]")).toBeVisible();
    await wordingOf(facilitator).click();
    await facilitator.keyboard.type("Регистрируем любое обращение.");
    await expect(wordingOf(oleg)).toContainText("любое обращение.");
    await press(facilitator, "Открыть голосование");
    await viktor.getByRole("radio", { name: /^Согласен с оговоркой/ }).check();
    await viktor.getByLabel("Оговорка одной строкой").fill(hidden.concern);
    await press(viktor, "Отправить голос");
    await expect(viktor.getByText("Голос принят")).toBeVisible();
    await nothingOf([hidden.concern], "a reservation in an open round");
    await press(viktor, "Изменить голос");
    await viktor.getByRole("radio", { name: /^Возражаю/ }).check();
    await viktor.getByLabel("Чему это навредит").fill(hidden.reason);
    await viktor.getByLabel("Что нужно изменить").fill(hidden.wish);
    await press(viktor, "Отправить голос");
    await expect(viktor.getByText("Голос принят")).toBeVisible();
    await nothingOf([hidden.concern, hidden.reason, hidden.wish], "an objection in an open round");
    for (const text of await Promise.all(listeners.map((listener) => listener.heard())))
      expect(text).not.toMatch(/"choice":\s*"object"/);
  });

  await test.step("after the round the ballots are counted and tied to no one, also with the data in hand", async () => {
    await agree(oleg);
    await agree(anna);
    await press(facilitator, "Закончить голосование");
    await expect(facilitator.getByText(hidden.reason)).toBeVisible();
    await expect(facilitator.getByText(hidden.concern)).toHaveCount(0);
    // the room answers an objection aloud, so the wall hears it too
    for (const listener of listeners)
      await expect.poll(async () => (await listener.heard()).includes(hidden.reason)).toBe(true);
    await expect(room.projector.getByText(hidden.reason)).toBeVisible();
    await expect(room.projector.getByText("любое обращение.")).toBeVisible();
    // asking for everything finds what is no secret any more: the searches above were no blind ones
    for (const page of others) expect((await askForAll(page, room)).includes(hidden.reason)).toBe(true);
    const cookies = (await Promise.all(room.phones.map((phone) => phone.context().cookies()))).flat();
    // a phone keeps the seat of each person who held it, and which of them holds it now
    const seats = new Set(cookies.filter(({ name }) => name.startsWith("seat-")).map(({ value }) => value));
    expect(seats.size).toBe(3);
    const keys = [...seats].map(
      (value) => JSON.parse(Buffer.from(value.split(".")[0] ?? "", "base64url").toString()).k as string,
    );
    await server.stop();
    const { Database } = await import("../../server/store/sqlite.ts");
    const sqlite = new Database(path.join(server.dataDir, "reglament.sqlite"), { readonly: true });
    const all = (table: string) => sqlite.prepare(`select * from ${table}`).all() as Record<string, unknown>[];
    const ballots = all("ballots").filter(({ concern }) => concern === null);
    expect(ballots.length).toBeGreaterThanOrEqual(6);
    expect(all("ballots").every(({ tag }) => tag === null)).toBe(true);
    expect(all("participations")).toEqual([]);
    expect(Object.keys(ballots[0] ?? {}).sort()).toEqual(["choice", "concern", "id", "round", "tag", "workshop"]);
    const people = all("participants").flatMap(({ id, name }) => [String(id), String(name)]);
    for (const table of ["ballots", "objections", "ideas"])
      for (const person of people) expect(JSON.stringify(all(table))).not.toContain(person);
    sqlite.close();
    const bytes = bytesOf(server.dataDir);
    for (const key of keys) {
      expect(bytes.includes(key)).toBe(false);
      expect(bytes.includes(Buffer.from(key, "base64url").toString("latin1"))).toBe(false);
    }
    expect(bytes.includes(Buffer.from(hidden.concern).toString("latin1"))).toBe(false);
    await server.restart();
  });
});
