import { useEffect, useState } from "react";
import { useWords } from "#words/context.tsx";

/** A day and time as the reader's own clock shows it. The server does not know that clock and names UTC until then. */
export const Moment = ({ at }: { at: string }) => {
  const { date } = useWords();
  const [zone, setZone] = useState<string | null>(null);
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return <time dateTime={at}>{zone === null ? `${date(at, "moment")} UTC` : date(at, "moment", zone)}</time>;
};
