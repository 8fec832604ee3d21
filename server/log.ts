import { pino } from "pino";

/** One JSON line an event. Nothing that a person typed, no token and no cookie is ever handed to it. */
export const openLog = (level: string) => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/**
 * The shape of a path, for logs and metrics: ids, codes and tokens become their names, for a path may be a key to a room.
 */
export const pathPattern = (path: string): string =>
  path
    .replace(/\.data$/, "")
    .replace(/^\/(join|invitation|projector)\/[^/]+/, "/$1/:key")
    .replace(/^\/(w|feed|rooms)\/[^/]+/, "/$1/:workshop")
    .replace(/\/(ideas|rounds|objections|people)\/[^/]+/, "/$1/:id")
    .replace(/^\/rooms\/:workshop\/.*/, "/rooms/:workshop/:text")
    .replace(/^\/assets\/.*/, "/assets/:file");
