import type { WorkshopRecord } from "#domain/record.ts";
import { ideaTags } from "./ideas.ts";
import { objectionTags } from "./objections.ts";
import { readyWith } from "./readiness.ts";
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
  gaps: { errors: number; warnings: number };
  marks: {
    ideas: readonly { id: string; tag: string | null }[];
    objections: readonly { id: string; tag: string | null }[];
    openRound: string | null;
  };
  /** What single devices found to be their own, kept as long as this is. */
  own: Map<string, unknown>;
};

const KEPT = 200;

/** Workshops as they were last read, each thrown away by the next change of it. */
export const openLoaded = (database: RecordDatabase, gapsOf: (record: WorkshopRecord) => Loaded["gaps"]) => {
  const loading = new Map<string, Promise<Loaded | null>>();

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
      gaps: gapsOf(record),
      marks: {
        ideas: current === null ? [] : await ideaTags(database, id, current),
        objections: current === null ? [] : await objectionTags(database, id, current),
        openRound: rounds.find(({ status }) => status === "open")?.id ?? null,
      },
      own: new Map(),
    };
  };

  return {
    of(id: string): Promise<Loaded | null> {
      const known = loading.get(id);
      if (known) {
        // the map keeps the order of use, so that the first one is the one to let go
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
      const oldest = loading.keys().next().value;
      if (loading.size > KEPT && oldest !== undefined) loading.delete(oldest);
      return asked;
    },
    forget(id: string): void {
      loading.delete(id);
    },
  };
};

export type LoadedWorkshops = ReturnType<typeof openLoaded>;
