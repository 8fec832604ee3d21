/** Why a command was not carried out; each code has a sentence in `app/words` under `refusal.<code>`. */
export const REFUSALS = [
  "not-allowed",
  "not-listed",
  "no-such-thing",
  "too-many",
  "bad-input",
  "text-empty",
  "text-too-long",
  "ideas-full",
  "phase-passed",
  "not-this-phase",
  "not-all-ready",
  "question-decided",
  "question-not-open",
  "wording-empty",
  "wording-moved",
  "answer-incomplete",
  "round-open",
  "round-closed",
  "package-open",
  "package-empty",
  "no-voters",
  "not-a-voter",
  "concern-missing",
  "reason-missing",
  "wish-missing",
  "ballot-on-other-device",
  "count-wrong",
  "only-the-objector",
  "observer",
  "entrance-locked",
  "fears-open",
  "subgroups-open",
  "objection-closed",
  "objections-open",
  "not-adopted",
  "rounds-spent",
  "review-date-missing",
  "review-too-late",
  "date-past",
  "owner-missing",
  "name-taken",
  "workshop-closed",
  "no-account",
  "question-started",
  "last-one",
  "file-unreadable",
  "typo-same",
  "typo-not-there",
  "typo-meaning",
  "no-edition",
  "edition-moved",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** `where` names the part of the input or answer that is meant, `count` a number the sentence needs. */
export type Refusal = { refused: RefusalCode; where?: string; count?: number };

export const refuse = (refused: RefusalCode, rest: Omit<Refusal, "refused"> = {}): Refusal => ({ refused, ...rest });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "refused" in value;
