import type { Now } from "#domain/room.ts";
import { signalsOf } from "#domain/signals.ts";
import { useWords } from "#words/context.tsx";

/** What to ask about a result that may hide something; seen by the facilitator only, about nobody in particular. */
export const Signals = ({ now }: { now: Now }) => {
  const { t } = useWords();
  const signals = signalsOf(now);
  if (signals.length === 0) return null;
  return (
    <aside className="guide guide--now" aria-label={t("signals.title")}>
      <h3>
        {t("signals.title")} <span className="quiet">{t("console.notShown")}</span>
      </h3>
      <ul>
        {signals.map((signal) => (
          <li key={signal}>{t(`signals.${signal}`)}</li>
        ))}
      </ul>
    </aside>
  );
};
