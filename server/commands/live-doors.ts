import type { IncomingMessage } from "node:http";
import type { AskedQuestion } from "#domain/agenda.ts";
import { placeOfRoom, placesIn } from "#domain/editorial.ts";
import type { JsonObject } from "#domain/patch.ts";
import type { Audience } from "#domain/room.ts";
import { isDrafted, mayDraft } from "#domain/subgroups.ts";
import { catalogue } from "#templates";
import { CLOSE } from "../collaboration/close-codes.ts";
import type { Refused } from "../collaboration/entry.ts";
import { type Admission, roomName, roomOfPath } from "../collaboration/rooms.ts";
import type { Views } from "../feed/channel.ts";
import { workshopOfPath } from "../feed/feed.ts";
import type { FeedSeat } from "../feed/seat.ts";
import type { Loaded } from "../store/loaded.ts";
import { isWritable } from "./entering.ts";
import type { Guest } from "./house.ts";
import { mineOf, sharedOf } from "./view.ts";
import { guestOf, type Parts } from "./workshops.ts";

const ABSENT: Refused = { refuse: CLOSE.gone, why: "there is no such workshop" };
const NOT_ALLOWED: Refused = { refuse: CLOSE.notAllowed, why: "no business there" };

type Asker = { audience: Audience; guest: Guest; loaded: Loaded };

/** Who may follow a workshop and write in its texts, by the same cookies and tokens as pages. */
export const openLiveDoors = (parts: Parts) => {
  const { house, links } = parts;

  const asker = async (workshop: string, request: IncomingMessage): Promise<Asker | Refused> => {
    const loaded = await house.loaded.of(workshop);
    if (!loaded) return ABSENT;
    const url = new URL(request.url ?? "", "http://site.invalid");
    const token = url.searchParams.get("projector");
    if (token !== null) {
      const isGood = links.isGood(token, workshop, loaded.kept.screen) && links.workshopIn(token) === workshop;
      return isGood
        ? { audience: "projector", guest: { workshop, isFacilitator: false, seat: null }, loaded }
        : NOT_ALLOWED;
    }
    const guest = await guestOf(parts, new Request(url, { headers: headersOf(request) }), loaded);
    return guest ? { audience: guest.isFacilitator ? "facilitator" : "participant", guest, loaded } : NOT_ALLOWED;
  };

  return {
    async admitToFeed(request: IncomingMessage): Promise<FeedSeat | Refused> {
      const workshop = workshopOfPath(request.url);
      const found = workshop === null ? ABSENT : await asker(workshop, request);
      if ("refuse" in found) return found;
      const { audience, guest } = found;
      return {
        workshopId: guest.workshop,
        audience,
        ...(guest.seat && { participantId: guest.seat.participant }),
        seatKey: guest.seat?.key ?? "",
      };
    },

    async admitToText(request: IncomingMessage): Promise<Admission | Refused> {
      const room = roomOfPath(request.url);
      const found = room === null ? ABSENT : await asker(room.workshop, request);
      if ("refuse" in found || !room) return "refuse" in found ? found : ABSENT;
      const { audience, guest, loaded } = found;
      // who leads and has a seat too is here as who leads: with the lead goes the right to write in every text
      const seatId = audience === "participant" ? (guest.seat?.participant ?? audience) : audience;
      const place = placeOfRoom(room.name);
      if (place !== null && placesIn(catalogue.sections).includes(place))
        return {
          room: roomName(room.workshop, room.name),
          write: audience === "facilitator" || isWriter(found),
          seatId,
          isWritable: loaded.kept.workshop.status === "open",
        };
      const asked = loaded.record.asked.find(({ key }) => key === room.name);
      if (!asked) return ABSENT;
      return {
        room: roomName(room.workshop, asked.key),
        write: mayWrite(found, asked),
        seatId,
        isWritable: isWritable(loaded.kept, asked),
      };
    },

    async viewOf(workshop: string): Promise<Views | null> {
      const loaded = await house.loaded.of(workshop);
      if (!loaded) return null;
      return {
        shared: (audience) => sharedOf(house, loaded, audience) as unknown as JsonObject,
        mine: async ({ participantId, seatKey }) =>
          (await mineOf(
            house,
            loaded,
            participantId === undefined ? null : { participant: participantId, key: seatKey },
          )) as unknown as JsonObject,
      };
    },
  };
};

/** Who sits in the room and does not only look on. */
const isWriter = ({ audience, guest, loaded }: Asker): boolean => {
  const person = loaded.record.participants.find(({ id }) => id === guest.seat?.participant);
  return audience === "participant" && person !== undefined && !person.observer;
};

/** The wall and observers read; while the groups draft, a card belongs to one of them and to the facilitator. */
const mayWrite = ({ audience, guest, loaded }: Asker, asked: AskedQuestion): boolean => {
  if (audience !== "participant") return audience === "facilitator";
  const { subgroups } = loaded.kept.meeting;
  const person = loaded.record.participants.find(({ id }) => id === guest.seat?.participant);
  if (!person || person.observer) return false;
  return !isDrafted(subgroups, asked) || mayDraft(subgroups, asked, person.id);
};

const headersOf = (request: IncomingMessage): Headers => {
  const headers = new Headers();
  if (request.headers.cookie) headers.set("cookie", request.headers.cookie);
  return headers;
};
