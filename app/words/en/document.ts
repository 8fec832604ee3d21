import type { Translation } from "../message.ts";
import type { document as russian } from "../ru/document.ts";

export const document: Translation<typeof russian> = {
  "document.contents": "Contents",
  "document.download": "Download",
  "file.instruction.docx": "Regulation for Word",
  "file.instruction.md": "Regulation as Markdown",
  "file.instruction.html": "Regulation as a web page",
  "file.pipeline.json": "Pipeline for the CRM",
  "file.requirements.md": "Requirements of the CRM",
  "file.workshop.json": "The whole record of the workshop",
  "compare.title": "Deal types side by side",
  "compare.lead": "Where the work on one order differs from the work on another",
  "compare.common": { one: "{count} rule holds for all types", other: "{count} rules hold for all types" },
  "compare.same": { one: "{count} question is settled alike", other: "{count} questions are settled alike" },
  "compare.none": "Nothing to compare yet",
  "compare.noneLead": "Questions that are settled differently for different types of deals will stand here",
  "compare.open": "not settled",
  "compare.single": "The workshop has one type of deal",
  "compare.singleLead": "A second one is added in the set-up; it starts from what is settled already",
  "compare.question": "Question",
};
