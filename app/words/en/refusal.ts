import type { Translation } from "../message.ts";
import type { refusal as russian } from "../ru/refusal.ts";

export const refusal: Translation<typeof russian> = {
  "refusal.not-allowed": "Only the facilitator can do this",
  "refusal.no-such-thing": "This is not there any more. Reload the page",
  "refusal.too-many": "Too often. Wait a few seconds",
  "refusal.bad-input": "The input does not fit. Check what you filled in",
  "refusal.text-empty": "Write at least one word",
  "refusal.text-too-long": {
    one: "Shorten the text: {count} character fits",
    other: "Shorten the text: {count} characters fit",
  },
  "refusal.phase-passed": "The question has moved on. See what is open now",
  "refusal.not-this-phase": "This cannot be done at this step",
  "refusal.not-all-ready": { one: "{count} person is not ready yet", other: "{count} people are not ready yet" },
  "refusal.question-decided": "The question is decided. To change the rule, take it back to the wording",
  "refusal.question-not-open": "The question is not open yet",
  "refusal.wording-empty": "Write the wording first",
  "refusal.wording-moved": "The wording has just changed. Read it and open the vote again",
  "refusal.answer-incomplete": "The set-up for the CRM is not complete",
  "refusal.round-open": "A vote is open. Close it first",
  "refusal.round-closed": "The vote is closed",
  "refusal.no-voters": "There is nobody to vote: add people",
  "refusal.not-a-voter": "You have no vote in this workshop",
  "refusal.concern-missing": "Write the reservation in one line",
  "refusal.reason-missing": "Write what it would harm",
  "refusal.wish-missing": "Write what needs to change",
  "refusal.ballot-on-other-device": "You voted from another device. The ballot can be changed only there",
  "refusal.only-the-objector": "Only the person who raised the objection can close it, from the own device",
  "refusal.objection-closed": "This objection is closed already",
  "refusal.objections-open": {
    one: "{count} objection is open. Answer it first",
    other: "{count} objections are open. Answer them first",
  },
  "refusal.not-adopted": "The vote fell short. Change the wording and vote again",
  "refusal.review-date-missing": "Give a review date",
  "refusal.review-too-late": {
    one: "The review has to be within {count} day",
    other: "The review has to be within {count} days",
  },
  "refusal.owner-missing": "Say who is responsible for it",
  "refusal.name-taken": "There is a person with this name already. Add a surname",
  "refusal.question-started": "These questions were already worked on and cannot be taken away",
  "refusal.file-unreadable":
    "The file cannot be read. It should be .docx, .txt or .md, at most 5 MB, without a password",
  "refusal.last-one": "At least one must stay",
  "refusal.workshop-closed": "The workshop is closed, nothing can be changed",
};
