import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import * as Y from "yjs";
import type { Account, Done, NewWorkshop, RoomDoor, Workshops } from "#context";
import type { Answer } from "#domain/answer.ts";
import { hashedText } from "#domain/proposal.ts";
import { wordingOf } from "#domain/wording.ts";
import { roomName } from "#server/collaboration/rooms.ts";
import { openWorkshops } from "#server/commands/workshops.ts";
import { readEnv } from "#server/env.ts";
import { build, type Services } from "#server/services.ts";

const WAY = { origin: "http://reglament.test", phones: "http://reglament.test", address: "192.0.2.1" };

export const newId = (): string => crypto.randomUUID();

/** A server on a data folder of its own; with a folder it goes on where another one stopped. */
export const openHouse = async (
  folder = mkdtempSync(path.join(tmpdir(), "reglament-")),
): Promise<{ services: Services; folder: string; workshops: Workshops }> => {
  const env = readEnv({ DATA_DIR: folder, LOG_LEVEL: "silent", SECRET: "a secret for tests only" });
  const services = await build(env);
  onTestFinished(async () => {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // people of a test are faster than people
  const limits = { join: async () => null, command: async () => null };
  return { services, folder, workshops: openWorkshops({ ...services.parts, limits }, WAY) };
};

const cookiesOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

export const asking = (cookie = "", url = "http://reglament.test/"): Request =>
  new Request(url, cookie ? { headers: { cookie } } : {});

export type Person = { id: string; name: string; cookie: string; door: RoomDoor; key: string };

export const PEOPLE: NewWorkshop["people"] = [
  { name: "Олег Гришин", role: "sales-head", department: "sales", head: true, votes: true },
  { name: "Анна Юсупова", role: "sales-manager", department: "sales", head: false, votes: true },
  { name: "Денис Карпов", role: "sales-manager", department: "sales", head: false, votes: true },
  { name: "Виктор Осипов", role: "production-head", department: "production", head: false, votes: true },
  { name: "Галина Мороз", role: "accountant", department: "accounting", head: false, votes: true },
  { name: "Игорь Светлов", role: "director", department: "management", head: false, votes: false },
];

export const NEW: NewWorkshop = {
  company: "ООО «Светлый проём»",
  template: "windows",
  dealType: "new-private",
  language: "ru",
  depth: "normal",
  threshold: { preset: "almost-unanimous", share: 0.9, smallGroup: false },
  people: PEOPLE,
  order: null,
};

export type Held = Awaited<ReturnType<typeof hold>>;

/** A workshop with a facilitator and people who have come, each with the cookie of an own browser. */
export const hold = async (input: Partial<NewWorkshop> = {}, folder?: string) => {
  const house = await openHouse(folder);
  const { services, workshops } = house;
  const entered = await services.accounts.signUp(
    { name: "Марина Лебедева", email: "marina@example.org", password: "correct horse battery" },
    asking(),
  );
  if ("refused" in entered) throw new Error(entered.refused);
  const cookie = cookiesOf(entered.headers);
  const account = (await services.accounts.who(asking(cookie))) as Account;
  const made = await workshops.create(account, { ...NEW, ...input });
  if ("refused" in made) throw new Error(made.refused);
  const facilitator = await doorOf(workshops, made.id, cookie);
  const code = (await facilitator.entrance())?.code ?? "";
  const invitation = await workshops.byCode(code, asking());
  if (!invitation || "refused" in invitation) throw new Error("the code does not open");
  const people: Person[] = [];
  for (const { id, name } of invitation.people) people.push(await come(house, made.id, code, id, name));
  return { ...house, workshop: made.id, account, facilitator, facilitatorCookie: cookie, code, people };
};

/** The cookies of a second facilitator of the same installation, invited by the first. */
export const heir = async ({ services, account }: Pick<Held, "services" | "account">): Promise<string> => {
  const { token } = await services.accounts.invite(account.id, null);
  const entered = await services.accounts.signUp(
    { name: "Пётр Второй", email: "petr@example.org", password: "correct horse battery", invitation: token },
    asking(),
  );
  if ("refused" in entered) throw new Error(entered.refused);
  return cookiesOf(entered.headers);
};

export const doorOf = async (workshops: Workshops, workshop: string, cookie: string): Promise<RoomDoor> => {
  const door = await workshops.enter(workshop, asking(cookie));
  if (!door) throw new Error("the door does not open");
  return door;
};

/** Somebody takes a listed name in a browser that has no cookie yet. */
export const come = async (
  { services, workshops }: { services: Services; workshops: Workshops },
  workshop: string,
  code: string,
  participant: string,
  name = "",
): Promise<Person> => {
  const joined = await workshops.join(code, { participant, name: "", role: "", department: "" }, asking());
  if ("refused" in joined) throw new Error(joined.refused);
  const cookie = cookiesOf(joined.headers);
  const seat = services.parts.seats.seatOf(asking(cookie), workshop);
  const key = seat?.deviceKey.toString("base64url") ?? "";
  return { id: participant, name, cookie, key, door: await doorOf(workshops, workshop, cookie) };
};

/** The wording and the answer as somebody in the room has just typed them; tells what the facilitator then sees. */
export const type = ({ services, workshop }: Held, question: string, text: string, answer: Answer): string => {
  services.rooms.write(roomName(workshop, question), (doc) => {
    const fragment = doc.getXmlFragment("wording");
    fragment.delete(0, fragment.length);
    const paragraphs = wordingOf(text).map((block) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(block.spans[0]?.text ?? "")]);
      return paragraph;
    });
    fragment.insert(0, paragraphs);
    const map = doc.getMap("answer");
    map.clear();
    for (const [key, value] of Object.entries(answer)) if (key !== "kind") map.set(key, value);
  });
  return hashedText(wordingOf(text), answer);
};

export const must = async (done: Promise<Done>): Promise<void> => {
  const said = await done;
  if ("refused" in said) throw new Error(`refused: ${said.refused} ${said.where ?? ""}`);
};

/** Leads a question from the start to wording, with nothing thought about it. */
export const lead = async ({ facilitator }: Held, question: string): Promise<void> => {
  await must(facilitator.openQuestion({ question }));
  await must(facilitator.movePhase({ question, from: "waiting", to: "think", confirmed: true }));
  await must(facilitator.movePhase({ question, from: "think", to: "reveal", confirmed: true }));
  await must(facilitator.movePhase({ question, from: "reveal", to: "word", confirmed: true }));
};

export const ballot = (choice: "agree" | "abstain") => ({ choice, concern: null, objection: null });

export const objecting = (reason: string, wish: string, named = false) => ({
  choice: "object" as const,
  concern: null,
  objection: { id: newId(), reason, wish, named },
});
