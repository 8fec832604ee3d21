import Ajv from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesIn } from "#domain/pipeline/not-expressed.ts";
import { requirementsOf } from "#domain/pipeline/requirements.ts";
import { composePipeline, Pipeline, pipelineSchema } from "#domain/pipeline.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { rulesOf } from "#domain/rule.ts";
import { catalogue } from "#templates";
import { answering, windows, without } from "../story/windows.ts";

const composed = (record: WorkshopRecord): Pipeline => composePipeline(record, catalogue);
const chain = [
  "new-request",
  "consultation",
  "measurement-scheduled",
  "measurement-result",
  "offer-contract",
  "prepaid",
];

describe("what a CRM must be able to do", () => {
  test("follows from the rules that were adopted, each line with the rules that ask for it", () => {
    const whole = requirementsOf(composed(windows()));
    expect(whole).toHaveLength(15);
    for (const { what, rules, examples } of whole) {
      expect(rules.length, what.en).toBeGreaterThan(0);
      expect(examples.length, what.en).toBeGreaterThan(0);
    }
  });

  test("does not ask for what no rule asks for", () => {
    const said = (record: WorkshopRecord) => requirementsOf(composed(record)).map(({ what }) => what.en);
    const reasons = "A list of loss reasons that must be chosen from on closing";
    expect(said(windows())).toContain(reasons);
    expect(said(without(windows(), "outcome-loss-reasons@new-private"))).not.toContain(reasons);
    expect(requirementsOf(composed({ ...windows(), decisions: [] }))).toEqual([]);
  });
});

describe("the pipeline of the windows company", () => {
  const pipeline = composed(windows());
  const stages = pipeline.pipelines[0]?.stages ?? [];

  test("has the eleven stages of the agreed chain, then won, lost and deferred", () => {
    expect(stages.filter(({ outcome }) => outcome === "open")).toHaveLength(11);
    expect(stages.map(({ key }) => key).slice(0, 6)).toEqual(chain);
    expect(stages.slice(11).map(({ outcome }) => outcome)).toEqual(["won", "lost", "deferred"]);
    expect(stages.map(({ order }) => order)).toEqual(stages.map((_, at) => at + 1));
  });

  test("gives each stage of work who answers for it, an exit and a norm", () => {
    for (const stage of stages.filter(({ outcome }) => outcome === "open")) {
      expect(stage.responsible, stage.key).not.toBeNull();
      expect(stage.exit?.lines.length, stage.key).toBeGreaterThan(0);
      expect(stage.norms.length, stage.key).toBeGreaterThan(0);
    }
  });

  test("sends a declined measurement back, with a reason and a new date", () => {
    const stage = stages.find(({ key }) => key === "measurement-result");
    expect(stage?.result).toMatchObject({
      field: "measure-result",
      reason: "measure-decline-reason",
      retry: "measure-new-date",
      returnTo: "measurement-scheduled",
    });
    expect(stage?.transitions.map(({ to, kind }) => `${kind} ${to}`)).toEqual([
      "forward offer-contract",
      "back measurement-scheduled",
      "outcome lost",
      "outcome deferred",
    ]);
  });

  test("asks for the whole package when the order is handed to the shop, not before there can be a contract", () => {
    const asking = stages.filter(({ requiredFields }) =>
      requiredFields.some(({ to, field }) => to === "enter" && field === "contract-file"),
    );
    expect(asking.map(({ key }) => key)).toEqual(["production"]);
  });

  test("is what its published schema describes", () => {
    const { $id, ...schema } = pipelineSchema();
    expect($id).toBe("urn:reglament:pipeline:1");
    const validate = new Ajv({ strict: false, validateFormats: false }).compile({ $id, ...schema });
    expect(validate(pipeline), JSON.stringify(validate.errors?.slice(0, 2))).toBe(true);
    expect(validate({ ...pipeline, secret: 1 })).toBe(false);
  });

  test("refers only to stages, fields and roles that it has", () => {
    const keys = {
      field: new Set(pipeline.fields.map(({ key }) => key)),
      role: new Set(pipeline.roles.map(({ key }) => key)),
      stage: new Set(stages.map(({ key }) => key)),
    };
    const named = { field: new Set<string>(), role: new Set<string>(), stage: new Set<string>() };
    const places: Record<string, keyof typeof named> = {
      field: "field",
      recordIn: "field",
      reason: "field",
      retry: "field",
      dateField: "field",
      role: "role",
      filledBy: "role",
      escalateTo: "role",
      approverAbove: "role",
      fromRole: "role",
      toRole: "role",
      returnTo: "stage",
      fromStage: "stage",
      toStage: "stage",
      stage: "stage",
    };
    JSON.stringify({ ...pipeline, notExpressed: [] }, (key, value) => {
      const place = places[key];
      if (place && typeof value === "string") named[place].add(value);
      return value;
    });
    for (const place of ["field", "role", "stage"] as const)
      expect(
        [...named[place]].filter((key) => !keys[place].has(key)),
        place,
      ).toEqual([]);
  });

  test("uses each key once among its kind", () => {
    for (const [kind, list] of Object.entries(pipeline)) {
      if (!Array.isArray(list) || kind === "notExpressed") continue;
      const keys = list.map((element) => (element as { key: string }).key);
      expect(
        keys.filter((key, at) => keys.indexOf(key) !== at),
        kind,
      ).toEqual([]);
    }
  });

  test("keeps its keys when it is composed in English, as far as ids have names of their own", () => {
    const english = composed(windows("en"));
    expect(english.pipelines[0]?.stages.map(({ key }) => key)).toEqual(stages.map(({ key }) => key));
    expect(english.fields.map(({ key }) => key)).toEqual(pipeline.fields.map(({ key }) => key));
    expect(english.roles.map(({ key }) => key)).toEqual(pipeline.roles.map(({ key }) => key));
  });

  test("says which adopted rules it could not express, and why", () => {
    expect(pipeline.notExpressed.map(({ question, reason }) => `${question} ${reason}`).sort()).toEqual([
      "goals-why-crm people",
      "incentives-encouraged people",
      "incentives-punishable people",
    ]);
  });
});

