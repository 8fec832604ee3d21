import * as decoding from "lib0/decoding";
import { IndexeddbPersistence } from "y-indexeddb";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

export type TextState = {
  status: "connecting" | "connected" | "disconnected";
  /** The server has told all it has; stays true when the connection is lost later. */
  synced: boolean;
  /** There is something to show: from the server, or from what this device kept. */
  ready: boolean;
  /** False until the server has granted it, and whenever it takes it back. */
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
const LONGEST_WAIT_MS = 2_500;

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
    // a crowd that was sent away together must not come back together
    maxBackoffTime: LONGEST_WAIT_MS * (0.5 + Math.random()),
  });
  const kept = "indexedDB" in globalThis ? new IndexeddbPersistence(key, doc) : null;
  const listeners = new Set<() => void>();
  let state: TextState = { status: "connecting", synced: false, ready: false, writable: false, refused: null };

  const change = (next: Partial<TextState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  provider.messageHandlers[AUTH] = (_encoder: unknown, decoder: decoding.Decoder) =>
    change({ writable: decoding.readVarUint(decoder) !== DENIED });
  provider.on("status", ({ status }) => {
    change({ status });
    // after a reconnect others know this clock already and would pass the state over until its next renewal
    if (status === "connected") provider.awareness.setLocalState(provider.awareness.getLocalState());
  });
  provider.on("sync", (isSynced) => {
    if (isSynced) change({ synced: true, ready: true });
  });
  provider.on("closed", ({ code }) => change({ refused: code, writable: false }));
  kept?.once("synced", () => {
    if (doc.store.clients.size > 0) change({ ready: true });
  });
  provider.connect();

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
      provider.destroy();
      void kept?.destroy();
      doc.destroy();
    },
  };
};
