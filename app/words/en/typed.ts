import { answer } from "./answer.ts";
import { ballot } from "./ballot.ts";
import { form } from "./form.ts";
import { objection } from "./objection.ts";
import { packageVote } from "./package.ts";
import { subgroups } from "./subgroups.ts";
import { vote } from "./vote.ts";

/** What votes, objections and typed answers say; a phone loads it with them, after the first paint. */
export const typed = { ...answer, ...ballot, ...form, ...objection, ...packageVote, ...subgroups, ...vote };
