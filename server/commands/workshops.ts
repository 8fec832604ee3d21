import type { Accounts, Done, Entrance, ReadingInvitations, RoomDoor, Workshops } from "#context";
import type { Participant } from "#domain/participant.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { readWorkshopFile } from "#domain/workshop-file.ts";
import { questions } from "#question-bank";
import { demoRecord } from "#templates";
import type { Limits } from "../access/limits.ts";
import { mayArchive, mayFacilitate, mayReclaim, maySit } from "../access/policy.ts";
import type { Seats } from "../access/seat.ts";
import { CLOSE } from "../collaboration/close-codes.ts";
import type { Loaded } from "../store/loaded.ts";
import { keep } from "../store/record.ts";
import { setArchived, setConductor, workshopByCode, workshopsOf } from "../store/workshops.ts";
import { DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";
import { invitationOf, sit } from "./joining.ts";
import { newRecord } from "./new-workshop.ts";
import type { ProjectorLinks } from "./projector-link.ts";
import { openReaderDoor } from "./reading.ts";
import type { ReadingLinks } from "./reading-link.ts";
import { openDoor } from "./room-door.ts";
import { cardOf } from "./shelf.ts";
import { freeCode } from "./workshop-life.ts";

export type Parts = {
  house: House;
  accounts: Pick<Accounts, "who" | "byEmail">;
  seats: Seats;
  links: ProjectorLinks;
  readingLinks: ReadingLinks;
  limits: Pick<Limits, "join" | "command">;
  newWorkshopId: () => string;
};

/** Where the asker is and how the asker reached this server, with the origin under which phones reach it. */
export type Way = { origin: string; phones: string; address: string };

/** Who asks, by cookie alone: the account that owns the workshop, a person of its list, both, or null for neither. */
export const guestOf = async (
  parts: { accounts: Pick<Accounts, "who">; seats: Seats },
  request: Request,
  loaded: Loaded,
): Promise<Guest | null> => {
  const { workshop, participants } = { workshop: loaded.record.workshop.id, participants: loaded.record.participants };
  const isFacilitator = mayFacilitate(await parts.accounts.who(request), loaded.kept);
  const seat = parts.seats.seatOf(request, workshop);
  const isSeated = maySit(seat, participants);
  if (!isFacilitator && !isSeated) return null;
  return {
    workshop,
    isFacilitator,
    seat: seat && isSeated ? { participant: seat.participantId, key: seat.deviceKey.toString("base64url") } : null,
  };
};

/** From now on this account leads; the console of the one before is shut at once. */
const giveLead = async (
  house: House,
  { record, kept }: Loaded,
  { id, name }: { id: string; name: string },
): Promise<Done> => {
  const workshop = record.workshop.id;
  await setConductor(house.database, workshop, { conductor: id === kept.owner ? null : id, name });
  house.loaded.forget(workshop);
  house.feed.closeSeats((seat) => seat.workshopId === workshop && seat.audience === "facilitator", CLOSE.notAllowed);
  house.texts.closeSeats(
    (seat) => seat.room.startsWith(`${workshop}/`) && seat.seatId === "facilitator",
    CLOSE.notAllowed,
  );
  house.feed.changed(workshop);
  return DONE;
};

/** A record that comes from outside becomes a workshop of an account. */
export const bringIn = async (
  house: House,
  record: WorkshopRecord,
  owner: string,
  isDemo = false,
): Promise<{ id: string }> => {
  await house.database
    .transaction()
    .execute(async (trx) => keep(trx, record, { owner, code: await freeCode(house, trx), newId: house.newId, isDemo }));
  return { id: record.workshop.id };
};

/** The doors to the workshops, for one asker. */
export const openWorkshops = (parts: Parts, way: Way): Workshops => {
  const { house, seats, links, readingLinks, limits } = parts;

  const entranceOf = ({ kept }: Loaded): Entrance => ({
    code: kept.code,
    joinUrl: `${way.phones}/join/${kept.code}`,
    projectorUrl: `${way.origin}/projector/${links.tokenOf(kept.workshop.id, kept.screen)}`,
  });

  const readingOf = ({ kept, record }: Loaded, guest: Guest): ReadingInvitations => {
    const urlOf = (person: string | null) =>
      `${way.phones}/read/${readingLinks.tokenOf(kept.workshop.id, kept.entrance, person)}`;
    const people = record.participants.filter(
      (one) => !one.observer && (guest.isFacilitator || one.id === guest.seat?.participant),
    );
    return {
      people: people.map(({ id }) => ({ participant: id, url: urlOf(id) })),
      others: guest.isFacilitator ? urlOf(null) : null,
    };
  };

  const doorFor = (guest: Guest, loaded: Loaded): RoomDoor =>
    openDoor(house, {
      guest,
      audience: guest.isFacilitator ? "facilitator" : "participant",
      participant: loaded.record.participants.find(({ id }) => id === guest.seat?.participant) ?? null,
      limit: () => limits.command(`${guest.workshop} ${guest.seat?.participant ?? "facilitator"}`),
      entranceOf,
      readingOf,
    });

  /** The workshop of a reading link and whom it names; null when the link does not open or the person has left. */
  const readerOf = async (token: string): Promise<{ loaded: Loaded; person: Participant | null } | null> => {
    const loaded = await house.loaded.of(readingLinks.workshopIn(token));
    if (!loaded) return null;
    const named = readingLinks.personIn(token, loaded.kept.workshop.id, loaded.kept.entrance);
    if (named === undefined) return null;
    const person = loaded.record.participants.find(({ id }) => id === named) ?? null;
    return named !== null && !person ? null : { loaded, person };
  };

  const found = async (code: string): Promise<Awaited<ReturnType<typeof workshopByCode>> | Refusal> =>
    (await limits.join(way.address)) ?? workshopByCode(house.database, code);

  return {
    async shelf(account) {
      const loaded = await Promise.all((await workshopsOf(house.database, account)).map((id) => house.loaded.of(id)));
      return loaded.flatMap((known) =>
        known ? [cardOf(known, house.feed.here(known.record.workshop.id).length, account)] : [],
      );
    },

    async create(account, input) {
      const record = newRecord(input, {
        id: parts.newWorkshopId(),
        facilitator: account.name,
        createdAt: house.now().toISOString(),
        newId: house.newId,
      });
      return isRefusal(record) ? record : bringIn(house, record, account.id);
    },

    async createDemo(account, template, language) {
      const record = demoRecord(template, language, questions, parts.newWorkshopId());
      if (!record) throw new Error(`there is no demo workshop of the template ${template}`);
      return bringIn(house, record, account.id, true);
    },

    async openRecord(account, text) {
      const read = readWorkshopFile(text);
      if ("problem" in read) return read;
      const { record } = read;
      // an id of its own: the file may come from this very installation, where its workshop goes on
      const workshop = { ...record.workshop, id: parts.newWorkshopId() };
      return bringIn(house, { ...record, workshop }, account.id);
    },

    async byCode(code, request) {
      const kept = await found(code);
      if (!kept || isRefusal(kept)) return kept;
      return invitationOf(house, kept, seats.seatOf(request, kept.workshop.id)?.participantId ?? null);
    },

    async join(code, input, request) {
      const tooMany = await limits.join(way.address);
      if (tooMany) return tooMany;
      const seated = await sit(
        house,
        code,
        input,
        (workshop) => seats.seatOf(request, workshop)?.participantId ?? null,
      );
      if (isRefusal(seated)) return seated;
      const { workshop, participant } = seated;
      const headers = new Headers();
      // a new key would take from this device what it has already written
      if (seats.seatOf(request, workshop)?.participantId !== participant)
        for (const line of seats.issueSeat(request, workshop, participant)) headers.append("Set-Cookie", line);
      return { headers, workshop };
    },

    async handOver(workshop, email, request) {
      const loaded = await house.loaded.of(workshop);
      if (!loaded || !mayFacilitate(await parts.accounts.who(request), loaded.kept)) return refuse("not-allowed");
      const heir = await parts.accounts.byEmail(email);
      return heir ? giveLead(house, loaded, heir) : refuse("no-account");
    },

    async reclaim(workshop, request) {
      const loaded = await house.loaded.of(workshop);
      const account = await parts.accounts.who(request);
      if (!loaded || !account) return refuse("not-allowed");
      if (loaded.kept.conductor === account.id) return DONE;
      return mayReclaim(account, loaded.kept) ? giveLead(house, loaded, account) : refuse("not-allowed");
    },

    async archive(workshop, archived, request) {
      const loaded = await house.loaded.of(workshop);
      if (!loaded || !mayArchive(await parts.accounts.who(request), loaded.kept)) return refuse("not-allowed");
      await setArchived(house.database, workshop, archived ? house.now().toISOString() : null);
      house.loaded.forget(workshop);
      return DONE;
    },

    async pass(workshop, participant, request) {
      const loaded = await house.loaded.of(workshop);
      const guest = loaded && (await guestOf(parts, request, loaded));
      if (!guest?.seat) return refuse("not-allowed");
      if (!loaded?.record.participants.some(({ id }) => id === participant)) return refuse("no-such-thing");
      const headers = new Headers();
      for (const line of seats.issueSeat(request, workshop, participant)) headers.append("Set-Cookie", line);
      return { headers };
    },

    async enter(workshop, request) {
      const loaded = await house.loaded.of(workshop);
      const guest = loaded && (await guestOf(parts, request, loaded));
      return guest ? doorFor(guest, loaded) : null;
    },

    async read(token) {
      const reader = await readerOf(token);
      if (!reader) return null;
      const { id } = reader.loaded.kept.workshop;
      return openReaderDoor({
        house,
        workshop: id,
        person: reader.person,
        limit: () => limits.command(`${id} reading ${reader.person?.id ?? way.address}`),
        load: async () => (await house.loaded.of(id))?.record ?? reader.loaded.record,
      });
    },

    async sitByLink(token, request) {
      const reader = await readerOf(token);
      if (!reader?.person) return null;
      const { id } = reader.loaded.kept.workshop;
      const headers = new Headers();
      if (seats.seatOf(request, id)?.participantId !== reader.person.id)
        for (const line of seats.issueSeat(request, id, reader.person.id)) headers.append("Set-Cookie", line);
      return { headers, workshop: id };
    },

    async project(token) {
      const loaded = await house.loaded.of(links.workshopIn(token));
      if (!loaded || !links.isGood(token, loaded.kept.workshop.id, loaded.kept.screen)) return null;
      return openDoor(house, {
        guest: { workshop: loaded.kept.workshop.id, isFacilitator: false, seat: null },
        audience: "projector",
        participant: null,
        limit: async () => refuse("not-allowed"),
        entranceOf,
        readingOf,
      });
    },
  };
};
