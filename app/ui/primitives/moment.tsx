import { useSyncExternalStore } from "react";
import { useWords } from "#words/context.tsx";
import type { DateStyle } from "#words/words.ts";

const never = () => () => {};

/** A point in time in the reader's own time zone; the server, which does not know it, says it in UTC first. */
export const Moment = ({ at, style = "moment" }: { at: string; style?: DateStyle }) => {
  const { date } = useWords();
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  return <time dateTime={at}>{date(at, style, zone)}</time>;
};
