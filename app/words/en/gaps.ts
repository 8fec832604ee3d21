import type { Translation } from "../message.ts";
import type { gaps as russian } from "../ru/gaps.ts";

export const gaps: Translation<typeof russian> = {
  "gaps.title": "Gaps",
  "gaps.lead": "What the rules lack, and where they contradict each other",
  "gaps.none": "There are no gaps",
  "gaps.noneLead": "Nothing is missing and nothing contradicts itself",
  "gaps.group.error": "In the way of an approval",
  "gaps.group.warning": "Worth a talk",
  "gaps.group.info": "For the facilitator to know",
  "gaps.severity.error": "In the way of an approval",
  "gaps.severity.warning": "A remark",
  "gaps.severity.info": "A note",
  "gaps.mend": "Open the question",
  "gaps.ask": "Add the question to the agenda",
  "gaps.final": "Nothing is in the way of an approval",
  "gaps.draft": {
    one: "A draft: {count} gap is in the way of an approval",
    other: "A draft: {count} gaps are in the way of an approval",
  },
};
