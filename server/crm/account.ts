import type { Json } from "#exports/crm/contract.ts";

/** The server of a vendor, as one account of it is to be spoken to. Rates are requests a second. */
export type Account = {
  /** The host, which may be told and stands in the ledger. */
  name: string;
  base: string;
  headers: Record<string, string>;
  perSecond: number;
  secrets: string[];
  /** Values for `{{env.…}}` in bodies. */
  given: Record<string, string>;
  suffix?: string;
  /** Where a busy server says how many seconds it wants to be left alone, if not in `retry-after`. */
  pauseHeader: string;
  /** What an answer refuses although its status is 200, or why with another; null: nothing. */
  refusal: (status: number, answer: Json) => string | null;
  /** Refusals for which the key is to blame. */
  isExpired: (status: number, answer: Json) => boolean;
  /** Refusals that only mean «later». */
  isBusy: (status: number, answer: Json) => boolean;
};

/** A variable of the environment that is missing or is no address. */
export class MissingVariable extends Error {
  readonly variable: string;
  readonly expected: { ru: string; en: string };
  constructor(variable: string, ru: string, en: string) {
    super(`${variable}: expected ${en}`);
    this.name = "MissingVariable";
    this.variable = variable;
    this.expected = { ru, en };
  }
}

type Env = Record<string, string | undefined>;

const url = (env: Env, variable: string, example: string, usual?: string): string => {
  const text = env[variable] ?? usual;
  if (text === undefined || !URL.canParse(text) || !/^https?:/.test(text))
    throw new MissingVariable(variable, `адрес, например ${example}`, `an address such as ${example}`);
  return text.replace(/\/+$/, "");
};

const given = (env: Env, variable: string, ru: string, en: string): string => {
  const value = env[variable];
  if (!value) throw new MissingVariable(variable, ru, en);
  return value;
};
const secret = (env: Env, variable: string): string => given(env, variable, "ключ доступа", "an access key");

const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value ?? ""));
const part = (answer: Json, ...keys: string[]): unknown => {
  for (const key of keys) {
    const value = (answer as Record<string, unknown> | null)?.[key];
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
};

const byStatus = (status: number) => status === 429 || status >= 500;
const plainRefusal = (status: number, answer: Json): string | null =>
  status < 400
    ? null
    : text(part(answer, "detail", "message", "error_description", "error", "title") ?? `HTTP ${status}`).slice(0, 300);

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const plain = {
  given: {},
  pauseHeader: "retry-after",
  refusal: plainRefusal,
  isBusy: byStatus,
  isExpired: (status: number) => status === 401,
};

/** Odoo answers a wrong login with `false` and nothing else. */
const isNoLogin = (answer: Json): boolean => (answer as { result?: Json } | null)?.result === false;

const ACCOUNTS: Record<string, (env: Env) => Account> = {
  amocrm: (env) => {
    const base = url(env, "AMOCRM_URL", "https://company.amocrm.ru");
    const token = secret(env, "AMOCRM_TOKEN");
    return {
      ...plain,
      name: new URL(base).host,
      base,
      headers: bearer(token),
      // the vendor allows seven
      perSecond: 6,
      secrets: [token],
      refusal: (status, answer) => {
        const errors = part(answer, "validation-errors");
        return status < 400 ? null : errors ? text(errors).slice(0, 300) : plainRefusal(status, answer);
      },
    };
  },
  bitrix24: (env) => {
    const base = url(env, "BITRIX24_WEBHOOK", "https://company.bitrix24.ru/rest/1/abc123");
    return {
      ...plain,
      name: new URL(base).host,
      base: `${base}/`,
      headers: {},
      perSecond: 2,
      // the secret is the last part of the webhook's address
      secrets: [new URL(base).pathname.split("/").at(-1) ?? base],
      suffix: ".json",
      refusal: (status, answer) => {
        const error = part(answer, "error");
        const told = part(answer, "error_description") ?? error;
        return error !== undefined || status >= 400 || part(answer, "error_description") !== undefined
          ? text(told ?? `HTTP ${status}`).slice(0, 300)
          : null;
      },
      isBusy: (status, answer) =>
        byStatus(status) || /QUERY_LIMIT_EXCEEDED|OPERATION_TIME_LIMIT/.test(text(part(answer, "error"))),
    };
  },
  hubspot: (env) => {
    const base = url(env, "HUBSPOT_URL", "https://api.hubapi.com", "https://api.hubapi.com");
    const token = secret(env, "HUBSPOT_TOKEN");
    return { ...plain, name: new URL(base).host, base, headers: bearer(token), perSecond: 8, secrets: [token] };
  },
  pipedrive: (env) => {
    const base = url(env, "PIPEDRIVE_URL", "https://company.pipedrive.com");
    const token = secret(env, "PIPEDRIVE_TOKEN");
    return {
      ...plain,
      name: new URL(base).host,
      base,
      headers: { "x-api-token": token },
      // the vendor allows ten in the smallest plan, counted over two seconds; what a day may cost is counted apart
      perSecond: 5,
      pauseHeader: "x-ratelimit-reset",
      secrets: [token],
    };
  },
  odoo: (env) => {
    const base = url(env, "ODOO_URL", "https://company.odoo.com");
    const key = secret(env, "ODOO_KEY");
    const db = given(env, "ODOO_DB", "имя базы", "the name of the database");
    return {
      ...plain,
      // one server may hold several databases
      name: `${new URL(base).host}/${db}`,
      base,
      headers: {},
      perSecond: 4,
      secrets: [key],
      given: { db, login: given(env, "ODOO_LOGIN", "логин администратора", "the login of an administrator"), key },
      isExpired: (status, answer) =>
        status === 401 || isNoLogin(answer) || /AccessDenied/.test(text(part(answer, "error"))),
      refusal: (status, answer) => {
        if (isNoLogin(answer)) return "Access Denied";
        const error = part(answer, "error") as Json | undefined;
        if (error !== undefined)
          return text(part((part(error, "data") ?? null) as Json, "message") ?? part(error, "message")).slice(0, 300);
        // `load` answers with what it did not take instead of failing
        const messages = part((part(answer, "result") ?? null) as Json, "messages");
        const refused = Array.isArray(messages)
          ? messages.find((one) => (one as { type?: string }).type === "error")
          : null;
        return refused ? text(part(refused as Json, "message")).slice(0, 300) : plainRefusal(status, answer);
      },
    };
  },
};

/** The vendors that a plan can be carried out in. */
export const APPLIED = Object.keys(ACCOUNTS);

/** @throws {MissingVariable} */
export const accountOf = (vendor: string, env: Env): Account => {
  const make = ACCOUNTS[vendor];
  if (!make) throw new Error(`no account of ${vendor}`);
  return make(env);
};

/** Without the account's secrets, whatever a server put into its answer. */
export const masked = (account: Account, told: string): string =>
  account.secrets.reduce((left, one) => left.replaceAll(one, "•••"), told);
