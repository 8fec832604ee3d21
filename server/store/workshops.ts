import { z } from "zod";
import { Timer } from "#domain/agenda.ts";
import { Clock, UNWOUND } from "#domain/clock.ts";
import { DealType, TypicalOrder } from "#domain/deal-type.ts";
import { type Meeting, PLAIN_MEETING } from "#domain/meeting.ts";
import { Subgroups } from "#domain/subgroups.ts";
import { Threshold } from "#domain/threshold.ts";
import { Workshop } from "#domain/workshop.ts";
import type { Db, RecordTables } from "./tables.ts";

const SetUp = z.object({
  templateVersion: Workshop.shape.templateVersion,
  threshold: Threshold,
  departments: Workshop.shape.departments,
  roles: Workshop.shape.roles,
  dealTypes: z.array(DealType),
  order: TypicalOrder,
  existing: Workshop.shape.existing,
  survey: Workshop.shape.survey,
  startedAt: Workshop.shape.startedAt,
  editions: Workshop.shape.editions,
  brand: Workshop.shape.brand,
});

/** A workshop with what belongs to running it and not to its record. */
export type KeptWorkshop = {
  workshop: Workshop;
  owner: string;
  /** The account that leads; the owner unless the role was handed over. */
  conductor: string;
  current: string | null;
  code: string;
  /** How often the code, and the wall's link, were renewed: links name it, and an older one is dead. */
  entrance: number;
  screen: number;
  meeting: Meeting;
  clock: Clock;
  /** When the owner put it away from the shelf; null while it stands there. */
  archivedAt: string | null;
  isDemo: boolean;
};

/** The part of a workshop that is kept as one JSON text. */
const setUpOf = (workshop: Workshop): z.infer<typeof SetUp> => SetUp.parse(workshop);

const keptOf = (row: RecordTables["workshops"]): KeptWorkshop => ({
  workshop: {
    id: row.id,
    company: row.company,
    title: row.title,
    language: row.language,
    template: row.template,
    ...SetUp.parse(JSON.parse(row.set_up)),
    status: row.status,
    createdAt: row.created_at,
    facilitator: row.facilitator,
  },
  owner: row.owner,
  conductor: row.conductor ?? row.owner,
  current: row.current,
  code: row.code,
  entrance: row.entrance,
  screen: row.screen,
  meeting: {
    calledAt: row.called_at,
    isLocked: row.locked === 1,
    isSigned: row.signed === 1,
    pause: row.pause === null ? null : Timer.parse(JSON.parse(row.pause)),
    subgroups: row.subgroups === null ? null : Subgroups.parse(JSON.parse(row.subgroups)),
  },
  clock: row.clock === null ? UNWOUND : Clock.parse(JSON.parse(row.clock)),
  archivedAt: row.archived_at,
  isDemo: row.demo === 1,
});

export const workshopById = async (db: Db, id: string): Promise<KeptWorkshop | null> => {
  const row = await db.selectFrom("workshops").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? keptOf(row) : null;
};

/** Join codes are compared as they are typed on a phone: without regard to case. */
export const workshopByCode = async (db: Db, code: string): Promise<KeptWorkshop | null> => {
  const row = await db.selectFrom("workshops").selectAll().where("code", "=", code.toUpperCase()).executeTakeFirst();
  return row ? keptOf(row) : null;
};

/** Gives the lead to an account; `name` is what people then read. The owner's own lead is kept as none. */
export const setConductor = async (
  db: Db,
  workshop: string,
  { conductor, name }: { conductor: string | null; name: string },
): Promise<void> => {
  await db.updateTable("workshops").set({ conductor, facilitator: name }).where("id", "=", workshop).execute();
};

/** The workshops that an account owns or leads, the newest first. */
export const workshopsOf = async (db: Db, account: string): Promise<string[]> => {
  const rows = await db
    .selectFrom("workshops")
    .select("id")
    .where((or) => or.or([or("owner", "=", account), or("conductor", "=", account)]))
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
};

export const addWorkshop = async (
  db: Db,
  {
    workshop,
    owner,
    current,
    code,
    entrance,
    screen,
    isDemo,
  }: Omit<KeptWorkshop, "conductor" | "meeting" | "clock" | "archivedAt">,
): Promise<void> => {
  await db
    .insertInto("workshops")
    .values({
      id: workshop.id,
      owner,
      conductor: null,
      company: workshop.company,
      title: workshop.title,
      language: workshop.language,
      template: workshop.template,
      set_up: JSON.stringify(setUpOf(workshop)),
      status: workshop.status,
      created_at: workshop.createdAt,
      facilitator: workshop.facilitator,
      current,
      code,
      entrance,
      screen,
      demo: isDemo ? 1 : 0,
      ...meetingRow(PLAIN_MEETING),
      clock: null,
    })
    .execute();
};

const meetingRow = ({ calledAt, isLocked, isSigned, pause, subgroups }: Meeting) => ({
  called_at: calledAt,
  locked: isLocked ? 1 : 0,
  signed: isSigned ? 1 : 0,
  pause: pause && JSON.stringify(pause),
  subgroups: subgroups && JSON.stringify(subgroups),
});

export const setMeeting = async (db: Db, workshop: string, meeting: Meeting): Promise<void> => {
  await db.updateTable("workshops").set(meetingRow(meeting)).where("id", "=", workshop).execute();
};

export const setClock = async (db: Db, workshop: string, clock: Clock): Promise<void> => {
  await db
    .updateTable("workshops")
    .set({ clock: JSON.stringify(clock) })
    .where("id", "=", workshop)
    .execute();
};

/** `at` is the time of putting away, null to bring it back. */
export const setArchived = async (db: Db, workshop: string, at: string | null): Promise<void> => {
  await db.updateTable("workshops").set({ archived_at: at }).where("id", "=", workshop).execute();
};

export const isCodeTaken = async (db: Db, code: string): Promise<boolean> =>
  (await db.selectFrom("workshops").select("id").where("code", "=", code).executeTakeFirst()) !== undefined;

export const setCurrent = async (db: Db, workshop: string, current: string | null): Promise<void> => {
  await db.updateTable("workshops").set({ current }).where("id", "=", workshop).execute();
};

export const setSetUp = async (db: Db, workshop: Workshop): Promise<void> => {
  const { company, title } = workshop;
  await db
    .updateTable("workshops")
    .set({ company, title, set_up: JSON.stringify(setUpOf(workshop)) })
    .where("id", "=", workshop.id)
    .execute();
};

export const setStatus = async (db: Db, workshop: string, status: "open" | "closed"): Promise<void> => {
  await db.updateTable("workshops").set({ status }).where("id", "=", workshop).execute();
};

/** A new join code; links to read the regulation by are renewed with it. */
export const renewCode = async (db: Db, workshop: string, code: string): Promise<void> => {
  await db
    .updateTable("workshops")
    .set(({ eb }) => ({ code, entrance: eb("entrance", "+", 1) }))
    .where("id", "=", workshop)
    .execute();
};

export const renewScreen = async (db: Db, workshop: string): Promise<void> => {
  await db
    .updateTable("workshops")
    .set(({ eb }) => ({ screen: eb("screen", "+", 1) }))
    .where("id", "=", workshop)
    .execute();
};
