import { useCallback, useSyncExternalStore } from "react";
import { deviceStorage } from "./device-storage.ts";
import { type Answer, type Command, type Outbox, type OutboxState, openOutbox } from "./outbox.ts";

const NOTHING: OutboxState = { pending: [], refusals: [] };
const outboxes = new Map<string, Outbox>();

/** One outbox a workshop and tab; it goes on sending when no component looks at it. */
const outboxOf = (workshop: string): Outbox => {
  const known = outboxes.get(workshop);
  if (known) return known;
  const outbox = openOutbox(workshop, {
    storage: deviceStorage(),
    fetch: globalThis.fetch.bind(globalThis),
    locks: globalThis.navigator.locks,
  });
  outboxes.set(workshop, outbox);
  return outbox;
};

export type OutboxInUse = OutboxState & {
  send(command: Command): Promise<Answer>;
  /** Puts a shown refusal away. */
  dismiss(id: string): void;
};

/** The commands of this device: send them, see what is still under way and what was refused. */
export const useOutbox = (workshop: string): OutboxInUse => {
  const subscribe = useCallback((listener: () => void) => outboxOf(workshop).subscribe(listener), [workshop]);
  const state = useSyncExternalStore(
    subscribe,
    () => outboxOf(workshop).state(),
    () => NOTHING,
  );
  const send = useCallback((command: Command) => outboxOf(workshop).send(command), [workshop]);
  const dismiss = useCallback((id: string) => outboxOf(workshop).dismiss(id), [workshop]);
  return { ...state, send, dismiss };
};
