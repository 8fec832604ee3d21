import { useCallback, useEffect, useRef, useState } from "react";
import type { View } from "#context";
import { type FeedConnection, type LiveStatus, openFeed } from "./feed.ts";

export type Live = {
  view: View;
  status: LiveStatus;
  /** The close code of a door that was shut for good; null while the feed may come back. */
  refused: number | null;
  /** Milliseconds on the server's clock, for timers. */
  serverNow(): number;
};

const feedUrl = (workshop: string, search: string): string => {
  const scheme = window.location.protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${window.location.host}/feed/${encodeURIComponent(workshop)}${search}`;
};

/**
 * The loader's data, kept live. `search` is passed to the feed (`?projector=TOKEN`). When the loader runs again and is
 * later than the feed, its data is shown.
 */
export const useLive = (initial: View, search = ""): Live => {
  const workshop = initial.shared.workshop.id;
  const [received, setReceived] = useState<View>(initial);
  const [status, setStatus] = useState<LiveStatus>("live");
  const [refused, setRefused] = useState<number | null>(null);
  const connection = useRef<FeedConnection | null>(null);
  const first = useRef(initial);
  // until the feed has told the server's time, the page that was just made is the best that is known of it
  const [skew] = useState(() => Date.parse(initial.at) - Date.now());
  first.current = initial;

  useEffect(() => {
    setRefused(null);
    const opened = openFeed<View>(feedUrl(workshop, search), first.current, {
      onView: setReceived,
      onStatus: setStatus,
      onRefused: setRefused,
    });
    connection.current = opened;
    return () => opened.close();
  }, [workshop, search]);

  const serverNow = useCallback(() => connection.current?.serverNow() ?? Date.now() + skew, [skew]);
  const isReceived = received.shared.workshop.id === workshop && received.at >= initial.at;
  return { view: isReceived ? received : initial, status, refused, serverNow };
};
