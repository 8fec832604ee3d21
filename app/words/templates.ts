/**
 * Keys that code completes at run time, such as t(`phase.${phase}`): a beginning with its dot where all keys of the
 * family are said, whole keys where only some are. The compiler checks that every completion exists; this list is how
 * the check for unused words knows that they are used.
 */
export const COMPLETED = [
  "accountRefusal.",
  "adoption.",
  "ballot.concern",
  "ballot.reason",
  "ballot.wish",
  "choice.",
  "depth.",
  "disposition.",
  "fieldType.",
  "file.",
  "formUnit.",
  "kind.",
  "language.",
  "limitUnit.",
  "objection.from.",
  "phase.",
  "refusal.",
  "scope.",
  "setUp.step.",
  "settled.almost-unanimous",
  "settled.unanimous",
  "stepMode.",
  "tally.",
  "theme.",
  "threshold.",
  "unit.",
  "verdict.",
  "word.start.",
] as const;
