import type { Translation } from "../message.ts";
import type { handOver as russian } from "../ru/hand-over.ts";

export const handOver: Translation<typeof russian> = {
  "handOver.title": "Pipeline for the CRM",
  "handOver.lead":
    "The adopted rules as a configuration: what arrives in the CRM by itself, and what is left for the hand",
  "handOver.none": "There is nothing to configure yet",
  "handOver.noneLead": "The pipeline is made of adopted rules about stages. Adopt the first one and it appears here",
  "handOver.picture": "Diagram: {name}",
  "handOver.stages": "Stages: {name}",
  "handOver.nobody": "nobody is responsible yet",
  "handOver.required": "To leave the stage:",
  "handOver.requiredToEnter": "To enter:",
  "handOver.crm": "Your CRM",
  "handOver.package": "Download the package for {crm}",
  "handOver.packageLead":
    "The archive holds the plan of loading, the CRM’s files, a description and this very list for the hand. The CRM’s administrator loads it with one command; running it again doubles nothing",
  "handOver.checklist": "The list for the hand, to print (Word)",
  "handOver.pipeline": "The pipeline itself:",
  "handOver.pipelineLead":
    "One file for every CRM, as JSON or YAML; it is what the administrator’s command loads. Its schema: npm run reglament -- schema pipeline",
  "handOver.command": "Command for the administrator",
  "handOver.byFiles": "This CRM is loaded with the files of the package: the order is in the archive’s README.md",
  "handOver.checked":
    "Checked against the documentation published by {date}; not tried on the vendor’s own server. Begin with a trial account",
  "handOver.steps": { one: "{count} step of loading", other: "{count} steps of loading" },
  "handOver.warnings": "Arrives otherwise than agreed",
  "handOver.byHand": "To do by hand",
  "handOver.done": "{done} of {of} done",
  "handOver.kept": "The ticks are kept on this device",
  "handOver.allByItself": "Everything loads by itself; nothing is left for the hand",
};
