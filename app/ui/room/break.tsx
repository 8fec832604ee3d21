import type { Timer } from "#domain/agenda.ts";
import { TimerLine } from "#ui/primitives/timer-line.tsx";
import { useWords } from "#words/context.tsx";
import "./break.css";

type Props = { pause: Timer; offset: number; at: string; children?: React.ReactNode };

/** Everybody has a break: how long it still is, and what the facilitator may do about it as `children`. */
export const Break = ({ pause, offset, at, children }: Props) => {
  const { t } = useWords();
  return (
    <section className="break" aria-label={t("pause.now")}>
      <p className="break__name">{t("pause.now")}</p>
      <TimerLine endsAt={pause.endsAt} seconds={pause.seconds} offset={offset} at={at} over={t("pause.over")} />
      {children}
    </section>
  );
};
