import type { Json } from "#exports/crm/contract.ts";
import type { Answer, Handle } from "./loopback.ts";

type Item = { [key: string]: Json };
type Status = {
  id: number;
  name: string;
  sort: number;
  color: string;
  is_editable: boolean;
  type: number;
  descriptions: Item[];
};
type Pipeline = {
  id: number;
  name: string;
  sort: number;
  is_main: boolean;
  is_unsorted_on: boolean;
  statuses: Status[];
};

/** «Доступные цвета статусов» of the published documentation, written down apart from the exporter. */
const COLOURS = new Set(
  "#fffeb2 #fffd7f #fff000 #ffeab2 #ffdc7f #ffce5a #ffdbdb #ffc8c8 #ff8f92 #d6eaff #c1e0ff #98cbff #ebffb1 #deff81 #87f2c0 #f9deff #f3beff #ccc8f9 #eb93ff #f2f3f4 #e6e8ea".split(
    " ",
  ),
);
const TYPES = new Set(
  "text numeric checkbox select multiselect date url date_time textarea radiobutton streetaddress smart_address birthday legal_entity tracking_data chained_list monetary file".split(
    " ",
  ),
);
const LISTS = new Set(["select", "multiselect", "radiobutton"]);
const RIGHTS = ["add", "view", "edit", "delete", "export"];

class Invalid extends Error {}

const check = (isGood: boolean, why: string): void => {
  if (!isGood) throw new Invalid(why);
};

