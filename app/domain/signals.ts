import type { Now } from "./room.ts";
import { CONSENT, MANY } from "./round.ts";
import { termsOf } from "./stems.ts";

/**
 * What may stand behind a result without being said (domain brief §6.5). Prompts for the facilitator's eyes, about the
 * question and never about a person.
 */
export type Signal =
  | "no-ideas"
  | "many-abstain"
  | "many-reservations"
  | "same-words"
  | "not-a-consent"
  | "sudden-consent"
  | "cold"
  | "unsaid";

/** The signals of a question as it stands; only closed rounds are looked at, for nothing is known before. */
export const signalsOf = (now: Now): Signal[] => {
  const signals: Signal[] = [];
  if (now.closesSection) return ["unsaid"];
  const own = now.ideas.filter(({ seed }) => !seed);
  if ((now.phase === "reveal" || now.phase === "word") && own.length === 0) signals.push("no-ideas");
  const outcome = now.phase === "round" ? now.round?.outcome : null;
  if (!outcome) return signals;
  const { tally, answered } = outcome;
  const weighing = tally.agree + tally.reservation + tally.object;
  if (answered > 0 && tally.abstain / answered > MANY) signals.push("many-abstain");
  if (weighing > 0 && tally.reservation / weighing > MANY) signals.push("many-reservations");
  if (repeats(now.round?.concerns ?? [])) signals.push("same-words");
  if (outcome.share >= CONSENT && isCold(now.temperature?.readings ?? [])) signals.push("cold");
  if (outcome.share < CONSENT) signals.push("not-a-consent");
  const different = own.filter(({ group }) => group === null).length;
  if (different >= 3 && weighing > 0 && tally.agree === weighing && now.roundsClosed === 1)
    signals.push("sudden-consent");
  return signals;
};

/** Two reservations that share two words say the same: it could be an amendment. */
const repeats = (concerns: readonly string[]): boolean =>
  concerns.some((one, at) => {
    const words = new Set(termsOf(one));
    return concerns.slice(at + 1).some((other) => termsOf(other).filter((word) => words.has(word)).length >= 2);
  });

/** Readings that a vote in favour does not explain: a low mean, or two camps with nobody between them. */
const isCold = (readings: readonly number[]): boolean => {
  if (readings.length === 0) return false;
  const mean = readings.reduce((sum, reading) => sum + reading, 0) / readings.length;
  const low = readings.filter((reading) => reading <= 2).length;
  const high = readings.filter((reading) => reading >= 4).length;
  return mean < 3 || (low / readings.length > MANY && high / readings.length > MANY);
};
