import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import type { Json } from "#exports/crm/contract.ts";

type Schema = { [key: string]: Json };
type Spec = {
  calls: Record<string, { body: string | null; answers: Record<string, string | null> }>;
  components: { schemas: Record<string, Schema> };
};

const spec = JSON.parse(readFileSync(new URL("./facts/hubspot.json", import.meta.url), "utf8")) as Spec;

/** An OpenAPI schema forbids no key; here what it does not name is a fault. */
const closed = (schema: Json): Json => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "properties" in schema && !("additionalProperties" in schema)
    ? { ...inner, additionalProperties: false }
    : inner;
};

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: "hubspot", components: { schemas: closed(spec.components.schemas) } });
const validators = new Map<string, ValidateFunction>();
const validator = (schema: string): ValidateFunction => {
  const made = validators.get(schema) ?? ajv.compile({ $ref: `hubspot#/components/schemas/${schema}` });
  validators.set(schema, made);
  return made;
};

/** `PATCH /crm/v3/properties/deals/reglament_need` → the call of the specification, or undefined. */
const published = (call: string): string | undefined =>
  Object.keys(spec.calls)
    // a fixed part of an address goes before one that is a name
    .sort((a, b) => a.split("{").length - b.split("{").length)
    .find((one) => new RegExp(`^${one.replace(/\{\w+\}/g, "[^/]+")}$`).test(call));

const faults = (schema: string | null | undefined, value: Json): string[] => {
  if (!schema) return value === null ? [] : ["the specification has nothing here"];
  const validate = validator(schema);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      );
};

/** What the official specification has against this body of this call; nothing: []. */
export const faultsOfBody = (call: string, body: Json): string[] => {
  const one = published(call);
  return one ? faults(spec.calls[one]?.body, body) : [`no call ${call}`];
};

export const faultsOfAnswer = (call: string, status: number, answer: Json): string[] => {
  const one = published(call);
  const answers = one ? spec.calls[one]?.answers : undefined;
  return answers && String(status) in answers ? faults(answers[status], answer) : [`${call} has no answer ${status}`];
};
