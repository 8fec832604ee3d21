import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Json, Plan } from "#exports/crm/contract.ts";
import { planFor, vendorByName } from "#exports/crm/index.ts";
import { windowsPipeline } from "./pipelines.ts";

type Facts<P> = { examples: Record<string, Json>; params: P };
const factsOf = <P>(vendor: string): Facts<P> =>
  JSON.parse(readFileSync(new URL(`./facts/${vendor}.json`, import.meta.url), "utf8")) as Facts<P>;
const amocrmFacts = factsOf<Record<string, Record<string, boolean>>>("amocrm");
const bitrix24Facts = factsOf<Record<string, Record<string, Record<string, boolean>>>>("bitrix24");

const planOf = (name: string): Plan => {
  const vendor = vendorByName(name);
  if (!vendor) throw new Error(`no vendor ${name}`);
  return planFor(vendor, windowsPipeline(), "ru");
};

/** `POST /api/v4/leads/pipelines/{{pipeline.x}}/statuses?limit=2` → `POST /api/v4/leads/pipelines/{id}/statuses`. */
const callOf = (method: string, path: string) =>
  `${method} ${path.replace(/\?.*/, "").replace(/\{\{?[^}]+\}?\}/g, "{id}")}`;

/** Every call of a plan with its body, in the words of the documentation. */
const callsOf = (plan: Plan) =>
  plan.steps.flatMap((step) =>
    [step, step.finds, step.changes].flatMap((call) =>
      call ? [{ call: callOf(call.method, call.path), body: call.body }] : [],
    ),
  );

/** The places of all values in a body: `[].enums[].value`. */
const placesIn = (body: Json, at = ""): string[] => {
  if (Array.isArray(body)) return [...new Set(body.flatMap((one) => placesIn(one, `${at}[]`)))];
  if (typeof body !== "object" || body === null) return [at];
  return Object.entries(body).flatMap(([key, value]) => placesIn(value, at ? `${at}.${key}` : key));
};

test("amoCRM is told nothing that its documentation does not name, and all that it requires", () => {
  const known = new Map(
    Object.entries(amocrmFacts.params).map(([call, params]) => [call.replace(/\{\w+\}/g, "{id}"), params]),
  );
  // rows of several lines that the extraction of the page has lost; they stand in its examples
  const lost = new Set(["enums", "required_statuses"]);
  let checked = 0;
  for (const { call, body } of callsOf(planOf("amocrm"))) {
    const params = known.get(
      call.replace(/\/(contacts|companies)\//, "/leads/").replace(/(custom_fields)\/\{id\}$/, "$1"),
    );
    if (!params || body === null) continue;
    checked++;
    for (const one of Array.isArray(body) ? body : [body]) {
      const keys = Object.keys(one as object);
      const names = Object.keys(params).map((param) => param.replace(/[[.].*/, ""));
      for (const key of keys) if (!lost.has(key)) expect(names, `${call} ${key}`).toContain(key);
      for (const [param, isRequired] of Object.entries(params))
        if (isRequired && call.startsWith("POST") && !param.includes("[")) expect(keys, call).toContain(param);
    }
  }
  expect(checked).toBeGreaterThan(80);
});

test.each([
  ["amocrm", amocrmFacts.examples],
  ["bitrix24", bitrix24Facts.examples],
])("%s is spoken to as in its published examples", (vendor, examples) => {
  const calls = callsOf(planOf(vendor)).map(({ call, body }) => ({
    call: vendor === "bitrix24" ? call.slice(call.indexOf(" ") + 1) : call,
    body,
  }));
  /** What the examples show and a plan has no use for. */
  const unused = /isDefault|^userId|defaultCountry|defaultAddressType|ACTIVE_FILTER|SETTINGS|\.DEF$|\[\]\.DEF|^order/;
  for (const [call, example] of Object.entries(examples)) {
    const bodies = calls.filter((one) => one.call === call).map(({ body }) => body);
    expect(bodies.length, call).toBeGreaterThan(0);
    const said = new Set(bodies.flatMap((body) => placesIn(body)));
    const missing = placesIn(example).filter((place) => !said.has(place) && !unused.test(place));
    expect(missing, call).toEqual([]);
  }
});

test("Bitrix24 is told nothing that its documentation does not name", () => {
  const params = bitrix24Facts.params;
  let checked = 0;
  for (const { call, body } of callsOf(planOf("bitrix24"))) {
    const method = call.slice(call.indexOf(" ") + 1).replace(/crm\.(contact|company)\.userfield/, "crm.deal.userfield");
    const sections = params[method];
    if (!sections) continue;
    checked++;
    const known = new Set(Object.values(sections).flatMap((section) => Object.keys(section)));
    for (const place of placesIn(body))
      for (const key of place.split(".").map((part) => part.replace(/\[\]/g, "")))
        if (key && !/^(FORCED|dealCategoryId|ENTITY_ID)$/.test(key)) expect(known, `${method} ${place}`).toContain(key);
  }
  expect(checked).toBeGreaterThan(60);
});

test("names that are too long, colours that are none of the palette and stages beyond the limit are said in one line each", () => {
  const pipeline = windowsPipeline();
  const [one] = pipeline.pipelines;
  const [stage] = one?.stages ?? [];
  if (!one || !stage) throw new Error("the story has no stages");
  const vendor = vendorByName("amocrm");
  if (!vendor) throw new Error("no amoCRM");
  const long = "Очень длинное название этапа ".repeat(12).trim();
  const changed = {
    ...pipeline,
    pipelines: [
      { ...one, stages: one.stages.map((each) => (each === stage ? { ...each, name: long, color: "#123456" } : each)) },
    ],
  };
  const plan = planFor(vendor, changed, "ru");
  const told = plan.warnings
    .filter(({ element }) => element === `stage:${one.key}/${stage.key}`)
    .map(({ what }) => what);
  expect(told.some((what) => what.startsWith("Название длиннее 255 знаков, стоит «Очень длинное"))).toBe(true);
  expect(told).toContain("В amoCRM нет цвета #123456, взят ближайший #98cbff");
  const many = {
    ...pipeline,
    pipelines: [
      {
        ...one,
        stages: Array.from({ length: 101 }, (_, index) => ({ ...stage, key: `stage-${index + 1}`, order: index + 1 })),
      },
    ],
  };
  expect(() => planFor(vendor, many, "ru")).toThrow(
    `Воронка ${one.name}: этапов 101, в amoCRM помещается не больше 97`,
  );
});
