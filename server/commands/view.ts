import { askedOf } from "#domain/record.ts";
import { type Audience, type MineView, type Room, type SharedView, sharedView } from "#domain/room.ts";
import { groupOf } from "#domain/subgroups.ts";
import { ballotByTag } from "../store/ballots.ts";
import { ownIdeas } from "../store/ideas.ts";
import type { Loaded } from "../store/loaded.ts";
import { readingByTag } from "../store/temperatures.ts";
import { ballotTag, objectionTag } from "./ballots.ts";
import type { Guest, House } from "./house.ts";
import { ideaTag } from "./ideas.ts";
import { temperatureTag } from "./temperature.ts";

const roomOf = ({ record, kept, ready, finished, gaps }: Loaded, here: readonly string[]): Room => ({
  record,
  current: kept.current,
  ready,
  here,
  gaps,
  meeting: kept.meeting,
  clock: kept.clock,
  finished,
});

/** The room as it would be if a card of the groups were open: what a group drafts on, or reads of the other one. */
export const cardOf = (house: House, loaded: Loaded, audience: Audience, key: string): SharedView | null => {
  const { kept, record } = loaded;
  const asked = askedOf(record, key);
  const { subgroups } = kept.meeting;
  if (!subgroups || !asked || !groupOf(subgroups, asked)) return null;
  return sharedView({ ...roomOf(loaded, house.feed.here(kept.workshop.id)), current: key, ready: [] }, audience);
};

/** What all seats of an audience see of a workshop; the same object until something changes or somebody comes or goes. */
export const sharedOf = (house: House, loaded: Loaded, audience: Audience): SharedView => {
  const { kept, shown } = loaded;
  const here = house.feed.here(kept.workshop.id);
  const key = [audience, ...here].join(" ");
  const known = shown.get(key) ?? sharedView(roomOf(loaded, here), audience);
  shown.set(key, known);
  return known;
};

/** What one device sees of its own; nothing for a seat whose person is not on the list any more. */
export const mineOf = async (house: House, loaded: Loaded, seat: Guest["seat"]): Promise<MineView> => {
  const participant = loaded.record.participants.find(({ id }) => id === seat?.participant) ?? null;
  if (!seat || !participant)
    return { participant: null, ready: false, ideas: [], temperature: null, ballot: null, objections: [] };
  const own = loaded.own.get(seat.key) ?? ownOf(house, loaded, seat.key);
  loaded.own.set(seat.key, own);
  return { participant, ready: loaded.ready.includes(participant.id), ...((await own) as Own) };
};

type Own = Pick<MineView, "ideas" | "temperature" | "ballot" | "objections">;

const ownOf = async (house: House, { record, kept, marks }: Loaded, key: string): Promise<Own> => {
  const { id: workshop } = record.workshop;
  const ideas = marks.ideas.filter(({ id, tag }) => tag !== null && tag === ideaTag(house, key, id));
  const objections = marks.objections.filter(({ id, tag }) => tag !== null && tag === objectionTag(house, key, id));
  const round = marks.openRound;
  const ballot =
    round === null ? undefined : await ballotByTag(house.database, workshop, round, ballotTag(house, key, round));
  const { current } = kept;
  const isTaken = record.asked.some((asked) => asked.key === current && asked.temperature?.status === "open");
  const reading =
    isTaken && current !== null
      ? await readingByTag(house.database, workshop, current, temperatureTag(house, key, current))
      : undefined;
  return {
    ideas: await ownIdeas(
      house.database,
      workshop,
      ideas.map(({ id }) => id),
    ),
    temperature: reading?.value ?? null,
    ballot: ballot ? { round: ballot.round, choice: ballot.choice, concern: ballot.concern } : null,
    objections: objections.map(({ id }) => id).sort(),
  };
};