/** amoCRM's API v4 as far as its documentation says how it behaves; nobody's server. */
export const amocrmSimulator = (token: string) => {
  let nextId = 1000;
  const pipelines: Pipeline[] = [];
  const fields: Record<string, Item[]> = { leads: [], contacts: [], companies: [] };
  const groups: Record<string, Item[]> = { leads: [], contacts: [], companies: [] };
  const reasons: Item[] = [];
  const roles: Item[] = [];
  for (const code of ["PHONE", "EMAIL"])
    (fields.contacts as Item[]).push({
      id: nextId++,
      name: code,
      code,
      type: "multitext",
      is_predefined: true,
      required_statuses: null,
    });

  const renumber = (pipeline: Pipeline) => {
    pipeline.statuses.sort((a, b) => a.sort - b.sort);
    for (const [index, status] of pipeline.statuses.filter(({ id }) => id !== 142 && id !== 143).entries())
      status.sort = (index + 1) * 10;
  };
  const describe = (value: Json | undefined, before: Item[]): Item[] => {
    const wanted = (value ?? []) as Item[];
    check(wanted.length <= 3, "descriptions: at most three");
    check(new Set(wanted.map(({ level }) => level)).size === wanted.length, "descriptions: one a level");
    for (const { level, description, id } of wanted) {
      check(["newbie", "candidate", "master"].includes(String(level)), "descriptions: level");
      check(String(description).length <= 1000, "descriptions: at most 1000 characters");
      const there = before.find((one) => one.level === level);
      check(!there || there.id === id, "descriptions: the level has one already");
      if (there) there.description = description ?? "";
      else before.push({ id: nextId++, level: level ?? "", description: description ?? "" });
    }
    return before;
  };
  const newStatus = (body: Item): Status => {
    check(typeof body.name === "string" && body.name.length > 0 && body.name.length <= 255, "name");
    check(typeof body.sort === "number", "sort is required");
    check(body.color === undefined || COLOURS.has(String(body.color)), `color ${body.color}`);
    return {
      id: nextId++,
      name: String(body.name),
      sort: Number(body.sort),
      color: String(body.color ?? "#fffeb2"),
      is_editable: true,
      type: 0,
      descriptions: describe(body.descriptions, []),
    };
  };
  const addPipeline = (body: Item): Item => {
    check(pipelines.length < 50, "at most 50 pipelines");
    for (const key of ["name", "sort", "is_main", "is_unsorted_on"])
      check(body[key] !== undefined, `${key} is required`);
    const given = ((body._embedded as Item | undefined)?.statuses ?? []) as Item[];
    const own = given.filter(({ id }) => id === undefined);
    check(own.length > 0, "a status of one's own is required");
    check(
      given.every(({ id }) => id === undefined || id === 142 || id === 143),
      "only 142 and 143 can be named",
    );
    const system = (id: number, name: string, sort: number, color: string): Status => ({
      id,
      name: String(given.find((one) => one.id === id)?.name ?? name),
      sort,
      color,
      is_editable: false,
      type: 0,
      descriptions: [],
    });
    const pipeline: Pipeline = {
      id: nextId++,
      name: String(body.name),
      sort: Number(body.sort),
      is_main: body.is_main === true,
      is_unsorted_on: body.is_unsorted_on === true,
      statuses: [
        {
          id: nextId++,
          name: "Неразобранное",
          sort: 0,
          color: "#c1c1c1",
          is_editable: false,
          type: 1,
          descriptions: [],
        },
        ...own.map(newStatus),
        system(142, "Успешно реализовано", 10_000, "#CCFF66"),
        system(143, "Закрыто и не реализовано", 11_000, "#D5D8DB"),
      ],
    };
    renumber(pipeline);
    pipelines.push(pipeline);
    return shown(pipeline, body.request_id);
  };
  const shown = ({ statuses, ...pipeline }: Pipeline, request: Json = "0"): Item => ({
    ...pipeline,
    request_id: request,
    _embedded: { statuses: structuredClone(statuses) as unknown as Json },
  });
  const required = (value: Json | undefined): Json => {
    for (const { pipeline_id, status_id } of (value ?? []) as Item[])
      check(
        pipelines.some(
          ({ id, statuses }) =>
            id === pipeline_id && statuses.some((status) => status.id === status_id && status.type === 0),
        ),
        `required_statuses: ${pipeline_id}/${status_id}`,
      );
    return value ?? null;
  };
  const addField = (entity: string, body: Item): Item => {
    const all = fields[entity] as Item[];
    check(TYPES.has(String(body.type)), `type ${body.type}`);
    check(typeof body.name === "string" && body.name.length > 0, "name");
    check(!all.some(({ code }) => code === body.code), `code ${body.code} is taken`);
    check(!LISTS.has(String(body.type)) || ((body.enums ?? []) as Json[]).length > 0, "enums are required");
    check(body.group_id === undefined || (groups[entity] as Item[]).some(({ id }) => id === body.group_id), "group_id");
    const field = { ...body, id: nextId++, required_statuses: required(body.required_statuses) };
    all.push(field);
    return field;
  };
  const checkRights = (body: Item): void => {
    const rights = body.rights as Record<string, Record<string, string>> & { status_rights?: Item[] };
    for (const [right, value] of Object.entries(rights.leads ?? {})) {
      check(RIGHTS.includes(right), right);
      check(right === "add" ? "AD".includes(value) : "AGMD".includes(value), `${right} ${value}`);
    }
    for (const one of rights.status_rights ?? []) {
      required([{ pipeline_id: one.pipeline_id ?? null, status_id: one.status_id ?? null }]);
      const of = one.rights as Record<string, string>;
      for (const value of Object.values(of)) check("AD".includes(value), "rights of a status are A or D");
      check(of.view !== "D" || Object.values(of).every((value) => value === "D"), "who may not look may do nothing");
    }
  };
  const list = (name: string, items: Item[]): Answer =>
    items.length
      ? { status: 200, body: { _embedded: { [name]: structuredClone(items) } } }
      : { status: 204, body: null };
  const added = (name: string, items: Item[], status = 200): Answer => ({
    status,
    body: { _total_items: items.length, _embedded: { [name]: structuredClone(items) } },
  });
  const many = (body: Json): Item[] => {
    check(Array.isArray(body), "the body must be a list");
    return body as Item[];
  };

  const handle: Handle = ({ method, path, body, headers }): Answer => {
    if (headers.authorization !== `Bearer ${token}`) return { status: 401, body: { title: "Unauthorized" } };
    try {
      const [, , , ...parts] = path.split("/");
      const at = parts.join("/");
      const call = `${method} ${at}`;
      if (call === "GET leads/pipelines")
        return list(
          "pipelines",
          pipelines.map((one) => shown(one)),
        );
      if (call === "POST leads/pipelines") return added("pipelines", many(body).map(addPipeline));
      const inPipeline = /^leads\/pipelines\/(\d+)\/statuses(?:\/(\d+))?$/.exec(at);
      if (inPipeline) {
        const pipeline = pipelines.find(({ id }) => id === Number(inPipeline[1]));
        if (!pipeline) return { status: 404, body: { title: "Not Found" } };
        if (method === "GET") return list("statuses", pipeline.statuses as unknown as Item[]);
        if (method === "POST") {
          const statuses = many(body).map((one) => ({ ...newStatus(one), request: one.request_id }));
          check(pipeline.statuses.length + statuses.length <= 100, "at most 100 statuses");
          for (const { request: _, ...status } of statuses) pipeline.statuses.push(status);
          renumber(pipeline);
          return added(
            "statuses",
            statuses.map(({ request, ...status }) => ({ ...status, request_id: request ?? "0" }) as unknown as Item),
          );
        }
        const status = pipeline.statuses.find(({ id }) => id === Number(inPipeline[2]));
        if (!status) return { status: 404, body: { title: "Not Found" } };
        check(status.is_editable, "a status of the system");
        const change = body as Item;
        check(change.color === undefined || COLOURS.has(String(change.color)), `color ${change.color}`);
        Object.assign(status, {
          name: change.name ?? status.name,
          sort: change.sort ?? status.sort,
          color: change.color ?? status.color,
        });
        describe(change.descriptions, status.descriptions);
        renumber(pipeline);
        return { status: 200, body: structuredClone(status) as unknown as Json };
      }
      if (call === "GET leads/loss_reasons") return list("loss_reasons", reasons);
      if (call === "POST leads/loss_reasons") {
        const made = many(body).map((one) => ({
          id: nextId++,
          name: one.name ?? "",
          sort: one.sort ?? 0,
          request_id: one.request_id ?? "0",
        }));
        reasons.push(...made);
        return added("loss_reasons", made);
      }
      const ofFields = /^(leads|contacts|companies)\/custom_fields(?:\/(groups|\d+))?$/.exec(at);
      if (ofFields) {
        const [, entity = "", rest] = ofFields;
        if (rest === "groups") {
          const here = groups[entity] as Item[];
          if (method === "GET") return list("custom_field_groups", here);
          const made = many(body).map(({ name }) => ({ id: `${entity}_${nextId++}`, name: name ?? "" }));
          here.push(...made);
          return added("custom_field_groups", made);
        }
        const here = fields[entity] as Item[];
        if (method === "GET") return list("custom_fields", here);
        if (method === "POST")
          return added(
            "custom_fields",
            many(body).map((one) => addField(entity, one)),
            201,
          );
        const field = here.find(({ id }) => id === Number(rest));
        if (!field) return { status: 404, body: { title: "Not Found" } };
        const change = body as Item;
        Object.assign(field, {
          name: change.name ?? field.name ?? "",
          required_statuses: required(change.required_statuses),
        });
        return { status: 200, body: structuredClone(field) };
      }
      if (call === "GET roles") return list("roles", roles);
      if (call === "POST roles") {
        checkRights(body as Item);
        const role = { ...(body as Item), id: nextId++ };
        roles.push(role);
        return added("roles", [role], 201);
      }
      if (method === "PATCH" && parts[0] === "roles") {
        const role = roles.find(({ id }) => id === Number(parts[1]));
        if (!role) return { status: 404, body: { title: "Not Found" } };
        checkRights(body as Item);
        Object.assign(role, body);
        return { status: 200, body: structuredClone(role) };
      }
      return { status: 404, body: { title: "Not Found", detail: path } };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return {
        status: 400,
        body: { title: "Bad Request", "validation-errors": [{ errors: [{ detail: error.message }] }] },
      };
    }
  };

  /** All that is in the account, without ids and in the account's own order. */
  const state = () => {
    const names = new Map(
      pipelines.flatMap(({ id, name, statuses }) =>
        statuses.map((status) => [`${id}/${status.id}`, `${name}/${status.name}`]),
      ),
    );
    const statusNames = (value: Json | undefined) =>
      ((value ?? []) as Item[]).map(({ pipeline_id, status_id }) => names.get(`${pipeline_id}/${status_id}`)).sort();
    return {
      pipelines: pipelines.map(({ name, statuses }) => ({
        name,
        statuses: statuses.map(({ name: status, color, descriptions }) => ({
          name: status,
          color,
          descriptions: descriptions.map(({ level, description }) => `${level}: ${description}`),
        })),
      })),
      reasons: reasons.map(({ name }) => name),
      fields: Object.values(fields).flatMap((all) =>
        all.map(({ name, code, type, enums, required_statuses }) => ({
          name,
          code,
          type,
          enums: ((enums ?? []) as Item[]).map(({ value }) => value),
          required: statusNames(required_statuses),
        })),
      ),
      groups: Object.values(groups).flatMap((all) => all.map(({ name }) => name)),
      roles: roles.map(({ name, rights }) => ({
        name,
        edits: (((rights as Item).status_rights ?? []) as Item[])
          .filter((one) => (one.rights as Item).edit === "A")
          .flatMap((one) => statusNames([one])),
      })),
    };
  };
  return { handle, state };
};
