import { apply, type Json, type Patch } from "#domain/patch.ts";
import { backOff, onWaking } from "./waking.ts";

export type LiveStatus = "live" | "reconnecting" | "offline";

/** What a loader gives and the feed keeps up to date; `at` is the server's time (ISO). */
export type Viewed = { shared: object; mine: object; at: string };

type Message =
  | { type: "snapshot"; version: number; at: string; shared: Json; mine: Json }
  | { type: "patch"; version: number; from: number; at: string; shared?: Patch; mine?: Patch }
  | { type: "pong"; at: string };

export type FeedListener<View> = {
  onView: (view: View) => void;
  onStatus: (status: LiveStatus) => void;
  /** The server said not to come back (4400–4499): signed out, removed, no such workshop. */
  onRefused?: (code: number) => void;
};

export type FeedConnection = {
  /** The server's clock in milliseconds, as well as it is known. */
  serverNow(): number;
  close(): void;
};

const PING_MS = 15_000;
const ANSWER_MS = 8_000;
const WAKING_ANSWER_MS = 2_500;
/** The server cuts a browser that it has not heard for so long: after such a sleep there is no answer to wait for. */
const CUT_MS = 40_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/**
 * Follows the feed at `url` until closed: comes back by itself with a spread back-off, at once when the device wakes, and
 * goes on from a snapshot. `Socket` is for tests outside a browser.
 */
export const openFeed = <View extends Viewed>(
  url: string,
  initial: View,
  { onView, onStatus, onRefused }: FeedListener<View>,
  Socket: typeof WebSocket = globalThis.WebSocket,
): FeedConnection => {
  let socket: WebSocket | null = null;
  let view = initial;
  let version: number | null = null;
  let hasAsked = false;
  let offset = Date.parse(initial.at) - Date.now();
  let pingedAt: number | null = null;
  let heardAt = Date.now();
  let failures = 0;
  let isClosed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let pinging: ReturnType<typeof setInterval> | undefined;

  const lost = () => {
    clearTimeout(deadline);
    clearInterval(pinging);
    deadline = undefined;
    version = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.onerror = () => undefined;
      socket.close();
      socket = null;
    }
    if (isClosed) return;
    onStatus(globalThis.navigator?.onLine === false ? "offline" : "reconnecting");
    clearTimeout(retry);
    retry = setTimeout(connect, backOff(failures++, FIRST_WAIT_MS, LONGEST_WAIT_MS));
  };

  const expectAnswer = (within: number) => {
    if (deadline !== undefined) clearTimeout(deadline);
    deadline = setTimeout(lost, within);
  };

  const ping = (within: number) => {
    if (socket?.readyState !== Socket.OPEN) return;
    pingedAt = Date.now();
    socket.send('{"type":"ping"}');
    expectAnswer(within);
  };

  const show = (next: View) => {
    view = next;
    onView(view);
  };

  const receive = (message: Message) => {
    clearTimeout(deadline);
    deadline = undefined;
    const now = Date.now();
    heardAt = now;
    if (message.type === "pong") {
      if (pingedAt !== null) offset = Date.parse(message.at) + (now - pingedAt) / 2 - now;
      pingedAt = null;
    } else if (message.type === "snapshot") {
      const isFirst = version === null && !hasAsked;
      version = message.version;
      hasAsked = false;
      failures = 0;
      offset = Date.parse(message.at) - now;
      show({ ...view, shared: message.shared as object, mine: message.mine as object, at: message.at });
      onStatus("live");
      if (isFirst) ping(ANSWER_MS);
    } else if (message.from !== version) {
      if (hasAsked) return;
      hasAsked = true;
      socket?.send('{"type":"again"}');
    } else {
      version = message.version;
      const shared = message.shared ? (apply(view.shared as Json, message.shared) as object) : view.shared;
      const mine = message.mine ? (apply(view.mine as Json, message.mine) as object) : view.mine;
      show({ ...view, shared, mine, at: message.at });
    }
  };

  const connect = () => {
    clearTimeout(retry);
    if (socket || isClosed) return;
    const opened = new Socket(url);
    socket = opened;
    heardAt = Date.now();
    expectAnswer(ANSWER_MS);
    opened.onopen = () => {
      clearInterval(pinging);
      pinging = setInterval(() => ping(ANSWER_MS), PING_MS);
    };
    opened.onmessage = (event) => {
      try {
        receive(JSON.parse(String(event.data)) as Message);
      } catch {
        lost();
      }
    };
    opened.onerror = () => undefined;
    opened.onclose = (event) => {
      if (event.code < 4400 || event.code > 4499) return lost();
      isClosed = true;
      lost();
      stop();
      onStatus("offline");
      onRefused?.(event.code);
    };
  };

  const stopListening = onWaking(() => {
    const isCut = Date.now() - heardAt > CUT_MS;
    if (socket?.readyState === Socket.OPEN && !isCut) return ping(WAKING_ANSWER_MS);
    if (socket && !isCut) return;
    lost();
    failures = 0;
    connect();
  });

  const stop = () => {
    stopListening();
    globalThis.removeEventListener?.("offline", lost);
  };

  // a network that is known to be gone need not be waited for
  globalThis.addEventListener?.("offline", lost);
  connect();

  return {
    serverNow: () => Date.now() + offset,
    close() {
      isClosed = true;
      clearTimeout(retry);
      stop();
      lost();
    },
  };
};
