import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "#exports/crm/contract.ts";
import { hubspot } from "#exports/crm/hubspot/index.ts";
import { planFor } from "#exports/crm/index.ts";
import { faultsOfBody } from "./hubspot-spec.ts";
import { anyPipeline, windowsPipeline } from "./pipelines.ts";

const callsOf = (pipeline = windowsPipeline()) =>
  planFor(hubspot, pipeline, "ru").steps.flatMap(({ id, ...step }) =>
    [step, step.finds, step.changes].flatMap((call) =>
      call ? [{ id, call: `${call.method} ${call.path.replace(/\{\{[^}]+\}\}/g, "1")}`, body: call.body }] : [],
    ),
  );
const faultsIn = (calls: ReturnType<typeof callsOf>) =>
  calls.flatMap(({ id, call, body }) => faultsOfBody(call, body).map((fault) => `${id} ${call}: ${fault}`));

test("every body is valid by the official OpenAPI and has no key that it does not name", () => {
  const calls = callsOf();
  expect(calls.length).toBeGreaterThan(200);
  expect(faultsIn(calls)).toEqual([]);
  fc.assert(
    fc.property(anyPipeline, (pipeline) => {
      expect(faultsIn(callsOf(pipeline))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test("the specification would say so of a probability that is a number, a missing label and a key of our own", () => {
  const call = "POST /crm/v3/pipelines/deals/1/stages";
  expect(faultsOfBody(call, { label: "A", displayOrder: 1, metadata: { probability: 0.2 } })[0]).toContain("string");
  expect(faultsOfBody(call, { displayOrder: 1, metadata: {} })[0]).toContain("label");
  expect(faultsOfBody(call, { label: "A", displayOrder: 1, metadata: {}, color: "#fff" })[0]).toContain("color");
  expect(faultsOfBody("POST /crm/v3/pipelines/deals/1/robots", {})).toEqual([
    "no call POST /crm/v3/pipelines/deals/1/robots",
  ]);
});

test("stages stand in the order work, waiting, won, lost with a probability of steps of a tenth, 1.0 and 0.0 at the ends", () => {
  fc.assert(
    fc.property(anyPipeline, (pipeline) => {
      const steps = planFor(hubspot, pipeline, "en").steps.filter(({ id }) => id.startsWith("stage."));
      for (const one of pipeline.pipelines) {
        const bodies = steps
          .filter(({ id }) => id.startsWith(`stage.${one.key}/`))
          .map(({ id, body }) => ({
            outcome: one.stages.find(({ key }) => id === `stage.${one.key}/${key}`)?.outcome,
            ...(body as { label: string; displayOrder: number; metadata: { probability: string } }),
          }));
        const orders = bodies.map(({ displayOrder }) => displayOrder);
        expect(orders).toEqual(orders.map((_, index) => index + 1));
        const ranks = bodies.map(({ outcome }) => ["open", "deferred", "won", "lost"].indexOf(outcome ?? ""));
        expect(ranks).toEqual([...ranks].sort());
        expect(new Set(bodies.map(({ label }) => label.toLowerCase())).size).toBe(bodies.length);
        for (const { outcome, metadata } of bodies)
          expect(metadata.probability).toMatch(
            outcome === "won" ? /^1\.0$/ : outcome === "lost" ? /^0\.0$/ : /^0\.[1-9]$/,
          );
      }
    }),
    { numRuns: 25 },
  );
});

test("a name beyond the limit, one that repeats and stages beyond a hundred are said in one line each", () => {
  const pipeline = windowsPipeline();
  const [one] = pipeline.pipelines;
  const [stage, second] = one?.stages ?? [];
  if (!one || !stage || !second) throw new Error("the story has no stages");
  const changed = {
    ...pipeline,
    pipelines: [
      {
        ...one,
        name: "Частные клиенты, которые меняют окна в квартире или в доме",
        stages: one.stages.map((each) => (each === second ? { ...each, name: stage.name.toUpperCase() } : each)),
      },
    ],
  };
  const plan = planFor(hubspot, changed, "ru");
  const told = plan.warnings.map(({ what }) => what);
  expect(told.some((what) => what.startsWith("Название длиннее 36 знаков, стоит «Частные клиенты"))).toBe(true);
  expect(told).toContain(
    `Названия в HubSpot не повторяются: стоит «${stage.name.toUpperCase()} (2)» вместо «${stage.name.toUpperCase()}»`,
  );
  const many = {
    ...pipeline,
    pipelines: [
      {
        ...one,
        stages: Array.from({ length: 101 }, (_, index) => ({ ...stage, key: `stage-${index + 1}`, order: index + 1 })),
      },
    ],
  };
  expect(() => planFor(hubspot, many, "ru")).toThrow(
    `Воронка ${one.name}: этапов 101, в HubSpot помещается не больше 100`,
  );
});

test("inner names of properties are lower-case, no longer than a hundred and each its own, also of very long keys", () => {
  const pipeline = windowsPipeline();
  const [field] = pipeline.fields.filter(({ entity }) => entity === "deal");
  if (!field) throw new Error("the story has no fields");
  const long = "a".repeat(120);
  const plan = planFor(
    hubspot,
    { ...pipeline, fields: [...pipeline.fields, { ...field, key: `${long}-1` }, { ...field, key: `${long}-2` }] },
    "ru",
  );
  const names = plan.steps
    .filter(({ id }) => id.startsWith("field."))
    .map(({ body }) => (body as { name: Json }).name as string);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^reglament_[a-z0-9_]{1,90}$/);
});
