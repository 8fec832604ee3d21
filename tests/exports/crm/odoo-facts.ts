import { readFileSync } from "node:fs";

export type Column = { isRequired: boolean; values: string[] | null; since: number; until: number };

const facts = JSON.parse(readFileSync(new URL("./facts/odoo.json", import.meta.url), "utf8")) as {
  models: Record<string, string>;
  externals: Record<string, string>;
  fieldsOfDeal: string[];
};

const columnOf = (text: string): [string, Column] => {
  const [head = "", values] = text.split(":");
  const [name = "", version = ""] = head.split("/");
  return [
    name.replace("*", ""),
    {
      isRequired: name.endsWith("*"),
      values: values?.split(",") ?? null,
      since: version.startsWith("-") ? 0 : Number(version || 0),
      until: version.startsWith("-") ? Number(version.slice(1)) : Number.POSITIVE_INFINITY,
    },
  ];
};

/** The columns that a version of Odoo has of the models that a plan speaks of. */
export const columnsOf = (model: string, version: number): Map<string, Column> | undefined => {
  const line = facts.models[model];
  return (line &&
    new Map(
      line
        .split(" ")
        .map(columnOf)
        .filter(([, { since, until }]) => since <= version && version <= until),
    )) as Map<string, Column> | undefined;
};

/** What every database with CRM has under these external ids, and of which model it is. */
export const EXTERNALS: ReadonlyMap<string, string> = new Map(Object.entries(facts.externals));
export const FIELDS_OF_DEAL: ReadonlySet<string> = new Set(facts.fieldsOfDeal);
