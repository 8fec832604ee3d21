import type { Json } from "#exports/crm/contract.ts";
import type { Answer, Handle } from "./loopback.ts";

type Item = { [key: string]: Json };
type Status = {
  ID: string;
  ENTITY_ID: string;
  STATUS_ID: string;
  NAME: string;
  SORT: string;
  SYSTEM: "Y" | "N";
  COLOR: string;
  SEMANTICS: string | null;
};

/** The stages of a new pipeline, from the official example of the default one. */
const DEFAULTS: [string, string, number, "Y" | "N", string, string | null][] = [
  ["NEW", "New", 10, "Y", "#39A8EF", null],
  ["PREPARATION", "Document preparation", 20, "N", "#2FC6F6", null],
  ["PREPAYMENT_INVOICE", "Prepayment invoice", 30, "N", "#55D0E0", null],
  ["EXECUTING", "In progress", 40, "N", "#47E4C2", null],
  ["FINAL_INVOICE", "Final invoice", 50, "N", "#FFA900", null],
  ["WON", "Deal won", 60, "Y", "#7BD500", "S"],
  ["LOSE", "Deal lost", 70, "Y", "#FF5752", "F"],
  ["APOLOGY", "Analyze failure", 80, "N", "#FF5752", "F"],
];
const TYPES = new Set(
  "string integer double boolean datetime date money url address enumeration file employee crm_status".split(" "),
);

class Invalid extends Error {}
const check = (isGood: boolean, why: string): void => {
  if (!isGood) throw new Invalid(why);
};

