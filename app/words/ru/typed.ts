import { answer } from "./answer.ts";
import { form } from "./form.ts";
import { packageVote } from "./package.ts";
import { subgroups } from "./subgroups.ts";
import { vote } from "./vote.ts";

/** What typed answers and their forms say; a phone loads it with them, after the first paint. */
export const typed = { ...answer, ...form, ...packageVote, ...subgroups, ...vote };
