import { openPackageRounds } from "#domain/package-vote.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import type { SharedView } from "#domain/room.ts";
import { ideaTags } from "./ideas.ts";
import { objectionTags } from "./objections.ts";
import { readyCounts, readyWith } from "./readiness.ts";
import { recordOf } from "./record.ts";
import { roundsOn } from "./rounds.ts";
import type { RecordDatabase } from "./tables.ts";
import { type KeptWorkshop, workshopById } from "./workshops.ts";

/**
 * What is known of one workshop until its next command. `marks` are those that devices left on the things of the current
 * question: ids and tags, no text, so that a device can find what is its own.
 */
export type Loaded = {
  record: WorkshopRecord;
  kept: KeptWorkshop;
  ready: readonly string[];
  /** Of the cards of the groups, how many say that they are finished. */
  finished: ReadonlyMap<string, number>;
  gaps: { errors: number; warnings: number };
  marks: {
    ideas: readonly { id: string; tag: string | null }[];
    objections: readonly { id: string; tag: string | null }[];
    openRound: string | null;
  };
  /** What single devices found to be their own, kept as long as this is. */
  own: Map<string, unknown>;
  /** What the audiences were shown of it, kept likewise. */
  shown: Map<string, SharedView>;
};

const KEPT = 200;

/** Maps keep the order of use here: the first key is the one that was not asked for the longest. */
const letGo = (map: Map<string, unknown>): void => {
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
};

/** What the completeness check looks at beside the set-up, which does not change. */
const checkedOf = ({ decisions, objections, participants, editorials }: WorkshopRecord): string =>
  JSON.stringify([
    editorials.length,
    decisions.map(({ id }) => id),
    objections.map(({ id, disposition }) => [id, disposition]),
    participants.map(({ id, department }) => [id, department]),
  ]);

/** Workshops as they were last read, each thrown away by the next change of it. */
export const openLoaded = (database: RecordDatabase, countGaps: (record: WorkshopRecord) => Loaded["gaps"]) => {
  const loading = new Map<string, Promise<Loaded | null>>();
  // the check takes longer than everything else together, and most commands leave its result as it is
  const counted = new Map<string, { of: string; gaps: Loaded["gaps"] }>();

  const gapsOf = (record: WorkshopRecord): Loaded["gaps"] => {
    const of = checkedOf(record);
    const known = counted.get(record.workshop.id);
    const gaps = known?.of === of ? known.gaps : countGaps(record);
    counted.delete(record.workshop.id);
    counted.set(record.workshop.id, { of, gaps });
    letGo(counted);
    return gaps;
  };

  const load = async (id: string): Promise<Loaded | null> => {
    const record = await recordOf(database, id);
    const kept = await workshopById(database, id);
    if (!record || !kept) return null;
    const { current } = kept;
    const rounds = current === null ? [] : await roundsOn(database, id, current);
    return {
      record,
      kept,
      ready: current === null ? [] : await readyWith(database, id, current),
      finished: kept.meeting.subgroups === null ? new Map() : await readyCounts(database, id),
      gaps: gapsOf(record),
      marks: {
        ideas: current === null ? [] : await ideaTags(database, id, current),
        objections: current === null ? [] : await objectionTags(database, id, current),
        openRound:
          rounds.find(({ status }) => status === "open")?.id ?? openPackageRounds(record.rounds)[0]?.id ?? null,
      },
      own: new Map(),
      shown: new Map(),
    };
  };

  return {
    of(id: string): Promise<Loaded | null> {
      const known = loading.get(id);
      if (known) {
        loading.delete(id);
        loading.set(id, known);
        return known;
      }
      const asked = load(id);
      loading.set(id, asked);
      asked
        .then((loaded) => loaded ?? loading.delete(id))
        .catch(() => {
          if (loading.get(id) === asked) loading.delete(id);
        });
      letGo(loading);
      return asked;
    },
    forget(id: string): void {
      loading.delete(id);
    },
  };
};

export type LoadedWorkshops = ReturnType<typeof openLoaded>;
