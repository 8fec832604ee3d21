import type { Now, SharedView } from "#domain/room.ts";
import { useDraft } from "#live/draft.ts";
import { TextAreaField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import { Candidate } from "./candidate.tsx";
import { RoundResult } from "./round-result.tsx";

type Props = {
  now: Now;
  shared: SharedView;
  /** Who takes part may say what was left unsaid when a section closes. */
  onSay?: ((text: string) => void) | undefined;
};

/** What was decided, with the arithmetic that decided it. */
export const Settled = ({ now, shared, onSay }: Props) => {
  const { t, date } = useWords();
  const { decision } = now;
  if (!decision) return <p className="phone__todo">{t("phone.waiting")}</p>;
  return (
    <>
      <section className="settled" aria-live="polite">
        {decision.kind === "parked" ? (
          <>
            <p className="settled__verdict settled__verdict--parked">
              {t("settled.parked", { owner: decision.owner, date: date(decision.dueOn) })}
            </p>
            {decision.missing && <p>{t("settled.missing", { missing: decision.missing })}</p>}
          </>
        ) : (
          <>
            <p className="settled__verdict">
              {decision.kind === "consent"
                ? t(`settled.${decision.verdict}`)
                : decision.kind === "trial"
                  ? t("settled.trial", { date: date(decision.until) })
                  : t("settled.head", { name: decision.decidedBy, date: date(decision.reviewOn) })}
            </p>
            {decision.kind === "consent" && decision.reviewOn && (
              <p>{t("settled.review", { date: date(decision.reviewOn) })}</p>
            )}
            <Candidate now={now} shared={shared} />
            {now.round && <RoundResult round={now.round} departments={shared.workshop.departments} />}
          </>
        )}
      </section>
      {now.closesSection && <Unsaid now={now} onSay={onSay} />}
    </>
  );
};

/** Before the section is left: what nobody has said yet, without a name, and what has been said so far. */
const Unsaid = ({ now, onSay }: Pick<Props, "now" | "onSay">) => {
  const { t } = useWords();
  const [text, setText, clear] = useDraft(`unsaid:${now.key}`, "");
  const said = now.ideas.filter(({ unsaid }) => unsaid);
  return (
    <section className="stack" aria-labelledby="unsaid">
      <h2 id="unsaid">{t("unsaid.ask")}</h2>
      {said.length > 0 && (
        <ul>
          {said.map((idea) => (
            <li key={idea.id}>{idea.text}</li>
          ))}
        </ul>
      )}
      {onSay && (
        <form
          className="stack stack--tight"
          onSubmit={(event) => {
            event.preventDefault();
            if (!text.trim()) return;
            onSay(text.trim());
            clear();
          }}
        >
          <TextAreaField
            label={t("unsaid.field")}
            hint={t("unsaid.hint")}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button button--quiet" disabled={!text.trim()}>
            {t("unsaid.send")}
          </button>
        </form>
      )}
    </section>
  );
};
