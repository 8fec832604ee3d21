import { addAttendance, attendanceOf } from "../store/attendance.ts";
import { setAway } from "../store/participants.ts";
import type { Db } from "../store/tables.ts";

/** Notes that somebody is there, unless that is known. `at` is an ISO text. */
export const noteCame = async (db: Db, workshop: string, participant: string, at: string): Promise<void> => {
  const last = (await attendanceOf(db, workshop)).findLast((entry) => entry.participant === participant);
  if (last?.what === "came") return;
  await setAway(db, workshop, participant, false);
  await addAttendance(db, workshop, { participant, what: "came", at });
};
