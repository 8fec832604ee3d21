import { createHash } from "node:crypto";
import type { Given, Json, Method, Plan, Step } from "#exports/crm/contract.ts";
import { type Account, masked } from "./account.ts";
import type { Ledger } from "./ledger.ts";
import { type Known, pointed, resolved, resolvedText } from "./symbols.ts";

export type Outcome = "made" | "found" | "changed" | "kept" | "passed";

export type Progress = { step: Step; outcome: Outcome; done: number; of: number };

export type Means = {
  account: Account;
  ledger: Ledger;
  keep: (ledger: Ledger) => Promise<void>;
  told: (progress: Progress) => Promise<void>;
  send: typeof fetch;
  wait: (ms: number) => Promise<void>;
};

/** A step that the server refused, or did not answer after all tries. What was done before stays in the ledger. */
export class StepFailed extends Error {
  readonly step: Step;
  readonly done: number;
  readonly why: string;
  readonly isExpired: boolean;
  constructor(step: Step, done: number, why: string, isExpired: boolean) {
    super(`${step.id}: ${why}`);
    this.name = "StepFailed";
    this.step = step;
    this.done = done;
    this.why = why;
    this.isExpired = isExpired;
  }
}

const TRIES = 6;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const TIMEOUT_MS = 30_000;

/** The server said no; asking again does not help. */
class Refused extends Error {
  readonly isExpired: boolean;
  constructor(isExpired: boolean, why: string) {
    super(why);
    this.isExpired = isExpired;
  }
}
/** The server was busy or did not answer; whether it did what was asked is not known when `isOpen`. */
class TryAgain extends Error {
  readonly isOpen: boolean;
  readonly after: number | null;
  constructor(why: string, isOpen: boolean, after: number | null = null) {
    super(why);
    this.isOpen = isOpen;
    this.after = after;
  }
}

/**
 * Carries the plan out step by step. Run again with the same ledger it goes on where it stopped; run again without one it
 * finds what is there. Only steps whose body has changed since are changed in the CRM.
 * @throws {StepFailed}
 */
export const carryOut = async (plan: Plan, means: Means): Promise<Record<Outcome, number>> => {
  const { account, ledger, keep, told } = means;
  const counts: Record<Outcome, number> = { made: 0, found: 0, changed: 0, kept: 0, passed: 0 };
  const known: Known = new Map(Object.entries(account.given).map(([key, value]) => [`env.${key}`, value]));
  for (const { given } of Object.values(ledger.steps))
    for (const [symbol, value] of Object.entries(given)) known.set(symbol, value);
  const ask = pacedBy(means);
  for (const [index, step] of plan.steps.entries()) {
    let outcome: Outcome;
    try {
      outcome = await oneStep(step, known, means, ask);
    } catch (error) {
      const why = masked(account, error instanceof Error ? error.message : String(error));
      throw new StepFailed(step, index, why, error instanceof Refused && error.isExpired);
    }
    counts[outcome]++;
    if (outcome !== "kept" && outcome !== "passed") {
      delete ledger.begun;
      ledger.steps[step.id] = { hash: hashOf(step), given: givenBy(step, known) };
      await keep(ledger);
    }
    await told({ step, outcome, done: index + 1, of: plan.steps.length });
  }
  return counts;
};

export type Ask = (method: Method, path: string, body: Json) => Promise<Json>;
export type Asking = Pick<Means, "account" | "send" | "wait">;

/** One question to the account, paced and asked again while its server is busy; what fails says why without secrets. */
export const asking = (means: Asking): Ask => {
  const ask = pacedBy(means);
  return async (method, path, body) => {
    try {
      return await again(means, () => ask(method, path, body));
    } catch (error) {
      throw new Error(masked(means.account, error instanceof Error ? error.message : String(error)));
    }
  };
};

