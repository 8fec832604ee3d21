import { isRefusal, type Refusal } from "#domain/refusal.ts";
import type { DeviceStorage } from "./device-storage.ts";
import { backOff, onWaking } from "./waking.ts";

/** A command to the server. `id` is made by the device and stands in the body too, so that a repetition is recognised. */
export type Command = {
  id: string;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  body: unknown;
  /** Whose words these are, on a phone that is passed around. */
  by?: string;
};
export type Refused = { command: Command; refusal: Refusal };
export type Answer = { done: true } | Refusal;
export type OutboxState = { pending: readonly Command[]; refusals: readonly Refused[] };

export type Outbox = {
  /** Keeps the command on the device first, then sends it; settles when the server has answered, however late. */
  send(command: Command): Promise<Answer>;
  state(): OutboxState;
  dismiss(id: string): void;
  /** Tries now what waits for its time. */
  wake(): void;
  subscribe(listener: () => void): () => void;
  close(): void;
};

export type OutboxParts = {
  storage: DeviceStorage;
  fetch: typeof fetch;
  /** Absent outside secure contexts; then two tabs may send the same command, which the server recognises. */
  locks?: LockManager | undefined;
};

const FIRST_WAIT_MS = 700;
const LONGEST_WAIT_MS = 15_000;
const CROWDED_WAIT_MS = 5_000;
const ANSWER_MS = 15_000;
const LOCK_MS = 20_000;
const FAILURES_BEFORE_OTHERS = 5;
const EMPTY: OutboxState = { pending: [], refusals: [] };

export const outboxKey = (workshop: string): string => `reglament.outbox.${workshop}`;

/** The commands of one workshop on this device: sent in order, kept through reloads, given up only when refused. */
export const openOutbox = (workshop: string, { storage, fetch, locks }: OutboxParts): Outbox => {
  const key = outboxKey(workshop);
  const listeners = new Set<() => void>();
  const waiting = new Map<string, ((answer: Answer) => void)[]>();
  let read: { text: string | null; state: OutboxState } = { text: null, state: EMPTY };
  let failures = 0;
  let isSending = false;
  let isClosed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const state = (): OutboxState => {
    const text = storage.getItem(key);
    if (text !== read.text) read = { text, state: parsed(text) };
    return read.state;
  };

  const change = (next: OutboxState) => {
    if (next.pending.length || next.refusals.length) storage.setItem(key, JSON.stringify(next));
    else storage.removeItem(key);
    announce();
  };

  /** Also what another tab has sent for us is answered. */
  const announce = () => {
    const { pending, refusals } = state();
    for (const [id, settle] of waiting) {
      if (pending.some((command) => command.id === id)) continue;
      waiting.delete(id);
      const answer: Answer = refusals.find(({ command }) => command.id === id)?.refusal ?? { done: true };
      for (const each of settle) each(answer);
    }
    for (const listener of listeners) listener();
  };

  const settle = (command: Command, answer: Answer) => {
    const { pending, refusals } = state();
    change({
      pending: pending.filter(({ id }) => id !== command.id),
      refusals: isRefusal(answer) ? [...refusals, { command, refusal: answer }] : refusals,
    });
  };

  const later = (command: Command, status: number) => {
    failures++;
    // a command on which the server stumbles again and again must not hold up all that come after it
    if (status >= 500 && failures % FAILURES_BEFORE_OTHERS === 0) {
      const { pending, refusals } = state();
      const others = pending.filter(({ id }) => id !== command.id);
      if (pending.length > others.length) change({ pending: [...others, command], refusals });
    }
    const wait = backOff(failures - 1, FIRST_WAIT_MS, LONGEST_WAIT_MS);
    clearTimeout(retry);
    retry = setTimeout(() => void run(), status === 429 ? Math.max(wait, CROWDED_WAIT_MS) : wait);
  };

  const sendAll = async () => {
    for (let command = state().pending[0]; command && !isClosed; command = state().pending[0]) {
      const answer = await post(fetch, command);
      if (typeof answer === "number") return later(command, answer);
      failures = 0;
      settle(command, answer);
    }
  };

  const run = async () => {
    clearTimeout(retry);
    if (isSending || isClosed || state().pending.length === 0) return;
    isSending = true;
    try {
      if (locks) await underLock(locks, key, sendAll);
      else await sendAll();
    } finally {
      isSending = false;
    }
    announce();
  };

  const wake = () => {
    failures = 0;
    void run();
  };

  const onStorage = (event: StorageEvent) => {
    if (event.key === key) announce();
  };
  const stopWaking = onWaking(wake);
  globalThis.addEventListener?.("storage", onStorage);
  void run();

  return {
    send(command) {
      const { pending, refusals } = state();
      const answered = new Promise<Answer>((resolve) => {
        waiting.set(command.id, [...(waiting.get(command.id) ?? []), resolve]);
      });
      if (!pending.some(({ id }) => id === command.id))
        change({
          pending: [...pending, command],
          refusals: refusals.filter((refused) => refused.command.id !== command.id),
        });
      void run();
      return answered;
    },
    state,
    dismiss(id) {
      const { pending, refusals } = state();
      change({ pending, refusals: refusals.filter(({ command }) => command.id !== id) });
    },
    wake,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      clearTimeout(retry);
      stopWaking();
      globalThis.removeEventListener?.("storage", onStorage);
    },
  };
};

const parsed = (text: string | null): OutboxState => {
  try {
    const { pending, refusals } = JSON.parse(text ?? "null") ?? EMPTY;
    return Array.isArray(pending) && Array.isArray(refusals) ? { pending, refusals } : EMPTY;
  } catch {
    return EMPTY;
  }
};

/** A tab that was put to sleep with the lock in its hand must not silence the others for ever. */
const underLock = async (locks: LockManager, name: string, act: () => Promise<void>): Promise<void> => {
  let hasBegun = false;
  try {
    await locks.request(name, { signal: AbortSignal.timeout(LOCK_MS) }, async () => {
      hasBegun = true;
      await act();
    });
  } catch (error) {
    if (hasBegun) throw error;
    await act();
  }
};

/** The server's answer, or the status (0: none) after which to try again. */
const post = async (send: typeof fetch, command: Command): Promise<Answer | number> => {
  let response: Response;
  let body: unknown;
  try {
    response = await send(command.url, {
      method: command.method,
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(command.body),
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    body = await response.json().catch(() => null);
  } catch {
    return 0;
  }
  const { status } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) return { refused: "not-allowed" };
  if (status === 408 || status === 425 || status === 429 || status >= 500) return status;
  if (isRefusal(body)) return body;
  if (response.ok) return isDone(body) ? { done: true } : 0; // a captive portal answers 200 to everything
  return { refused: status === 404 ? "no-such-thing" : status === 401 || status === 403 ? "not-allowed" : "bad-input" };
};

const isDone = (body: unknown): boolean => typeof body === "object" && body !== null && "done" in body;
