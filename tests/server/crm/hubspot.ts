import type { Json } from "#exports/crm/contract.ts";
import { faultsOfAnswer, faultsOfBody } from "../../exports/crm/hubspot-spec.ts";
import type { Answer, Handle } from "./loopback.ts";

type Item = { [key: string]: Json };
type Stage = { id: string; label: string; displayOrder: number; metadata: Record<string, string> };
type Pipeline = { id: string; label: string; displayOrder: number; stages: Stage[] };

class Invalid extends Error {
  readonly status: number;
  constructor(status: number, why: string) {
    super(why);
    this.status = status;
  }
}
const check = (isGood: boolean, why: string, status = 400): void => {
  if (!isGood) throw new Invalid(status, why);
};

const AT = "2026-11-23T00:00:00Z";
const LISTS = new Set(["select", "radio", "checkbox", "booleancheckbox"]);

/** HubSpot's CRM API v3 as far as its specification and guides say how it behaves; nobody's account. */
export const hubspotSimulator = (token: string) => {
  let nextId = 7000;
  const pipelines: Pipeline[] = [];
  const groups: Record<string, Item[]> = { deals: [], contacts: [], companies: [] };
  const properties: Record<string, Item[]> = { deals: [], contacts: [], companies: [] };

  const shownStage = (stage: Stage): Item => ({ ...stage, archived: false, createdAt: AT, updatedAt: AT });
  const shown = (pipeline: Pipeline): Item => ({
    ...pipeline,
    stages: pipeline.stages.map(shownStage),
    archived: false,
    createdAt: AT,
    updatedAt: AT,
  });
  const inOrder = (pipeline: Pipeline): void => {
    pipeline.stages.sort((a, b) => a.displayOrder - b.displayOrder || a.label.localeCompare(b.label));
  };
  const checkStage = (pipeline: { stages: Stage[] }, body: Item, self?: Stage): void => {
    const probability = Number((body.metadata as Item).probability);
    check(
      probability >= 0 && probability <= 1 && Number.isInteger(Math.round(probability * 1e6) / 1e5),
      "probability must be between 0.0 and 1.0 in increments of 0.1",
    );
    check(String(body.label).trim() !== "", "label must not be blank");
    check(
      !pipeline.stages.some((one) => one !== self && one.label === body.label),
      `stage label ${body.label} is taken`,
    );
    check(pipeline.stages.length < 100 || self !== undefined, "at most 100 stages");
  };
  const newStage = (pipeline: { stages: Stage[] }, body: Item): Stage => {
    checkStage(pipeline, body);
    const stage = {
      id: String(nextId++),
      label: String(body.label),
      displayOrder: Number(body.displayOrder),
      metadata: body.metadata as Record<string, string>,
    };
    pipeline.stages.push(stage);
    return stage;
  };
  const checkPipelineLabel = (label: Json | undefined, self?: Pipeline): void => {
    check(String(label).trim() !== "" && String(label).length <= 36, "label");
    check(!pipelines.some((one) => one !== self && one.label === label), `pipeline label ${label} is taken`, 409);
  };
  const checkProperty = (object: string, body: Item): void => {
    check(/^[a-z][a-z0-9_]{0,99}$/.test(String(body.name)), "name");
    check(
      (groups[object] as Item[]).some(({ name }) => name === body.groupName),
      "groupName",
    );
    const options = (body.options ?? []) as Item[];
    const isOwners = body.externalOptions === true && body.referencedObjectType === "OWNER";
    check(!LISTS.has(String(body.fieldType)) || isOwners || options.length > 0, "options are required");
    for (const part of ["label", "value"])
      check(new Set(options.map((option) => option[part])).size === options.length, `options: ${part} must be unique`);
    if (body.type === "bool")
      check(options.map(({ value }) => value).join() === "true,false", "options of a bool are true and false");
  };

  const answerOf = (method: string, path: string, body: Item): Answer => {
    const parts = path.split("/").slice(3);
    if (parts[0] === "pipelines") {
      const [, , pipelineId, , stageId] = parts;
      if (pipelineId === undefined) {
        if (method === "GET") return { status: 200, body: { results: pipelines.map(shown) } };
        checkPipelineLabel(body.label);
        const pipeline: Pipeline = {
          id: String(nextId++),
          label: String(body.label),
          displayOrder: Number(body.displayOrder),
          stages: [],
        };
        check((body.stages as Json[]).length > 0, "a pipeline has at least one stage");
        for (const stage of body.stages as Item[]) newStage(pipeline, stage);
        inOrder(pipeline);
        pipelines.push(pipeline);
        return { status: 201, body: shown(pipeline) };
      }
      const pipeline = pipelines.find(({ id }) => id === pipelineId);
      if (!pipeline) throw new Invalid(404, "no such pipeline");
      if (parts.length === 3) {
        checkPipelineLabel(body.label, pipeline);
        Object.assign(pipeline, body);
        return { status: 200, body: shown(pipeline) };
      }
      if (method === "GET") return { status: 200, body: { results: pipeline.stages.map(shownStage) } };
      if (method === "POST") {
        const stage = newStage(pipeline, body);
        inOrder(pipeline);
        return { status: 201, body: shownStage(stage) };
      }
      const stage = pipeline.stages.find(({ id }) => id === stageId);
      if (!stage) throw new Invalid(404, "no such stage");
      checkStage(pipeline, body, stage);
      Object.assign(stage, body);
      inOrder(pipeline);
      return { status: 200, body: shownStage(stage) };
    }
    const [, object = "", name] = parts;
    const here = properties[object] as Item[];
    const inGroups = groups[object] as Item[];
    if (name === "groups") {
      if (method === "GET")
        return { status: 200, body: { results: inGroups.map((group) => ({ ...group, archived: false })) } };
      check(!inGroups.some((group) => group.name === body.name), "the group is there already", 409);
      inGroups.push(body);
      return { status: 201, body: { ...body, archived: false } };
    }
    if (name === "batch") {
      const wanted = (body.inputs as Item[]).map((input) => input.name);
      const results = here.filter((property) => wanted.includes(property.name as Json));
      const about = { status: "COMPLETE", startedAt: AT, completedAt: AT, results: structuredClone(results) };
      return results.length === wanted.length
        ? { status: 200, body: about }
        : {
            status: 207,
            body: {
              ...about,
              numErrors: 1,
              errors: [
                {
                  status: "error",
                  category: "OBJECT_NOT_FOUND",
                  message: "not found",
                  context: {},
                  links: {},
                  errors: [],
                },
              ],
            },
          };
    }
    if (method === "POST") {
      check(!here.some((property) => property.name === body.name), "the property is there already", 409);
      checkProperty(object, body);
      const property = { description: "", options: [], ...body };
      here.push(property);
      return { status: 201, body: structuredClone(property) };
    }
    const property = here.find((one) => one.name === name);
    if (!property) throw new Invalid(404, "no such property");
    checkProperty(object, { ...property, ...body });
    Object.assign(property, body);
    return { status: 200, body: structuredClone(property) };
  };

  const handle: Handle = ({ method, path, body, headers }): Answer => {
    if (headers.authorization !== `Bearer ${token}`)
      return { status: 401, body: { status: "error", message: "Authentication credentials not found" } };
    try {
      const call = `${method} ${path}`;
      const [fault] = faultsOfBody(call, body);
      check(fault === undefined, `Invalid input JSON: ${fault}`);
      const answer = answerOf(method, path, (body ?? {}) as Item);
      const wrong = faultsOfAnswer(call, answer.status, answer.body);
      if (wrong.length > 0) throw new Error(`the simulator answers otherwise than published: ${wrong.join("; ")}`);
      return answer;
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return { status: error.status, body: { status: "error", message: error.message, category: "VALIDATION_ERROR" } };
    }
  };

  /** All that is in the account, without ids and in the account's own order. */
  const state = () => ({
    pipelines: pipelines.map(({ label, stages }) => ({
      name: label,
      stages: stages.map((stage) => ({ name: stage.label, metadata: stage.metadata, order: stage.displayOrder })),
    })),
    groups,
    properties,
  });
  return { handle, state };
};
