import { account } from "./account.ts";
import { facilitator } from "./console.ts";
import { document } from "./document.ts";
import { gaps } from "./gaps.ts";
import { handOver } from "./hand-over.ts";
import { life } from "./life.ts";
import { meeting } from "./meeting.ts";
import { paper } from "./paper.ts";
import { rehearsal } from "./rehearsal.ts";
import { setUp } from "./set-up.ts";
import { workshop } from "./workshop.ts";

/** What only the other pages say: accounts, preparing, conducting, the document. */
export const desk = {
  ...account,
  ...facilitator,
  ...document,
  ...gaps,
  ...life,
  ...meeting,
  ...handOver,
  ...paper,
  ...rehearsal,
  ...setUp,
  ...workshop,
};
