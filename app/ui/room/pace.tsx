import { useEffect, useState } from "react";
import { behind, type Pace as Reckoned } from "#domain/preparation.ts";
import { useWords } from "#words/context.tsx";

const MINUTE = 60_000;

/** How much time the questions that are left would take, and whether the meeting keeps to its reckoning. */
export const Pace = ({ pace, at, offset }: { pace: Reckoned; at: string; offset: number }) => {
  const { t, minutes } = useWords();
  // the first paint is the server's: its own time, so that both sides say the same
  const [now, setNow] = useState(() => Date.parse(at));
  useEffect(() => {
    const tick = () => setNow(Date.now() + offset);
    tick();
    const timer = setInterval(tick, MINUTE / 2);
    return () => clearInterval(timer);
  }, [offset]);
  if (pace.left === 0) return null;
  const late = behind(pace, now);
  return (
    <p className="pace">
      {t("pace.left", { time: minutes(Math.ceil(pace.left / 5) * 5) })}
      {late !== null && late >= 5 && <span className="pace__late">{t("pace.behind", { time: minutes(late) })}</span>}
      {late !== null && late <= -5 && <span className="quiet">{t("pace.ahead", { time: minutes(-late) })}</span>}
    </p>
  );
};
