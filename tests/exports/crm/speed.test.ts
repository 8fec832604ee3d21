import { expect, test } from "vitest";
import type { Pipeline } from "#domain/pipeline.ts";
import { planFor, vendors } from "#exports/crm/index.ts";
import { windowsPipeline } from "./pipelines.ts";

/** Milliseconds of the processor, the least of some runs: what others do on this machine does not count. */
const work = (does: () => void): number => {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    does();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
};

/** So many stages of work and fields, each stage with what the first one has, each field required somewhere. */
const sized = (stages: number, fields: number): Pipeline => {
  const story = windowsPipeline();
  const [one] = story.pipelines;
  const [stage] = one?.stages ?? [];
  const [field] = story.fields.filter(({ type }) => type === "select");
  if (!one || !stage || !field) throw new Error("the story has no stages");
  const keys = Array.from({ length: fields }, (_, index) => `field-${index + 1}`);
  const made = Array.from({ length: stages }, (_, index) => ({
    ...stage,
    key: `stage-${index + 1}`,
    name: `${stage.name} ${index + 1}`,
    order: index + 1,
    requiredFields: keys
      .filter((_, at) => at % stages === index)
      .map((key) => ({ field: key, to: "leave" as const, source: stage.source })),
    transitions:
      index + 1 < stages ? [{ to: `stage-${index + 2}`, kind: "forward" as const, source: stage.source }] : [],
  }));
  return {
    ...story,
    pipelines: [{ ...one, won: null, owners: [], stages: made }],
    fields: keys.map((key) => ({ ...field, key, name: key, options: field.options })),
    automations: [],
    handoffs: [],
    roles: story.roles.map((role) => ({ ...role, responsibleFor: ["stage-1"] })),
  };
};

const all = (pipeline: Pipeline) => () => {
  for (const vendor of vendors) planFor(vendor, pipeline, "ru");
};

// The figures are 100 ms and 1 s on a free processor; where others work too, the same work is counted as up to thrice as much.

test("all plans of a pipeline with 12 stages and 60 fields are made at once", () => {
  expect(work(all(sized(12, 60)))).toBeLessThan(300);
});

test("all plans of 50 stages and 300 fields take no more than seconds", () => {
  expect(work(all(sized(50, 300)))).toBeLessThan(3000);
});
