import type { Bad } from "./words.ts";

/** Input that the command line does not take: ends the run with exit code 2 and one line. */
export class Refused extends Error {
  override name = "Refused";
  readonly bad: Bad;

  /** `where` names the file and the place in it, or the option; texts are in the reader's language. */
  constructor(bad: Bad) {
    super(`${bad.where}: expected ${bad.expected}, got ${bad.got}`);
    this.bad = bad;
  }
}
