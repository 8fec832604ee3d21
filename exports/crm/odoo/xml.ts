import { type Batch, idsIn, type Value, withIds } from "./records.ts";

/** Characters that XML 1.0 has no place for (its production `Char`, turned round). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
export const xmlAttribute = (text: string): string => xmlText(text).replaceAll('"', "&quot;").replace(/\s+/g, " ");

/** The literal of Python for a text. */
export const pythonText = (text: string): string => JSON.stringify(text.replace(FORBIDDEN, ""));

const field = (name: string, value: Value): string => {
  const open = `<field name="${name}"`;
  if (typeof value === "string") return `${open}>${xmlText(value)}</field>`;
  if (typeof value === "number") return `${open} eval="${value}"/>`;
  if (typeof value === "boolean") return `${open} eval="${value ? "True" : "False"}"/>`;
  if ("ref" in value) return `${open} ref="${value.ref}"/>`;
  if ("refs" in value) return `${open} eval="[(6, 0, [${value.refs.map((ref) => `ref('${ref}')`).join(", ")}])]"/>`;
  if ("domain" in value) {
    const ids = idsIn(value.domain);
    const text = xmlAttribute(pythonText(withIds(value.domain.replaceAll("%", "%%"), () => "%d")));
    return `${open} eval="${text} % (${ids.map((id) => `ref('${id}'),`).join(" ")})"/>`;
  }
  // a percent sign is doubled, since %(id)d is how an arch names a record
  return `${open} type="xml">${withIds(value.arch.replaceAll("%", "%%"), (id) => `%(${id})d`)}</field>`;
};

const record = (model: string, { id, values }: Batch["records"][number]): string =>
  [
    `    <record id="${id}" model="${model}">`,
    ...Object.entries(values).map(([name, value]) => `        ${field(name, value)}`),
    "    </record>",
  ].join("\n");

/** A data file of an Odoo module. `more` stands after the records. */
export const dataFile = (batches: readonly Batch[], more: readonly string[] = []): string => {
  const isKept = batches.some((batch) => batch.isKept);
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<odoo noupdate="${isKept ? 1 : 0}">`,
    ...batches.flatMap(({ model, records }) => records.map((one) => record(model, one))),
    ...more,
    "</odoo>",
  ].join("\n")}\n`;
};

/** The manifest, which is a literal of Python. */
export const manifest = (name: string, version: string, data: readonly string[]): string =>
  `${[
    "{",
    `    "name": ${pythonText(name)},`,
    `    "version": ${pythonText(version)},`,
    '    "category": "Sales/CRM",',
    '    "license": "LGPL-3",',
    '    "depends": ["crm", "base_automation"],',
    `    "data": [${data.map(pythonText).join(", ")}],`,
    '    "installable": True,',
    "}",
  ].join("\n")}\n`;
