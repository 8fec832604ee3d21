/** What one seat or room may ask of this process; each limit is answered by a close code. */
export type RoomLimits = { frameBytes: number; updatesPerSecond: number; seatsPerRoom: number; roomBytes: number };

export const ROOM_LIMITS: RoomLimits = {
  frameBytes: 1 << 20,
  updatesPerSecond: 100,
  seatsPerRoom: 300,
  roomBytes: 16 << 20,
};
