import { account } from "./account.ts";
import { facilitator } from "./console.ts";
import { document } from "./document.ts";
import { gaps } from "./gaps.ts";
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
  ...meeting,
  ...paper,
  ...rehearsal,
  ...setUp,
  ...workshop,
};
