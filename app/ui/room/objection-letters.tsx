import { useEffect, useState } from "react";
import { type Disposition, isOpen } from "#domain/objection.ts";
import type { ObjectionView } from "#domain/room.ts";
import { useDraft } from "#live/draft.ts";
import { TextAreaField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";

type Props = {
  objections: ObjectionView[];
  /** Ids of the objections that this device raised: only it may answer for them. */
  own?: string[];
  /** The facilitator answers for objections that were said aloud, on the word of the objector. */
  aloud?: boolean;
  onReply?: (objection: string, text: string) => void;
  onDispose?: (objection: string, to: Disposition) => void;
};

const ANSWERS = ["integrated", "withdrawn", "stand-aside", "upheld"] as const;
/** So long the room waits for an answer; without one the objection stays open (domain brief §6.4). */
const ANSWER_MS = 60_000;
const SAY = {
  integrated: "objection.integrate",
  withdrawn: "objection.withdraw",
  "stand-aside": "objection.standAside",
  upheld: "objection.uphold",
} as const;

/** Objections as a calm exchange of letters; the objector answers from the own device, also without a name. */
export const ObjectionLetters = ({ objections, own = [], aloud = false, onReply, onDispose }: Props) => {
  const { t } = useWords();
  const whose = (objection: ObjectionView, mine: boolean): string =>
    mine ? t("objection.mine") : objection.aloud ? t("objection.aloud") : (objection.by ?? t("objection.anonymous"));
  return (
    <ul className="letters">
      {objections.map((objection) => {
        const mine = own.includes(objection.id);
        const mayAnswer = mine || (aloud && objection.aloud);
        return (
          <li key={objection.id} className={`letter${isOpen(objection) ? " letter--open" : ""}`}>
            <header className="letter__head">
              <span>{whose(objection, mine)}</span>
              <span className="letter__state">{t(`disposition.${objection.disposition}`)}</span>
            </header>
            <p className="letter__reason">{objection.reason}</p>
            <p className="letter__wish">
              <span className="quiet">{t("objection.wish")}</span> {objection.wish}
            </p>
            {objection.replies.map((reply) => (
              <p key={reply.id} className={`letter__reply letter__reply--${reply.from}`}>
                <span className="quiet">{t(`objection.from.${reply.from}`)}</span> {reply.text}
              </p>
            ))}
            {isOpen(objection) && onReply && (mine || aloud) && (
              <Answer objection={objection.id} onSend={(text) => onReply(objection.id, text)} />
            )}
            {aloud && isOpen(objection) && !objection.aloud && objection.replies.at(-1)?.from === "facilitator" && (
              <Waiting key={objection.replies.length} />
            )}
            {mayAnswer && isOpen(objection) && onDispose && (
              <div className="letter__answers">
                {ANSWERS.filter((answer) => answer !== objection.disposition).map((answer) => (
                  <button
                    key={answer}
                    type="button"
                    className="button button--quiet button--small"
                    onClick={() => onDispose(objection.id, answer)}
                  >
                    {t(SAY[answer])}
                  </button>
                ))}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** The facilitator has written; whether and when the objector answers is the objector's affair. */
const Waiting = () => {
  const { t } = useWords();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const minute = setTimeout(() => setOver(true), ANSWER_MS);
    return () => clearTimeout(minute);
  }, []);
  return (
    <p className="quiet" role="status">
      {t(isOver ? "objection.silent" : "objection.asked")}
    </p>
  );
};

const Answer = ({ objection, onSend }: { objection: string; onSend: (text: string) => void }) => {
  const { t } = useWords();
  const [text, setText, clear] = useDraft(`reply:${objection}`);
  return (
    <form
      className="letter__answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return;
        onSend(text.trim());
        clear();
      }}
    >
      <TextAreaField
        label={t("objection.reply")}
        rows={2}
        value={text}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button button--quiet" disabled={!text.trim()}>
        {t("objection.send")}
      </button>
    </form>
  );
};
