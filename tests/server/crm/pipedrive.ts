import { createHash } from "node:crypto";
import type { Json } from "#exports/crm/contract.ts";
import type { Answer, Handle } from "./loopback.ts";

type Item = { [key: string]: Json };
type Stage = Item & { id: number; name: string; pipeline_id: number; order_nr: number };

/** What the official client's types allow in a request, written down apart from the exporter. */
const KEYS: Record<string, string[]> = {
  pipelines: ["name", "is_deal_probability_enabled"],
  stages: ["name", "pipeline_id", "deal_probability", "is_deal_rot_enabled", "days_to_rotten"],
  newField: [
    "field_name",
    "field_type",
    "options",
    "ui_visibility",
    "important_fields",
    "required_fields",
    "description",
  ],
  field: ["field_name", "ui_visibility", "important_fields", "required_fields", "description"],
  roles: ["name", "parent_role_id"],
};
const TYPES = new Set(
  "varchar text double phone date daterange time timerange set enum varchar_auto address monetary org people user".split(
    " ",
  ),
);
const ENTITIES = ["dealFields", "personFields", "organizationFields"];

class Invalid extends Error {}
const check = (isGood: boolean, why: string): void => {
  if (!isGood) throw new Invalid(why);
};
const only = (kind: string, body: Item): void => {
  for (const key of Object.keys(body)) check((KEYS[kind] as string[]).includes(key), `${key} is not allowed`);
};

