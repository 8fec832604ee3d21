import type { Translation } from "../message.ts";
import type { subgroups as russian } from "../ru/subgroups.ts";

export const subgroups: Translation<typeof russian> = {
  "subgroups.title": "Two groups",
  "subgroups.group": "Group {number}",
  "subgroups.draft": "Fill in the cards of your stages. We decide together",
  "subgroups.check": "Read the cards of the other group. What troubles you is for the vote",
  "subgroups.watch": "The groups are working on the stages. You can read the cards",
  "subgroups.noCards": "There are no cards for this group",
  "subgroups.readOnly": "You can only read this card",
  "subgroups.finished": "The card is finished",
  "subgroups.notFinished": "Still working on it",
  "subgroups.read": "Read",
  "subgroups.count": "{finished} of {total} finished",
};
