import { pino } from "pino";

/** One JSON line an event. Nothing that a person typed, no token and no cookie is ever handed to it. */
export const openLog = (level: string) => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
