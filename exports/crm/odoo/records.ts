/** The module that the records belong to: by file and by call they get the same external ids, so neither doubles the other. */
export const MODULE = "reglament";

/**
 * A value of a field of Odoo: a plain one; another record or several of them by their external ids; a domain or the arch of a
 * view, in which `idOf` stands where the database’s own number of a record must be.
 */
export type Value =
  | string
  | number
  | boolean
  | { ref: string }
  | { refs: string[] }
  | { domain: string }
  | { arch: string };

/** One record with its external id: of this module, or with the module’s name and a dot before it. */
export type OdooRecord = { id: string; values: Record<string, Value> };

/** Records of one model that are loaded together. `isKept`: an upgrade of the module neither changes nor deletes them. */
export type Batch = {
  step: string;
  does: string;
  file: string;
  model: string;
  records: OdooRecord[];
  carries: string[];
  isKept?: true;
};

const MARK = /<#([^#]+)#>/g;

/** The place of a database id in a domain or an arch. */
export const idOf = (record: string): string => `<#${record}#>`;
export const withIds = (text: string, made: (record: string) => string): string =>
  text.replace(MARK, (_, record: string) => made(record));
export const idsIn = (text: string): string[] => [...text.matchAll(MARK)].map(([, record = ""]) => record);

/** Keys hold single hyphens only, so two underscores between them keep external ids apart. */
export const xmlId = (kind: string, ...keys: (string | number)[]): string =>
  [kind, ...keys].map((key) => String(key).replaceAll("-", "_")).join("__");

export const fullId = (record: string): string => (record.includes(".") ? record : `${MODULE}.${record}`);
