import type { Json } from "../contract.ts";
import type { Draft, StepInput } from "../draft.ts";
import { type Batch, fullId, type Value, withIds } from "./records.ts";

const PATH = "/jsonrpc";

const rpc = (service: string, method: string, args: Json[]): Json => ({
  jsonrpc: "2.0",
  method: "call",
  id: 1,
  params: { service, method, args },
});

/** A method of a model over JSON-RPC, which Odoo 17, 18 and 19 all have. */
export const call = (model: string, method: string, args: Json[], named: { [key: string]: Json } = {}): Json =>
  rpc("object", "execute_kw", ["{{env.db}}", "{{odoo.uid}}", "{{env.key}}", model, method, args, named]);

/** Signing in, and the applications that the rules need: what is not installed is. */
export const addBeginning = (draft: Draft): void => {
  draft.step({
    id: "odoo.sign-in",
    does: draft.say("Войти в Odoo", "Sign in to Odoo"),
    path: PATH,
    body: rpc("common", "login", ["{{env.db}}", "{{env.login}}", "{{env.key}}"]),
    gives: [{ symbol: "odoo.uid", from: { take: "result" } }],
  });
  for (const [name, title] of [
    ["crm", draft.say("CRM", "CRM")],
    ["base_automation", draft.say("Правила автоматизации", "Automation Rules")],
  ] as const) {
    const symbol = `odoo.app.${name}`;
    draft.step({
      id: symbol,
      does: draft.say(`Найти приложение «${title}»`, `Look for the app “${title}”`),
      path: PATH,
      body: call("ir.module.module", "search_read", [[["name", "=", name]], ["id"]]),
      gives: [{ symbol, from: { take: "result.0.id" } }],
    });
    draft.step({
      id: `${symbol}.installed`,
      does: draft.say(`Установить «${title}», если нет`, `Install “${title}” if it is missing`),
      path: PATH,
      body: call("ir.module.module", "button_immediate_install", [[`{{${symbol}}}`]]),
      finds: {
        method: "POST",
        path: PATH,
        body: call("ir.module.module", "search_read", [
          [
            ["name", "=", name],
            ["state", "=", "installed"],
          ],
          ["id"],
        ]),
        gives: [{ symbol: `${symbol}.installed`, from: { take: "result.0.id" } }],
      },
    });
  }
};

const recordSymbol = (record: string): string => `record.${record}`;

/** A column of the importer and what stands in it. */
const cell = (name: string, value: Value): [string, string] => {
  if (typeof value === "string") return [name, value];
  if (typeof value === "number") return [name, String(value)];
  if (typeof value === "boolean") return [name, value ? "True" : "False"];
  if ("ref" in value) return [`${name}/id`, fullId(value.ref)];
  if ("refs" in value) return [`${name}/id`, value.refs.map(fullId).join(",")];
  const text = "domain" in value ? value.domain : value.arch;
  return [name, withIds(text, (record) => `{{${recordSymbol(record)}}}`)];
};

/**
 * The importer behind the CSV dialog: it makes a record that its external id does not know and changes one that it knows, all
 * of them or none. So it may be asked again whatever became of the first time.
 */
const importer = (model: string, columns: string[], rows: Json[]): Json =>
  call(model, "load", [["id", ...columns], rows]);

/** One call for a batch; it gives the database ids of all its records. */
export const addBatch = (draft: Draft, { step, does, model, records, carries }: Batch): void => {
  const cells = records.map(({ values }) => new Map(Object.entries(values).map(([name, value]) => cell(name, value))));
  const columns = [...new Set(cells.flatMap((row) => [...row.keys()]))];
  const rows = records.map(({ id }, index) => [
    fullId(id),
    ...columns.map((column) => cells[index]?.get(column) ?? ""),
  ]);
  const body = importer(model, columns, rows);
  draft.step({
    id: step,
    does,
    path: PATH,
    body,
    gives: records.map(({ id }, index) => ({ symbol: recordSymbol(id), from: { take: `result.ids.${index}` } })),
    carries,
    changes: { method: "POST", path: PATH, body },
  });
};

/** Values of stages that not every version of Odoo knows: asked for first, and left out where there is no such column. */
export const addVersioned = (
  draft: Draft,
  columns: readonly { field: string; does: string; rows: readonly (readonly [string, Value])[] }[],
): void => {
  const symbol = (field: string) => `odoo.has.${field}`;
  draft.step({
    id: "odoo.stage-columns",
    does: draft.say("Узнать, что умеют этапы этой версии Odoo", "See what the stages of this version of Odoo know"),
    path: PATH,
    body: call("crm.stage", "fields_get", [columns.map(({ field }) => field), ["type"]]),
    gives: columns.map(({ field }) => ({
      symbol: symbol(field),
      from: { take: `result.${field}.type` },
      optional: true as const,
    })),
  });
  for (const { field, does, rows } of columns) {
    const [first] = rows;
    if (!first) continue;
    const [column] = cell(field, first[1]);
    const body = importer(
      "crm.stage",
      [column],
      rows.map(([record, value]) => [fullId(record), cell(field, value)[1]]),
    );
    const step: StepInput = {
      id: `odoo.stages.${field}`,
      does,
      path: PATH,
      body,
      when: symbol(field),
      changes: { method: "POST", path: PATH, body },
    };
    draft.step(step);
  }
};
