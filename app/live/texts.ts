import * as decoding from "lib0/decoding";
import { IndexeddbPersistence } from "y-indexeddb";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { backOff, onWaking } from "./waking.ts";

export type TextState = {
  status: "connecting" | "connected" | "disconnected";
  /** The server has told all it has; stays true when the connection is lost later. */
  synced: boolean;
  /** There is something to show: from the server, or from what this device kept. */
  ready: boolean;
  /** What the server said last, on this device too; false until it has said anything. */
  writable: boolean;
  /** The close code of a door that was shut for good. */
  refused: number | null;
};

export type OpenText = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  state(): TextState;
  subscribe(listener: () => void): () => void;
  dispose(): void;
};

const AUTH = 2;
const DENIED = 0;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 2_500;
/** The server says something at least this often; a socket that was silent for longer has not outlived the sleep. */
const SILENCE_MS = 25_000;
/** The name under which the device keeps whether this text may be written. */
const RIGHT = "writable";

/** Splits `/rooms/<workshop>/<name>?projector=TOKEN` into what the provider wants to have apart. */
export const addressOf = (roomUrl: string, origin: string) => {
  const url = new URL(roomUrl, origin.replace(/^http/, "ws"));
  const slash = url.pathname.lastIndexOf("/");
  return {
    server: `${url.origin}${url.pathname.slice(0, slash)}`,
    room: url.pathname.slice(slash + 1),
    params: Object.fromEntries(url.searchParams),
    key: `reglament${url.pathname}`,
  };
};

/** Opens a shared text: live with the room, kept on the device, editable offline. */
export const openText = (roomUrl: string, origin = window.location.origin, Socket = globalThis.WebSocket): OpenText => {
  const { server, room, params, key } = addressOf(roomUrl, origin);
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server, room, doc, {
    connect: false,
    params,
    WebSocketPolyfill: Socket,
  });
  const kept = "indexedDB" in globalThis ? new IndexeddbPersistence(key, doc) : null;
  const listeners = new Set<() => void>();
  let state: TextState = { status: "connecting", synced: false, ready: false, writable: false, refused: null };

  const change = (next: Partial<TextState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  let isTold = false;
  provider.messageHandlers[AUTH] = (_encoder: unknown, decoder: decoding.Decoder) => {
    isTold = true;
    const writable = decoding.readVarUint(decoder) !== DENIED;
    void kept?.set(RIGHT, writable ? "yes" : "no");
    change({ writable });
  };
  provider.on("connection-close", () => {
    // the provider waits 200, 400, … ms, and at most this: a crowd that was sent away together must not come back together
    provider.maxBackoffTime = backOff(provider.wsUnsuccessfulReconnects, FIRST_WAIT_MS, LONGEST_WAIT_MS);
  });
  provider.on("status", ({ status }) => {
    change({ status });
    // after a reconnect others know this clock already and would pass the state over until its next renewal
    if (status === "connected") provider.awareness.setLocalState(provider.awareness.getLocalState());
  });
  provider.on("sync", (isSynced) => {
    if (isSynced) change({ synced: true, ready: true });
  });
  provider.on("closed", ({ code }) => change({ refused: code, writable: false }));
  kept?.once("synced", async () => {
    if (doc.store.clients.size > 0) change({ ready: true });
    // without a connection the last word of the server counts; what it refuses when it is back stays on the device
    if ((await kept.get(RIGHT)) === "yes" && !isTold && state.refused === null) change({ writable: true, ready: true });
  });
  provider.connect();

  const stopListening = onWaking(() => {
    const isAsleep = provider.ws !== null && Date.now() - provider.wsLastMessageReceived > SILENCE_MS;
    if (!provider.shouldConnect || (provider.ws !== null && !isAsleep)) return;
    // not after the wait that was due, which the sleep may have made a long one
    provider.disconnect();
    provider.connect();
  });

  return {
    doc,
    provider,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      listeners.clear();
      stopListening();
      provider.destroy();
      void kept?.destroy();
      doc.destroy();
    },
  };
};
