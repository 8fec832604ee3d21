import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { sql } from "kysely";
import { RouterContextProvider } from "react-router";
import {
  type Accounts,
  accountsContext,
  askerContext,
  type Files,
  filesContext,
  logContext,
  ownTemplatesContext,
  verifierContext,
  type Workshops,
  workshopsContext,
} from "#context";
import { countGaps, gapsOf } from "#domain/gaps.ts";
import { say } from "#domain/language.ts";
import { logoOf } from "#exports/docx/logo.ts";
import { PLACEHOLDERS, reasonOf } from "#exports/template/index.ts";
import { catalogue } from "#templates";
import { cookieOf, languageOf } from "#words/language-of.ts";
import { openAccounts } from "./access/accounts.ts";
import { addressOf, rememberAddress } from "./access/address.ts";
import { openLimits } from "./access/limits.ts";
import { makeSameOrigin } from "./access/same-origin.ts";
import { openSeats, tagOf } from "./access/seat.ts";
import { makeJoinCode } from "./access/tokens.ts";
import { CLOSE } from "./collaboration/close-codes.ts";
import type { RoomCounts } from "./collaboration/counts.ts";
import { openRooms } from "./collaboration/rooms.ts";
import type { House } from "./commands/house.ts";
import { openLiveDoors } from "./commands/live-doors.ts";
import { openOwnTemplates } from "./commands/own-templates.ts";
import { openProjectorLinks } from "./commands/projector-link.ts";
import { openReadingLinks } from "./commands/reading-link.ts";
import { openVerifier } from "./commands/verifying.ts";
import { openWorkshops, type Parts, type Way } from "./commands/workshops.ts";
import { type Env, readEnv } from "./env.ts";
import { openExporter } from "./exporting/index.ts";
import type { FeedCounts } from "./feed/channel.ts";
import { openFeed } from "./feed/feed.ts";
import { openLog } from "./log.ts";
import { commitSeconds, counter, gauge } from "./metrics.ts";
import { reachableOrigin } from "./reachable.ts";
import { openDatabase } from "./store/database.ts";
import { openLoaded } from "./store/loaded.ts";
import type { RecordDatabase } from "./store/tables.ts";
import { openTextLog } from "./store/text-log.ts";

export type Services = Awaited<ReturnType<typeof build>>;

/** Everything that the process has one of. In development modules are evaluated anew after an edit; these stay. */
export const openServices = async (): Promise<Services> => {
  const kept = globalThis as { reglament?: Promise<Services> };
  kept.reglament ??= build(readEnv(process.env)).then(watch);
  return kept.reglament;
};

/** Shows what is going on in the figures of the process. */
const watch = (services: Services): Services => {
  const { feed, rooms } = services;
  gauge("reglament_feed_seats", "Browsers that follow a workshop", () => feed.counts().seats);
  gauge("reglament_text_seats", "Browsers that have a shared text open", () => rooms.counts().seats);
  gauge("reglament_text_rooms", "Shared texts in memory", () => rooms.counts().rooms);
  const counted: [name: string, help: string, read: (counts: RoomCounts) => number][] = [
    ["updates", "Updates received from browsers", ({ updates }) => updates],
    ["received_bytes", "Bytes of these updates", ({ bytesIn }) => bytesIn],
    ["sent_bytes", "Bytes written to browsers", ({ bytesOut }) => bytesOut],
    ["slow_seats", "Times that a slow browser was left alone and read the log on", ({ drops }) => drops],
    ["compactions", "Logs of texts put together into one row", ({ compactions }) => compactions],
    ["refused_writes", "Updates from browsers that may only read", ({ refusedWrites }) => refusedWrites],
    ["malformed_frames", "Frames that no client of the protocol sends", ({ malformed }) => malformed],
  ];
  for (const [name, help, read] of counted) counter(`reglament_text_${name}_total`, help, () => read(rooms.counts()));
  const fed: [name: string, help: string, read: (counts: FeedCounts) => number][] = [
    ["snapshots", "Whole views sent to browsers", ({ snapshots }) => snapshots],
    ["patches", "Changes of views sent to browsers", ({ patches }) => patches],
    ["sent_bytes", "Bytes of both", ({ bytesOut }) => bytesOut],
    ["slow_seats", "Times that a slow browser missed changes and got a snapshot", ({ drops }) => drops],
  ];
  for (const [name, help, read] of fed) counter(`reglament_feed_${name}_total`, help, () => read(feed.counts()));
  return services;
};

