import { useEffect, useRef, useState } from "react";
import type { SharedView } from "#domain/room.ts";
import { useSignal, useSignalWish } from "#live/signal.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";

const SHOWN_MS = 8_000;

/**
 * Tells a participant that there is something new to do: said aloud by screen readers, given as a signal where that is
 * wished, and shown for a moment when the facilitator calls everybody back (`onCall` turns to the work).
 */
export const Attention = ({ shared, onCall }: { shared: SharedView; onCall: () => void }) => {
  const { t, language } = useWords();
  const { now } = shared;
  const { calledAt } = shared.meeting;
  const [called, setCalled] = useState(false);
  const known = useRef(calledAt);
  const turn = useRef(onCall);
  turn.current = onCall;
  useSignal(`${now?.key} ${now?.phase} ${now?.round?.id} ${shared.package?.id} ${calledAt}`);
  useEffect(() => {
    if (known.current === calledAt) return;
    known.current = calledAt;
    turn.current();
    window.scrollTo({ top: 0 });
    setCalled(true);
    const timer = setTimeout(() => setCalled(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [calledAt]);
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {now && `${t(`phase.${now.phase}`)}: ${now.question.wording[language]}`}
      </p>
      {called && <Notice>{t("meeting.called")}</Notice>}
    </>
  );
};

/** Off until somebody wishes it. */
export const SignalWish = () => {
  const { t } = useWords();
  const [on, set] = useSignalWish();
  return (
    <button type="button" className="link phone__pass" aria-pressed={on} onClick={() => set(!on)}>
      {t(on ? "phone.signalOff" : "phone.signalOn")}
    </button>
  );
};