describe("a pipeline of whatever was adopted so far", () => {
  const whole = windows();
  const some = fc.subarray(whole.decisions.map(({ question }) => question));

  test("is valid, names only rules in force and loses none that feeds a configuration", () => {
    fc.assert(
      fc.property(some, (undecided) => {
        const record = without(whole, ...undecided);
        const pipeline = Pipeline.parse(composed(record));
        const inForce = rulesOf(record);
        const named = rulesIn(pipeline);
        expect([...named].filter((id) => !inForce.some((rule) => rule.id === id))).toEqual([]);
        const feeding = inForce.filter(
          ({ questionId }) => (record.questions.find(({ id }) => id === questionId)?.feeds.length ?? 0) > 0,
        );
        expect(feeding.filter(({ id }) => !named.has(id)).map(({ question }) => question)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("is empty but valid before anything is adopted", () => {
    const pipeline = Pipeline.parse(composed({ ...whole, decisions: [] }));
    expect(pipeline.pipelines).toEqual([]);
    expect(pipeline.fields).toEqual([]);
  });

  test("walks the stages that rules speak of, in the order of the chain, while no chain is adopted", () => {
    const pipeline = composed(without(whole, "deal-stage-chain@new-private"));
    expect(
      pipeline.pipelines[0]?.stages
        .filter(({ outcome }) => outcome === "open")
        .map(({ key }) => key)
        .slice(0, 6),
    ).toEqual(chain);
  });

  test("takes a stage that the team named itself, under a transliterated key", () => {
    const record = answering(whole, "deal-stage-chain@new-private", "steps", (answer) => ({
      ...answer,
      steps: [{ text: "Щедрый подъём", mode: "do", counterpart: "client", mandatory: true }, ...answer.steps],
    }));
    expect(composed(record).pipelines[0]?.stages[0]?.key).toBe("shchedryy-podem");
  });

  test("lists a rule on a stage that is not in the chain instead of dropping it", () => {
    const record = answering(whole, "deal-stage-chain@new-private", "steps", (answer) => ({
      ...answer,
      steps: answer.steps.slice(0, 6),
    }));
    const astray = composed(record).notExpressed.filter(({ reason }) => reason === "stage-not-in-chain");
    expect(astray.map(({ question }) => question)).toContain("stage-exit@new-private.aftercare");
  });

  test("keeps the keys of the first deal type when a second one with the same stages is agreed on", () => {
    const [first] = whole.workshop.dealTypes;
    if (!first) throw new Error("the story has a deal type");
    const second = (text: string) => text.replace("@new-private", "@corporate");
    const own = whole.asked.filter(({ dealType }) => dealType !== null);
    const id = (old: string) => old.replace(/^.{8}/, "c0c0c0c0");
    const copied = <T extends { id: string; question: string }>(list: T[]) =>
      list
        .filter(({ question }) => own.some(({ key }) => key === question))
        .map((item) => ({ ...item, id: id(item.id), question: second(item.question) }));
    const both: WorkshopRecord = {
      ...whole,
      workshop: { ...whole.workshop, dealTypes: [first, { ...first, id: "corporate", name: "Организация" }] },
      asked: [...whole.asked, ...own.map((asked) => ({ ...asked, key: second(asked.key), dealType: "corporate" }))],
      proposals: [...whole.proposals, ...copied(whole.proposals)],
      decisions: [
        ...whole.decisions,
        ...copied(whole.decisions).map((decision) =>
          "proposal" in decision ? { ...decision, proposal: id(decision.proposal) } : decision,
        ),
      ],
    };
    const { pipelines } = Pipeline.parse(composed(both));
    expect(pipelines.map(({ stages }) => stages[3]?.key)).toEqual([
      "measurement-result",
      "corporate-measurement-result",
    ]);
    expect(pipelines[1]?.stages.find(({ key }) => key === "corporate-measurement-result")?.result?.returnTo).toBe(
      "corporate-measurement-scheduled",
    );
    const keys = pipelines.flatMap(({ stages }) => stages.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
