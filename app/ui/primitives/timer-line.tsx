import { useEffect, useState } from "react";
import { useWords } from "#words/context.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";
import "./timer-line.css";

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;

const secondsTo = (endsAt: string, now: number): number => Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1000));

/** Seconds left until `endsAt` by the server's clock; `offset` is server's now minus this browser's now, in ms. */
const useSecondsLeft = (endsAt: string, total: number, offset: number, at?: string): number => {
  const [left, setLeft] = useState(() => (at ? secondsTo(endsAt, Date.parse(at)) : total));
  useEffect(() => {
    const tick = () => setLeft(secondsTo(endsAt, Date.now() + offset));
    tick();
    const ticking = setInterval(tick, 250);
    return () => clearInterval(ticking);
  }, [endsAt, offset]);
  return left;
};

/**
 * A thin line that grows shorter, with mm:ss beside it. It is read out once a minute, not every second.
 * @param at the server's time when the page was made, so that the first paint is the same there and here.
 */
export const TimerLine = ({
  endsAt,
  seconds,
  offset = 0,
  at,
  figures = true,
  over,
}: {
  endsAt: string;
  seconds: number;
  offset?: number;
  at?: string;
  figures?: boolean;
  /** What is said when the time is up, in place of «time is up». */
  over?: string;
}) => {
  const { t } = useWords();
  const left = useSecondsLeft(endsAt, seconds, offset, at);
  const minutes = Math.ceil(left / 60);
  const said =
    left === 0 ? (over ?? t("timer.over")) : left < 60 ? t("timer.last") : t("timer.minutes", { count: minutes });
  return (
    <span className={left === 0 ? "timer timer--over" : left < 60 ? "timer timer--last" : "timer"}>
      <svg className="timer__line" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect className="timer__left" width={Math.min(100, (left / seconds) * 100)} height="1" />
      </svg>
      {figures && (
        <span className="timer__figures" role="timer" aria-label={t("timer.left", { time: clock(left) })}>
          {clock(left)}
        </span>
      )}
      <VisuallyHidden live>{said}</VisuallyHidden>
    </span>
  );
};
