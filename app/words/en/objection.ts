import type { Translation } from "../message.ts";
import type { objection as russian } from "../ru/objection.ts";

export const objection: Translation<typeof russian> = {
  "disposition.raised": "Open",
  "disposition.clarified": "Clarified",
  "disposition.upheld": "Still objects",
  "disposition.integrated": "Worked into the text",
  "disposition.withdrawn": "Withdrawn",
  "disposition.stand-aside": "Stands aside",
  "disposition.escalated": "Passed to the head",
  "disposition.parked": "Parked",
  "objection.anonymous": "Unsigned",
  "objection.wish": "What to change",
  "objection.reply": "Reply",
  "objection.withdraw": "I withdraw it",
  "objection.integrate": "It is worked in, I agree",
  "objection.standAside": "I keep my view and do not block",
  "objection.aloud": "Said aloud",
  "objection.mine": "Your objection",
  "objection.send": "Send the reply",
  "objection.from.facilitator": "Reply:",
  "objection.from.objector": "The objector:",
};