const oneStep = async (step: Step, known: Known, means: Means, ask: Ask): Promise<Outcome> => {
  if (step.when !== undefined && !known.has(step.when)) return "passed";
  const before = means.ledger.steps[step.id];
  if (before && before.hash === hashOf(step)) return "kept";
  // it came with the answer to an earlier step; once it is in the ledger, a later edition can change it
  if (!before && step.unless !== undefined && known.has(step.unless)) return "found";
  const call = ({ method, path, body }: { method: Method; path: string; body: Json }) =>
    ask(method, resolvedText(path, known), resolved(body, known));
  const find = async (): Promise<boolean> => {
    if (!step.finds) return false;
    const answer = await again(means, () => call(step.finds as NonNullable<Step["finds"]>));
    return take(step.finds.gives, answer, known);
  };
  const change = async (otherwise: Outcome): Promise<Outcome> => {
    const { changes } = step;
    if (!changes) return otherwise;
    let isOpen = false;
    return again(means, async (): Promise<Outcome> => {
      // a first try whose answer was lost may have given new ids
      if (isOpen) await find();
      try {
        await call(changes);
        return "changed";
      } catch (error) {
        isOpen ||= error instanceof TryAgain && error.isOpen;
        throw error;
      }
    });
  };
  if (before && step.changes) return change("kept");
  if (before && step.finds) return "kept";
  if (await find()) return change("found");
  const { ledger, keep } = means;
  const takesAway = step.when !== undefined && step.finds === null;
  // an earlier run may have been stopped between the answer and the note of it
  let isOpen = takesAway && ledger.begun === step.id;
  if (takesAway && !isOpen) {
    ledger.begun = step.id;
    await keep(ledger);
  }
  return again(means, async () => {
    // a first try may have been carried out although its answer was lost
    if (isOpen && (await find())) return change("found");
    try {
      const answer = await call(step);
      if (!take(step.gives, answer, known))
        throw new Error(`the answer lacks ${step.gives.map(({ symbol }) => symbol).join(", ")}`);
      return "made";
    } catch (error) {
      if (error instanceof TryAgain && error.isOpen) isOpen = true;
      // what the first try took away cannot be taken away again
      else if (takesAway && error instanceof Refused && !error.isExpired) {
        if (isOpen) return "made";
        delete ledger.begun;
        await keep(ledger);
      }
      throw error;
    }
  });
};

/** Puts what an answer gives among the known; false when something is missing, and then nothing is. */
const take = (gives: readonly Given[], answer: Json, known: Known): boolean => {
  const found = new Map<string, Json>();
  const at = () => new Map([...known, ...found]);
  for (const { symbol, from, optional } of gives) {
    const value = pointed(answer, from, at());
    if (value !== undefined && value !== null) found.set(symbol, value);
    else if (!optional) return false;
  }
  for (const [symbol, value] of found) known.set(symbol, value);
  return true;
};

const again = async <T>({ wait }: Pick<Means, "wait">, tried: () => Promise<T>): Promise<T> => {
  let pause = FIRST_PAUSE_MS;
  for (let count = 1; ; count++) {
    try {
      return await tried();
    } catch (error) {
      if (!(error instanceof TryAgain) || count >= TRIES) throw error;
      await wait(Math.min(error.after ?? pause, LONGEST_PAUSE_MS));
      pause *= 2;
    }
  }
};

/** Asks no faster than the account allows. */
const pacedBy = ({ account, send, wait }: Asking): Ask => {
  let nextAt = 0;
  return async (method, path, body) => {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + 1000 / account.perSecond;
    if (at > now) await wait(at - now);
    let response: Response;
    let text: string;
    try {
      response = await send(`${account.base}${path}${account.suffix ?? ""}`, {
        method,
        headers: {
          accept: "application/json",
          ...(body !== null && { "content-type": "application/json" }),
          ...account.headers,
        },
        ...(body !== null && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      text = await response.text();
    } catch (error) {
      const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
      throw new TryAgain(cause?.code ?? (error instanceof Error ? error.message : "no answer"), true);
    }
    const answer = jsonOf(text);
    if (account.isBusy(response.status, answer)) {
      const seconds = Number(response.headers.get("retry-after") ?? response.headers.get(account.pauseHeader));
      // «too many requests» is said before anything is done; a fault of the server may have come after
      throw new TryAgain(`HTTP ${response.status}`, response.status >= 500, seconds > 0 ? seconds * 1000 : null);
    }
    const refusal = account.refusal(response.status, answer);
    if (refusal !== null)
      throw new Refused(account.isExpired(response.status, answer), `${response.status} ${method} ${path}: ${refusal}`);
    return answer;
  };
};

const jsonOf = (text: string): Json => {
  try {
    // an empty list is answered with nothing at all by some (204)
    return text === "" ? null : (JSON.parse(text) as Json);
  } catch {
    return text.slice(0, 300);
  }
};

const hashOf = (step: Step): string =>
  createHash("sha256")
    .update(JSON.stringify([step.method, step.path, step.body]))
    .digest("hex")
    .slice(0, 16);

const givenBy = (step: Step, known: Known): Record<string, string | number> =>
  Object.fromEntries(
    [...step.gives, ...(step.finds?.gives ?? [])].flatMap(({ symbol }) => {
      const value = known.get(symbol);
      return typeof value === "string" || typeof value === "number" ? [[symbol, value]] : [];
    }),
  );
