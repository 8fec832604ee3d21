import type { Answer } from "../answer.ts";
import type { Wording } from "../wording.ts";

/** The keys under which answers hold words of people; under all others stand ids, and those are nobody's spelling. */
const WORDS = new Set(
  [
    "lines purpose own note subject signs label usedIn what startEvent condition floor name formula frequency decision",
    "baseline target group text left right proof exceptions",
  ].flatMap((keys) => keys.split(" ")),
);

/** Every place where a wording spells it that way; runs of other type keep theirs, a slip does not reach over them. */
export const fixWording = (wording: Wording, wrong: string, right: string): Wording =>
  wording.map((block) => ({
    ...block,
    spans: block.spans.map((span) => ({ ...span, text: span.text.replaceAll(wrong, () => right) })),
  }));

/** The same in a typed answer, or it would say again, spelled wrong, what the wording says. */
export const fixAnswer = (answer: Answer, wrong: string, right: string): Answer => {
  const walk = (value: unknown, isWords: boolean): unknown => {
    if (typeof value === "string") return isWords ? value.replaceAll(wrong, () => right) : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, isWords));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, walk(part, WORDS.has(key))]));
  };
  return walk(answer, false) as Answer;
};