/** Pipedrive's API as far as its documentation and the types of its client say how it behaves; nobody's account. */
export const pipedriveSimulator = (token: string, maxFields = 500) => {
  let nextId = 1;
  const pipelines: { id: number; name: string }[] = [];
  const stages: Stage[] = [];
  const roles: { id: number; name: string; active_flag: boolean }[] = [
    { id: nextId++, name: "Default", active_flag: true },
  ];
  const system = (field_name: string, field_code: string): Item => ({
    field_name,
    field_code,
    field_type: "varchar",
    is_custom_field: false,
    options: null,
  });
  // the account's own fields may be called as ours are: they are not to be taken for them
  const fields: Record<string, Item[]> = {
    dealFields: [system("Title", "title"), system("Причина отказа", "lost_reason")],
    personFields: [system("Name", "name"), system("Телефон", "phone")],
    organizationFields: [system("Name", "name")],
  };

  const name = (value: Json | undefined): string => {
    check(typeof value === "string" && value.trim().length > 0 && value.length <= 255, "name is required");
    return String(value);
  };
  const rotting = ({ is_deal_rot_enabled: isOn, days_to_rotten: days }: Item): void => {
    check(days === undefined || days === null || (Number.isInteger(days) && Number(days) > 0), "days_to_rotten");
    check(isOn !== true || typeof days === "number", "days_to_rotten is required");
  };
  const stagesAre = (value: Json | undefined): void => {
    for (const stage of (value ?? []) as Json[])
      check(
        stages.some(({ id }) => id === stage),
        `stage ${stage} does not exist`,
      );
  };
  const rules = (entity: string, { required_fields, important_fields }: Item): void => {
    for (const rule of [required_fields, important_fields] as (Item | undefined)[]) {
      if (!rule) continue;
      check(entity === "dealFields", "only a deal has stages");
      stagesAre(rule.stage_ids);
      check(rule.enabled === true || ((rule.stage_ids ?? []) as Json[]).length === 0, "stage_ids without enabled");
      for (const [pipeline, statuses] of Object.entries((rule.statuses ?? {}) as Record<string, Json[]>)) {
        check(
          pipelines.some(({ id }) => String(id) === pipeline),
          `pipeline ${pipeline} does not exist`,
        );
        for (const status of statuses) check(status === "won" || status === "lost", `status ${status}`);
      }
    }
  };
  const labels = (options: Item[], before: Item[] = []): Item[] => {
    for (const option of options) name(option.label);
    const all = [...before, ...options].map(({ label }) => label);
    check(new Set(all).size === all.length, "labels of options must be different");
    return options.map(({ label }) => ({ id: nextId++, label: label ?? "" }));
  };
  const fieldCode = (entity: string): string => createHash("sha1").update(`${entity}${nextId++}`).digest("hex");

  const done = (data: Json, status = 200): Answer => ({ status, body: { success: true, data: structuredClone(data) } });
  const missing: Answer = { status: 404, body: { success: false, error: "Not found" } };

  const ofFields = (
    method: string,
    entity: string,
    code: string | undefined,
    isOptions: boolean,
    body: Json,
  ): Answer => {
    const here = fields[entity] as Item[];
    if (!code) {
      if (method === "GET") return done(here);
      const given = body as Item;
      only("newField", given);
      const type = String(given.field_type);
      check(TYPES.has(type), `field_type ${type}`);
      const isList = type === "enum" || type === "set";
      check(!isList || ((given.options ?? []) as Json[]).length > 0, "options are required");
      check(isList || given.options === undefined, "options are for lists");
      check(entity === "dealFields" || given.description === undefined, "description is of deals");
      rules(entity, given);
      if (here.filter(({ is_custom_field }) => is_custom_field).length >= maxFields)
        return {
          status: 403,
          body: {
            success: false,
            error: "Couldn't add the field. Custom fields limit reached.",
            code: "feature_capping_custom_fields_limit",
          },
        };
      const field: Item = {
        ...given,
        field_name: name(given.field_name),
        field_code: fieldCode(entity),
        is_custom_field: true,
        options: isList ? labels(given.options as Item[]) : null,
      };
      here.push(field);
      return done(field);
    }
    const field = here.find(({ field_code }) => field_code === code);
    if (!field) return missing;
    if (isOptions) {
      const own = (field.options ?? []) as Item[];
      const given = body as Item[];
      check(Array.isArray(given) && field.options !== null, "options");
      if (method === "POST") {
        const made = labels(given, own);
        own.push(...made);
        return done(made);
      }
      for (const { id, label } of given) {
        const option = own.find((one) => one.id === id);
        check(option !== undefined, `option ${id}`);
        (option as Item).label = name(label);
      }
      labels([], own);
      return done(own);
    }
    if (method === "GET") return done(field);
    only("field", body as Item);
    rules(entity, body as Item);
    Object.assign(field, body);
    return done(field);
  };

  const handle: Handle = ({ method, path, query, body, headers }): Answer => {
    if (headers["x-api-token"] !== token)
      return { status: 401, body: { success: false, error: "unauthorized access", errorCode: 401 } };
    try {
      const [, , version, resource = "", at, sub] = path.split("/");
      const given = (body ?? {}) as Item;
      if (version === "v1" && resource === "roles") {
        if (method === "GET") return done(roles as unknown as Json);
        only("roles", given);
        if (method === "POST") {
          const role = { id: nextId++, name: name(given.name), active_flag: true };
          roles.push(role);
          return done({ id: role.id }, 201);
        }
        const role = roles.find(({ id }) => String(id) === at);
        if (method !== "PUT" || !role) return missing;
        role.name = name(given.name);
        return done({ id: role.id });
      }
      if (version !== "v2") return missing;
      if (ENTITIES.includes(resource)) return ofFields(method, resource, at, sub === "options", body);
      if (resource === "pipelines") {
        if (method === "GET") return done(pipelines as unknown as Json);
        only("pipelines", given);
        if (method === "POST") {
          const pipeline = { id: nextId++, name: name(given.name) };
          pipelines.push(pipeline);
          return done(pipeline);
        }
        const pipeline = pipelines.find(({ id }) => String(id) === at);
        if (!pipeline) return missing;
        pipeline.name = name(given.name);
        return done(pipeline);
      }
      if (resource === "stages") {
        const inPipeline = (id: Json) => stages.filter(({ pipeline_id }) => String(pipeline_id) === String(id));
        if (method === "GET") return done(inPipeline(query.get("pipeline_id") ?? ""));
        only("stages", given);
        rotting(given);
        if (method === "POST") {
          check(
            pipelines.some(({ id }) => id === given.pipeline_id),
            "pipeline_id",
          );
          // the order is the account's: a new one comes last
          const order_nr = inPipeline(given.pipeline_id ?? "").length + 1;
          const stage = { ...given, id: nextId++, name: name(given.name), order_nr } as Stage;
          stages.push(stage);
          return done(stage);
        }
        const stage = stages.find(({ id }) => String(id) === at);
        if (!stage) return missing;
        Object.assign(stage, given);
        return done(stage);
      }
      return missing;
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return { status: 400, body: { success: false, error: error.message } };
    }
  };

  /** All that is in the account, without ids and in the account's own order. */
  const state = () => {
    const named = new Map(
      stages.map(({ id, name: stage, pipeline_id }) => [
        id,
        `${pipelines.find((one) => one.id === pipeline_id)?.name}/${stage}`,
      ]),
    );
    const rule = (value: Json | undefined) => {
      const { enabled, stage_ids, statuses } = (value ?? {}) as Item;
      return {
        enabled: enabled ?? false,
        stages: ((stage_ids ?? []) as number[]).map((id) => named.get(id)).sort(),
        statuses: Object.entries((statuses ?? {}) as Record<string, Json>).map(([id, of]) => [
          pipelines.find((one) => String(one.id) === id)?.name,
          of,
        ]),
      };
    };
    return {
      pipelines: pipelines.map(({ id, name: pipeline }) => ({
        name: pipeline,
        stages: stages
          .filter(({ pipeline_id }) => pipeline_id === id)
          .sort((a, b) => a.order_nr - b.order_nr)
          .map(({ id: _, pipeline_id: __, ...stage }) => stage),
      })),
      fields: Object.values(fields).flatMap((all) =>
        all.map(({ field_code: _, field_name, options, required_fields, important_fields, ...field }) => ({
          ...field,
          field_name,
          options: ((options ?? []) as Item[]).map(({ label }) => label),
          required: rule(required_fields),
          important: rule(important_fields),
        })),
      ),
      roles: roles.map(({ name: role }) => role),
    };
  };
  return { handle, state };
};