/** Bitrix24's REST as far as its documentation says how it behaves; nobody's portal. */
export const bitrix24Simulator = (secret: string) => {
  let nextId = 100;
  const categories: { id: number; name: string; sort: number }[] = [];
  const statuses: Status[] = [];
  const fields: Record<string, Item[]> = { deal: [], contact: [], company: [] };
  const cards = new Map<string, Json>();

  const rank = ({ SEMANTICS }: Status) => (SEMANTICS === "S" ? 1 : SEMANTICS === "F" ? 2 : 0);
  /** In progress, then the success, then failures. */
  const checkOrder = (entity: string) => {
    const here = statuses
      .filter(({ ENTITY_ID }) => ENTITY_ID === entity)
      .sort((a, b) => Number(a.SORT) - Number(b.SORT));
    for (const [index, status] of here.entries())
      check(
        index === 0 || rank(status) >= rank(here[index - 1] as Status),
        "Cannot create more stages after the final stage",
      );
  };
  const given = (body: Json): Item => ((body as Item | null)?.fields ?? {}) as Item;

  const methods: Record<string, (body: Item) => Json> = {
    "crm.category.list": () => ({ categories }) as unknown as Json,
    "crm.category.add": (body) => {
      check(body.entityTypeId === 2, "entityTypeId");
      const { name, sort } = given(body);
      check(typeof name === "string" && name.trim() !== "" && name.length <= 255, "name");
      const category = { id: nextId++, name: String(name), sort: Number(sort ?? 500) };
      categories.push(category);
      for (const [code, title, order, system, color, semantics] of DEFAULTS)
        statuses.push({
          ID: String(nextId++),
          ENTITY_ID: `DEAL_STAGE_${category.id}`,
          STATUS_ID: `C${category.id}:${code}`,
          NAME: title,
          SORT: String(order),
          SYSTEM: system,
          COLOR: color,
          SEMANTICS: semantics,
        });
      return { category };
    },
    "crm.category.update": (body) => {
      const category = categories.find(({ id }) => id === Number(body.id));
      check(category !== undefined, "NOT_FOUND");
      Object.assign(category as object, given(body));
      return { category } as unknown as Json;
    },
    "crm.status.list": (body) => {
      const { ENTITY_ID } = (body.filter ?? {}) as Item;
      return statuses.filter((one) => one.ENTITY_ID === ENTITY_ID) as unknown as Json;
    },
    "crm.status.add": (body) => {
      const { ENTITY_ID, STATUS_ID, NAME, SORT, COLOR, SEMANTICS } = given(body);
      check(Boolean(STATUS_ID), "The field STATUS_ID is required.");
      check(Boolean(NAME), "The field Title is required.");
      const category = /^DEAL_STAGE_(\d+)$/.exec(String(ENTITY_ID))?.[1];
      check(
        categories.some(({ id }) => id === Number(category)),
        "ENTITY_ID",
      );
      const code = String(STATUS_ID).replace(`C${category}:`, "");
      check(/^[A-Za-z0-9_-]{1,21}$/.test(code), "STATUS_ID: Latin letters, digits, - and _");
      const full = `C${category}:${code}`;
      check(!statuses.some((one) => one.STATUS_ID === full), "The specified status ID already exists.");
      check(SEMANTICS !== "S", "There can only be one final stage");
      check(COLOR === undefined || /^#[0-9a-f]{6}$/i.test(String(COLOR)), "COLOR");
      const status: Status = {
        ID: String(nextId++),
        ENTITY_ID: String(ENTITY_ID),
        STATUS_ID: full,
        NAME: String(NAME),
        SORT: String(SORT ?? 10),
        SYSTEM: "N",
        COLOR: String(COLOR ?? ""),
        SEMANTICS: SEMANTICS ? String(SEMANTICS) : null,
      };
      statuses.push(status);
      try {
        checkOrder(status.ENTITY_ID);
      } catch (error) {
        statuses.pop();
        throw error;
      }
      return Number(status.ID);
    },
    "crm.status.update": (body) => {
      const status = statuses.find(({ ID }) => ID === String(body.id));
      check(status !== undefined, "CRM status not found");
      const { NAME, SORT, COLOR } = given(body);
      Object.assign(status as Status, {
        ...(NAME && { NAME }),
        ...(SORT && { SORT: String(SORT) }),
        ...(COLOR && { COLOR }),
      });
      checkOrder((status as Status).ENTITY_ID);
      return true;
    },
    "crm.status.delete": (body) => {
      const at = statuses.findIndex(({ ID }) => ID === String(body.id));
      check(at >= 0, "CRM status not found");
      check(statuses[at]?.SYSTEM === "N" || (body.params as Item | undefined)?.FORCED === "Y", "a system status");
      statuses.splice(at, 1);
      return true;
    },
    "crm.item.details.configuration.set": (body) => {
      const category = Number((body.extras as Item | undefined)?.dealCategoryId);
      check(
        categories.some(({ id }) => id === category),
        "extras.dealCategoryId",
      );
      for (const section of (body.data ?? []) as Item[]) {
        check(Boolean(section.name && section.title) && section.type === "section", "section");
        for (const { name } of (section.elements ?? []) as Item[])
          check(
            !String(name).startsWith("UF_CRM_") ||
              (fields.deal as Item[]).some(({ FIELD_NAME }) => FIELD_NAME === name),
            `no field ${name}`,
          );
      }
      cards.set(categories.find(({ id }) => id === category)?.name ?? "", body.data ?? null);
      return true;
    },
  };
  for (const entity of ["deal", "contact", "company"]) {
    const all = fields[entity] as Item[];
    methods[`crm.${entity}.userfield.list`] = (body) =>
      all.filter(({ FIELD_NAME }) => FIELD_NAME === ((body.filter ?? {}) as Item).FIELD_NAME);
    methods[`crm.${entity}.userfield.add`] = (body) => {
      const field = given(body);
      check(TYPES.has(String(field.USER_TYPE_ID)), "The 'USER_TYPE_ID' field is not found.");
      check(/^[A-Z0-9_]{1,43}$/.test(String(field.FIELD_NAME)), "FIELD_NAME");
      const name = `UF_CRM_${field.FIELD_NAME}`;
      check(!all.some(({ FIELD_NAME }) => FIELD_NAME === name), "the field is there already");
      check(field.USER_TYPE_ID !== "boolean" || field.MULTIPLE !== "Y", "boolean cannot be multiple");
      const ids = ((field.LIST ?? []) as Item[]).map(({ XML_ID }) => XML_ID);
      check(new Set(ids).size === ids.length, "XML_ID must be unique");
      check(Number(field.SORT) > 0, "SORT");
      const made = { ...field, ID: String(nextId++), FIELD_NAME: name };
      all.push(made);
      return Number(made.ID);
    };
    methods[`crm.${entity}.userfield.update`] = (body) => {
      const field = all.find(({ ID }) => ID === String(body.id));
      check(field !== undefined, "the field is not found");
      Object.assign(field as Item, given(body));
      return true;
    };
  }

  const handle: Handle = ({ path, body }): Answer => {
    const match = /^\/rest\/1\/([^/]+)\/([\w.]+)\.json$/.exec(path);
    if (match?.[1] !== secret)
      return { status: 401, body: { error: "INVALID_CREDENTIALS", error_description: "Invalid request credentials" } };
    const method = methods[match[2] ?? ""];
    if (!method)
      return { status: 404, body: { error: "ERROR_METHOD_NOT_FOUND", error_description: "Method not found!" } };
    try {
      return { status: 200, body: { result: structuredClone(method((body ?? {}) as Item)), time: { duration: 0.01 } } };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return { status: 400, body: { error: "", error_description: error.message } };
    }
  };

  /** All that is in the portal, without ids and in the portal's own order. */
  const state = () => ({
    pipelines: categories.map(({ id, name }) => ({
      name,
      stages: statuses
        .filter(({ ENTITY_ID }) => ENTITY_ID === `DEAL_STAGE_${id}`)
        .sort((a, b) => Number(a.SORT) - Number(b.SORT))
        .map(({ NAME, COLOR, SEMANTICS }) => ({ name: NAME, color: COLOR, semantics: SEMANTICS })),
    })),
    fields: Object.values(fields).flatMap((all) => all.map(({ ID: _, ...field }) => field)),
    cards: [...cards],
  });
  return { handle, state };
};
