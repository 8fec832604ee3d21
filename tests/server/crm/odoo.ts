import type { Json } from "#exports/crm/contract.ts";
import { columnsOf, EXTERNALS, FIELDS_OF_DEAL } from "../../exports/crm/odoo-facts.ts";
import type { Answer, Handle } from "./loopback.ts";

type Row = { id: number; model: string; external: string; values: Map<string, string> };

class Invalid extends Error {}
class Denied extends Error {}
const check = (isGood: boolean, why: string): void => {
  if (!isGood) throw new Invalid(why);
};

const UID = 2;

/** JSON-RPC of Odoo as far as its source says how it behaves; nobody's database. Automation rules are kept, not run. */
export const odooSimulator = (key: string, version = 19) => {
  let nextId = 40;
  const rows: Row[] = [];
  const byExternal = new Map<string, Row>();
  const apps = [
    { id: 11, name: "crm", state: "installed" },
    { id: 12, name: "base_automation", state: "uninstalled" },
  ];
  const idsOfOthers = new Map([...EXTERNALS.keys()].map((external, index) => [external, 1000 + index]));

  const idOf = (external: string): number | undefined => byExternal.get(external)?.id ?? idsOfOthers.get(external);
  const isField = (name: string): boolean =>
    FIELDS_OF_DEAL.has(name) ||
    rows.some(({ model, values }) => model === "ir.model.fields" && values.get("name") === name);
  /** A database id in a condition or an arch must be one of a stage. */
  const checkCondition = (text: string): void => {
    for (const [, list = ""] of text.matchAll(/'?stage_id'?,? '?(?:=|in)'?,? \[?([\d, ]+)\]?/g))
      for (const id of list.split(",").map(Number))
        check(
          rows.some((row) => row.model === "crm.stage" && row.id === id),
          `no stage ${id}`,
        );
    for (const [, name = ""] of text.matchAll(/\('(\w+)',/g)) check(isField(name), `Invalid field crm.lead.${name}`);
    check(!text.includes("{{"), "a symbol was left in");
  };
  const CHECKS: Record<string, (values: Map<string, string>, row: Row | undefined) => void> = {
    "ir.model.fields": (values, row) => {
      const name = values.get("name") ?? "";
      check(/^x_[a-z0-9_]{1,61}$/.test(name), "Custom fields must have a name that starts with 'x_'!");
      check(
        !rows.some(
          (one) =>
            one !== row &&
            one.model === "ir.model.fields" &&
            one.values.get("name") === name &&
            one.values.get("model_id/id") === values.get("model_id/id"),
        ),
        "Field names must be unique per model.",
      );
      check(
        row === undefined || row.values.get("ttype") === values.get("ttype"),
        "Changing the type of a field is not yet supported. Please drop it and create it again!",
      );
      check(values.get("ttype") !== "many2one" || Boolean(values.get("relation")), "Many2one fields need a relation");
    },
    "ir.model.fields.selection": (values, row) =>
      check(
        !rows.some(
          (one) =>
            one !== row &&
            one.model === "ir.model.fields.selection" &&
            ["field_id/id", "value"].every((part) => one.values.get(part) === values.get(part)),
        ),
        "Selections values must be unique per field",
      ),
    "ir.ui.view": (values) => {
      const arch = values.get("arch") ?? "";
      checkCondition(arch);
      for (const [, name = ""] of arch.matchAll(/<field name="(\w+)"/g))
        check(isField(name), `Field "${name}" does not exist`);
    },
    "base.automation": (values) => {
      check(
        apps.every(({ state }) => state === "installed"),
        "Object base.automation doesn't exist",
      );
      checkCondition(values.get("filter_domain") ?? "");
      checkCondition(values.get("filter_pre_domain") ?? "");
      check(values.get("trigger") !== "on_time" || Boolean(values.get("trg_date_id/id")), "trg_date_id");
    },
    "ir.actions.server": (values) => {
      check(values.get("state") !== "code" || Boolean(values.get("code")), "code");
      for (const [, name = ""] of (values.get("code") ?? "").matchAll(/"(x_\w+)"/g))
        check(isField(name), `no field ${name}`);
    },
  };

  const load = (model: string, fields: string[], data: string[][]): Json => {
    const columns = columnsOf(model, version);
    if (!columns) throw new Invalid(`Object ${model} doesn't exist`);
    const undo: (() => void)[] = [];
    try {
      const ids = data.map((line) => {
        const given = new Map(fields.map((field, index) => [field, String(line[index] ?? "")]));
        const external = given.get("id") ?? "";
        check(/^\w+\.\w+$/.test(external), `external id ${external}`);
        const there = byExternal.get(external);
        const values = new Map(there?.values);
        for (const [field, value] of given) {
          if (field === "id") continue;
          const [name = "", sub] = field.split("/");
          const column = columns.get(name);
          if (!column) throw new Invalid(`Invalid field name '${name}'`);
          if (sub === "id")
            for (const ref of value.split(",").filter(Boolean))
              check(idOf(ref) !== undefined, `No matching record found for external id '${ref}' in field '${name}'`);
          check(
            !value || !column.values || column.values.includes(value),
            `Value '${value}' not found in selection field '${name}'`,
          );
          values.set(field, value);
        }
        for (const [name, { isRequired }] of columns)
          check(
            !isRequired || Boolean(values.get(name) || values.get(`${name}/id`)),
            `Missing required value for the field '${name}'`,
          );
        CHECKS[model]?.(values, there);
        if (there) {
          check(there.model === model, `${external} is a ${there.model}`);
          const before = there.values;
          undo.unshift(() => {
            there.values = before;
          });
          there.values = values;
          return there.id;
        }
        const row = { id: nextId++, model, external, values };
        rows.push(row);
        byExternal.set(external, row);
        undo.unshift(() => {
          rows.pop();
          byExternal.delete(external);
        });
        return row.id;
      });
      return { ids, messages: [] };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      // all rows or none
      for (const back of undo) back();
      return { ids: false, messages: [{ type: "error", message: error.message, rows: { from: 0, to: 0 } }] };
    }
  };

  const execute = (model: string, method: string, args: Json[]): Json => {
    if (method === "load") return load(model, args[0] as string[], args[1] as string[][]);
    if (model === "ir.module.module" && method === "search_read") {
      const conditions = args[0] as [keyof (typeof apps)[number], string, string][];
      return apps
        .filter((app) => conditions.every(([field, , value]) => app[field] === value))
        .map(({ id }) => ({ id }));
    }
    if (model === "ir.module.module" && method === "button_immediate_install") {
      for (const app of apps) if ((args[0] as number[]).includes(app.id)) app.state = "installed";
      return { type: "ir.actions.client", tag: "reload" };
    }
    if (method === "fields_get") {
      const columns = columnsOf(model, version) ?? new Map();
      return Object.fromEntries(
        (args[0] as string[]).filter((name) => columns.has(name)).map((name) => [name, { type: "integer" }]),
      );
    }
    throw new Invalid(`The method '${model}.${method}' does not exist`);
  };

  const handle: Handle = ({ path, body }): Answer => {
    if (path !== "/jsonrpc") return { status: 404, body: null };
    const { service, method, args } = (body as { params: { service: string; method: string; args: Json[] } }).params;
    const done = (result: Json): Answer => ({ status: 200, body: { jsonrpc: "2.0", id: 1, result } });
    const failed = (name: string, message: string): Answer => ({
      status: 200,
      body: { jsonrpc: "2.0", id: 1, error: { code: 200, message: "Odoo Server Error", data: { name, message } } },
    });
    try {
      if (service === "common" && method === "login")
        return done(args.join() === ["company", "admin", key].join() ? UID : false);
      const [db, uid, password, model, name, positional] = args as [string, number, string, string, string, Json[]];
      if (db !== "company" || Number(uid) !== UID || password !== key) throw new Denied();
      return done(structuredClone(execute(model, name, positional)));
    } catch (error) {
      if (error instanceof Denied) return failed("odoo.exceptions.AccessDenied", "Access Denied");
      if (error instanceof Invalid) return failed("odoo.exceptions.ValidationError", error.message);
      throw error;
    }
  };

  /** All that is in the database, without numbers: domains name stages by their external ids. */
  const state = () => {
    const stages = new Map(
      rows.filter(({ model }) => model === "crm.stage").map(({ id, external }) => [String(id), external]),
    );
    const named = (text: string) => text.replace(/\d+/g, (id) => stages.get(id) ?? id);
    const of = (model: string) => rows.filter((row) => row.model === model);
    const team = ({ values }: Row) => values.get("team_ids/id") ?? values.get("team_id/id");
    return {
      pipelines: of("crm.team").map(({ external, values }) => ({
        name: values.get("name") ?? "",
        stages: of("crm.stage")
          .filter((stage) => team(stage) === external)
          .sort((a, b) => Number(a.values.get("sequence")) - Number(b.values.get("sequence")))
          .map((stage) => ({ ...Object.fromEntries(stage.values), name: stage.values.get("name") ?? "" })),
      })),
      apps: apps.map(({ name, state: is }) => `${name}: ${is}`),
      records: rows
        .map(({ model, external, values }) => ({
          model,
          external,
          values: Object.fromEntries(
            [...values].map(([field, value]) => [field, /domain|arch/.test(field) ? named(value) : value]),
          ),
        }))
        .sort((a, b) => (a.external < b.external ? -1 : 1)),
    };
  };
  return { handle, state };
};
