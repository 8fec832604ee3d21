import { IDEA_LENGTH, ideaText } from "./idea.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import type { Ballot, Choice } from "./round.ts";

export const CONCERN_LENGTH = 500;

/** A ballot as it is handed in. */
export type BallotInput = {
  choice: Choice;
  concern: string | null;
  objection: { id: string; reason: string; wish: string; named: boolean } | null;
};

/** A ballot that may be put into the box; an objection travels beside it. */
export type Cast = { ballot: Ballot; objection: BallotInput["objection"] };

/** A reservation needs its one line, an objection a reason and a wish (domain brief §6.4); anything else is dropped. */
export const checkedBallot = ({ choice, concern, objection }: BallotInput): Cast | Refusal => {
  if (choice === "reservation") {
    const line = ideaText((concern ?? "").replace(/\s+/g, " "));
    if (isRefusal(line)) return line.refused === "text-empty" ? refuse("concern-missing") : line;
    if (line.length > CONCERN_LENGTH) return refuse("text-too-long", { where: "concern", count: CONCERN_LENGTH });
    return { ballot: { choice, concern: line }, objection: null };
  }
  if (choice !== "object") return { ballot: { choice, concern: null }, objection: null };
  const reason = ideaText(objection?.reason ?? "");
  if (isRefusal(reason)) return said(reason, "reason");
  const wish = ideaText(objection?.wish ?? "");
  if (isRefusal(wish)) return said(wish, "wish");
  if (!objection) return refuse("reason-missing");
  return { ballot: { choice, concern: null }, objection: { ...objection, reason, wish } };
};

const said = ({ refused }: Refusal, where: "reason" | "wish"): Refusal =>
  refused === "text-empty" ? refuse(`${where}-missing`) : refuse("text-too-long", { where, count: IDEA_LENGTH });
