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
};
