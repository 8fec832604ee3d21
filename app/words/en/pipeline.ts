import type { Translation } from "../message.ts";
import type { pipeline as russian } from "../ru/pipeline.ts";

export const pipeline: Translation<typeof russian> = {
  "pipeline.title": "Pipeline for the CRM",
  "pipeline.lead":
    "The adopted rules as a configuration: what arrives in the CRM by itself, and what is left for the hand",
  "pipeline.none": "There is nothing to configure yet",
  "pipeline.noneLead": "The pipeline is made of adopted rules about stages. Adopt the first one and it appears here",
  "pipeline.picture": "Diagram: {name}",
  "pipeline.stages": "Stages: {name}",
  "pipeline.nobody": "nobody is responsible yet",
  "pipeline.required": "To leave the stage:",
  "pipeline.requiredToEnter": "To enter:",
  "pipeline.crm": "Your CRM",
  "pipeline.package": "Download the package for {crm}",
  "pipeline.packageLead":
    "The archive holds the plan of loading, the CRM’s files, a description and this very list for the hand. The CRM’s administrator loads it with one command; running it again doubles nothing",
  "pipeline.command": "Command for the administrator",
  "pipeline.byFiles": "This CRM is loaded with the files of the package: the order is in the archive’s README.md",
  "pipeline.checked":
    "Checked against the documentation published by {date}; not tried on the vendor’s own server. Begin with a trial account",
  "pipeline.steps": { one: "{count} step of loading", other: "{count} steps of loading" },
  "pipeline.warnings": "Arrives otherwise than agreed",
  "pipeline.byHand": "To do by hand",
  "pipeline.done": "{done} of {of} done",
  "pipeline.kept": "The ticks are kept on this device",
  "pipeline.allByItself": "Everything loads by itself; nothing is left for the hand",
};
