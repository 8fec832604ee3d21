import type { AskedQuestion, Phase } from "#domain/agenda.ts";
import { turned } from "#domain/clock.ts";
import { isDrafted } from "#domain/subgroups.ts";
import { roomName } from "../collaboration/rooms.ts";
import { setPhase } from "../store/agenda.ts";
import { addCourse } from "../store/course.ts";
import { clearReadiness } from "../store/readiness.ts";
import { type KeptWorkshop, setClock, setCurrent, setMeeting, setSetUp } from "../store/workshops.ts";
import type { Act } from "./command.ts";

/** Whether the text of a question may be written just now. */
export const isWritable = (
  kept: Pick<KeptWorkshop, "current" | "workshop" | "meeting">,
  asked: AskedQuestion | undefined,
): boolean =>
  asked !== undefined &&
  kept.workshop.status === "open" &&
  ((asked.key === kept.current && asked.phase === "word") || isDrafted(kept.meeting.subgroups, asked));

/** Opens or locks the text of a question once the command stands. */
export const unlock = ({ house, workshop, afterwards }: Act, question: string, isOpen: boolean): void =>
  afterwards(() => house.texts.setWritable(roomName(workshop, question), isOpen));

/** Remembers when the meeting began: with the first question that is put before people. */
export const begin = async ({ trx, kept, at }: Act): Promise<void> => {
  if (!kept.workshop.startedAt) await setSetUp(trx, { ...kept.workshop, startedAt: at });
};

/** Puts a question before everybody, or none, which ends a break; how long the former one stood there is kept. */
export const putForward = async ({ trx, workshop, kept, at }: Act, key: string | null): Promise<void> => {
  await setCurrent(trx, workshop, key);
  if (kept.meeting.pause) await setMeeting(trx, workshop, { ...kept.meeting, pause: null });
  await setClock(trx, workshop, turned(kept.clock, { from: kept.current, to: key, at }));
};

/** Work that goes on ends a break; what the question on the wall stood there during it is no work on it. */
const goOn = async ({ trx, workshop, kept, at }: Act): Promise<void> => {
  if (!kept.meeting.pause) return;
  await setMeeting(trx, workshop, { ...kept.meeting, pause: null });
  await setClock(trx, workshop, turned(kept.clock, { from: null, to: kept.current, at }));
};

/** A question enters a phase: the timer stops, nobody is ready any more, and its text is opened or locked. */
export const enterPhase = async (act: Act, question: string, phase: Phase): Promise<void> => {
  await setPhase(act.trx, act.workshop, question, phase);
  await addCourse(act.trx, act.workshop, { question, phase, at: act.at });
  await clearReadiness(act.trx, act.workshop, question);
  await goOn(act);
  unlock(act, question, phase === "word" && act.kept.current === question);
};
