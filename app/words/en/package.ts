import type { Translation } from "../message.ts";
import type { packageVote as ru } from "../ru/package.ts";

export const packageVote: Translation<typeof ru> = {
  "package.title": "Package vote",
  "package.lead":
    "Rules that need no debate are adopted in one vote. Anybody may take a rule out of the package, and nobody learns who did",
  "package.none": "There is no package",
  "package.noneLead": "All questions are settled, or only the team knows the answer to those that are left",
  "package.all": "Choose all",
  "package.noneOfThem": "Choose none",
  "package.from.template": "From the template of the industry, worded from its answer",
  "package.from.sibling": "Settled so for another type of deal",
  "package.from.existing": "In force now",
  "package.chosen": { one: "{count} rule chosen", other: "{count} rules chosen" },
  "package.start": "Show everybody and vote",
  "package.todo": "Read. Take out the rule that you disagree with, and vote on the others",
  "package.watch": "Read. You may take a rule out of the package; others vote",
  "package.pull": "Take out to discuss",
  "package.reason": "What is in the way",
  "package.secret": "Nobody learns who took the rule out",
  "package.keep": "Leave it in",
  "package.pullNow": "Take out",
  "package.vote": {
    one: "Your vote on the {count} rule that stays",
    other: "Your vote on the {count} rules that stay",
  },
  "package.state.pulled": "Taken out to discuss",
  "package.state.adopted": "Adopted",
  "package.state.missing": "Not adopted: no answer from {departments}",
  "package.counts": "Rules in the package: {count}, taken out: {pulled}",
  "package.drop": "Cancel the vote",
  "package.concerns": "Reservations",
};