/** Puts the server together from its settings: the only place that picks what each part works with. */
export const build = async (env: Env) => {
  const log = openLog(env.LOG_LEVEL);
  const store = openDatabase(env.DATA_DIR, env.TEXTS_SYNC);
  const database = store.db as unknown as RecordDatabase;
  const limits = openLimits();
  const now = () => new Date();
  const account: Accounts = openAccounts({
    db: store.db as never,
    secret: env.SECRET,
    publicUrl: env.PUBLIC_URL,
    limits,
    now,
  });
  const accounts: Accounts = {
    ...account,
    async signOut(request) {
      const done = await account.signOut(request);
      // whose console it is, is asked at the door: the other tabs of this browser are shut there, all others come in again
      feed.closeSeats(({ audience }) => audience === "facilitator", CLOSE.stopping, "somebody signed out");
      rooms.closeSeats(({ seatId }) => seatId === "facilitator", CLOSE.stopping, "somebody signed out");
      return done;
    },
  };
  const seats = openSeats({ secret: env.SECRET, secure: env.PUBLIC_URL?.startsWith("https:") ?? false });
  const links = openProjectorLinks(env.SECRET);
  const readingLinks = openReadingLinks(env.SECRET);
  const sameOrigin = makeSameOrigin(env.PUBLIC_URL);
  const countsOf = (record: Parameters<typeof gapsOf>[0]) => countGaps(gapsOf(record, catalogue));
  const loaded = openLoaded(database, countsOf);

  const house: House = {
    database,
    loaded,
    tagOf: (key: string, thing: string) => tagOf(Buffer.from(key, "base64url"), thing),
    now,
    newId: randomUUID,
    newCode: makeJoinCode,
    forgetOrder: () => forgetOrder(database),
    log,
    // rooms and feed let people in by what the house knows, and the house speaks to both
    get texts() {
      return rooms;
    },
    get feed() {
      return feed;
    },
  };
  const parts: Parts = {
    house,
    accounts,
    seats,
    links,
    readingLinks,
    limits,
    newWorkshopId: () => randomBytes(8).toString("hex"),
  };
  const doors = openLiveDoors(parts);
  const rooms = openRooms({
    log: openTextLog(store.texts, log),
    admit: doors.admitToText,
    sameOrigin,
    logger: log,
    now: Date.now,
    onCommit: (ms) => commitSeconds.observe(ms / 1000),
  });
  const feed = openFeed({ admit: doors.admitToFeed, sameOrigin, viewOf: doors.viewOf, logger: log, now: Date.now });
  const ownTemplates = openOwnTemplates(house, parts.newWorkshopId);
  const address = env.PUBLIC_URL ?? null;
  const exporter = openExporter();
  const files: Files = {
    make: (record, name, language, { onStep, ...making } = {}) =>
      exporter.run("make", { record, name, language, making: { ...making, address } }, onStep),
    fill: (record, template) => exporter.run("fill", { record, template, address }),
    placeholders: (language) =>
      Object.entries(PLACEHOLDERS).map(([name, { what }]) => ({ name, what: say(what, language) })),
    whyRefused(reason, language) {
      const why = reasonOf(reason);
      return why && say(why, language);
    },
    isLogo: (address) => logoOf(address) !== null,
  };

  return {
    env,
    log,
    sameOrigin,
    accounts,
    rooms,
    feed,
    parts,
    ownTemplates,
    workshops: (way: Way): Workshops => openWorkshops(parts, way),
    ping: async () => store.ping(),
    /** What routes of one request may ask for. `socketAddress` is the other end of the connection. */
    async context(request: Request, nonce: string, socketAddress?: string): Promise<RouterContextProvider> {
      if (socketAddress) rememberAddress(request, socketAddress, env.PUBLIC_URL?.startsWith("https:") ?? false);
      const context = new RouterContextProvider();
      const origin = env.PUBLIC_URL ?? new URL(request.url).origin;
      const way = { origin, phones: env.PUBLIC_URL ?? reachableOrigin(origin, env.HOST), address: addressOf(request) };
      context.set(accountsContext, accounts);
      context.set(workshopsContext, openWorkshops(parts, way));
      context.set(ownTemplatesContext, ownTemplates);
      context.set(filesContext, files);
      context.set(
        verifierContext,
        openVerifier({ house, limits, publicAddress: address, exporter }, addressOf(request)),
      );
      context.set(askerContext, { language: languageOf(request), theme: themeOf(request), nonce });
      context.set(logContext, (error) => log.error({ err: error }, "a request failed"));
      return context;
    },
    handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): boolean =>
      feed.handleUpgrade(request, socket, head) || rooms.handleUpgrade(request, socket, head),
    async close(): Promise<void> {
      await Promise.all([feed.stop(), rooms.stop(), exporter.close()]);
      await store.close();
    },
  };
};

const AGAIN_MS = 1_000;

/** Through the queue of the connection, for inside of somebody's transaction the log cannot be emptied. */
const forgetOrder = async (database: RecordDatabase): Promise<void> => {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database);
  // another process reads just now, a backup for instance
  if (rows[0]?.busy) setTimeout(() => forgetOrder(database).catch(() => undefined), AGAIN_MS).unref();
};

const themeOf = (request: Request): "light" | "dark" | "system" => {
  const chosen = cookieOf(request, "theme");
  return chosen === "light" || chosen === "dark" ? chosen : "system";
};
