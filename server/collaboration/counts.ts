/** Running totals since the start, except `seats` and `rooms`, which say how many there are. Bytes are of updates. */
export type RoomCounts = {
  seats: number;
  rooms: number;
  updates: number;
  bytesIn: number;
  bytesOut: number;
  commits: number;
  /** Seats that fell behind and were brought up to date from the log. */
  drops: number;
  compactions: number;
  refusedWrites: number;
  malformed: number;
};

export const zeroCounts = (): RoomCounts => ({
  seats: 0,
  rooms: 0,
  updates: 0,
  bytesIn: 0,
  bytesOut: 0,
  commits: 0,
  drops: 0,
  compactions: 0,
  refusedWrites: 0,
  malformed: 0,
});
