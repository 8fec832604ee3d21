import type { Log } from "../collaboration/entry.ts";
import type { Rooms } from "../collaboration/rooms.ts";
import type { Feed } from "../feed/feed.ts";
import type { LoadedWorkshops } from "../store/loaded.ts";
import type { RecordDatabase } from "../store/tables.ts";

/** What commands work with; `services.ts` puts it together once. */
export type House = {
  database: RecordDatabase;
  loaded: LoadedWorkshops;
  texts: Pick<Rooms, "withDoc" | "write" | "setWritable" | "closeSeats">;
  feed: Pick<Feed, "changed" | "here" | "closeSeats">;
  /** The mark that the device with this key leaves on a thing: the same for the same two, and no way back. */
  tagOf: (key: string, thing: string) => string;
  now: () => Date;
  newId: () => string;
  newCode: () => string;
  /** Empties the write-ahead log, which would otherwise keep the order in which ballots came. */
  forgetOrder: () => Promise<void>;
  log: Log;
};

/** Who asks, in one workshop. One browser may be both: a facilitator by account and a participant by seat. */
export type Guest = {
  workshop: string;
  isFacilitator: boolean;
  seat: { participant: string; key: string } | null;
};
