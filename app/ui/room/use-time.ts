import { useEffect, useState } from "react";

const TICK_MS = 15_000;

/**
 * The server's time in ms, anew a few times a minute. The first paint has the time of the page (`at`, an ISO text), so that
 * both sides say the same; `offset` is server's now minus this browser's now.
 */
export const useTime = (at: string, offset: number): number => {
  const [now, setNow] = useState(() => Date.parse(at));
  useEffect(() => {
    const tick = () => setNow(Date.now() + offset);
    tick();
    const ticking = setInterval(tick, TICK_MS);
    return () => clearInterval(ticking);
  }, [offset]);
  return now;
};
