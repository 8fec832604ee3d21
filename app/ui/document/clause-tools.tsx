import { useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import type { Proceeding } from "#domain/proceedings.ts";
import type { Clause } from "#domain/regulation.ts";
import { newId } from "#live/new-id.ts";
import { useCommand } from "#live/use-command.ts";
import { Course } from "#ui/course.tsx";
import { Button } from "#ui/primitives/button.tsx";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { CopyButton } from "#ui/primitives/copy-button.tsx";
import { Field, TextAreaField } from "#ui/primitives/field.tsx";
import { RefusalNotice } from "#ui/room/refusal-notice.tsx";
import { useWords } from "#words/context.tsx";

/** What the reader may do with clauses: correct spelling, object to a rule in force, want a vote on a correction. */
type May = { correct: boolean; object: boolean; recall: boolean };

/** `house` is the path of the workshop, `address` that under which this document is reached. */
export type Tools = { house: string; address: string; may: May };

type Props = Tools & { clause: Clause };

/** Behind a clause: how it was decided, its link, and what can be done about it. Opens in place, also by keyboard. */
export const ClauseTools = ({ clause, house, address, may }: Props) => {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="clause__tools no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t("document.decision")}
        <span className="visually-hidden"> {clause.number}</span>
      </summary>
      {isOpen && (
        <div className="stack stack--tight">
          <ClauseCourse house={house} question={clause.id} />
          <p className="cluster">
            <a href={`#${encodeURIComponent(clause.id)}`}>{t("document.permalink")}</a>
            <CopyButton text={`${address}#${encodeURIComponent(clause.id)}`} />
          </p>
          {may.recall &&
            clause.typos.map(({ id, right }) => <Recall key={id} url={`${house}/typos/${id}/vote`} right={right} />)}
          {may.correct && <TypoForm house={house} question={clause.id} />}
          {may.object && <LateObjectionForm house={house} question={clause.id} />}
        </div>
      )}
    </details>
  );
};

type Told = { proceeding: Proceeding; departments: { id: string; name: string }[] };

/** The way to the decision; it is fetched when somebody wants to know. */
const ClauseCourse = ({ house, question }: { house: string; question: string }) => {
  const { t } = useWords();
  // a version that came or an objection that was closed since then is seen when the clause is opened again
  const [course, setCourse] = useState<Told | "failed" | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    fetch(`${house}/course/${encodeURIComponent(question)}`, { credentials: "same-origin", signal: gone.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then((said: Told) => setCourse(said))
      .catch(() => gone.signal.aborted || setCourse("failed"));
    return () => gone.abort();
  }, [house, question]);
  if (course === null) return <p className="quiet">{t("document.loading")}</p>;
  if (course === "failed")
    return <a href={`${house}/record#${encodeURIComponent(question)}`}>{t("document.inMinutes")}</a>;
  return (
    <>
      <p className="clause__question">{course.proceeding.question}</p>
      <Course {...course} />
    </>
  );
};

/** A command from a form of the page: what came of it is read anew. */
const useChange = () => {
  const { busy, refusal, dismiss, run } = useCommand();
  const { revalidate } = useRevalidator();
  const send = async (url: string, body: object): Promise<boolean> => {
    const answered = await run("POST", url, body);
    if ("done" in answered) await revalidate();
    return "done" in answered;
  };
  return { busy, notice: refusal && <RefusalNotice refusal={refusal} onDismiss={dismiss} />, send };
};

const Recall = ({ url, right }: { url: string; right: string }) => {
  const { t } = useWords();
  const { busy, notice, send } = useChange();
  const [id] = useState(newId);
  return (
    <div>
      {notice}
      <p className="cluster">
        <Button variant="quiet" size="small" busy={busy} onClick={() => send(url, { id })}>
          {t("typo.recall", { right })}
        </Button>
        <span className="quiet">{t("typo.recallHint")}</span>
      </p>
    </div>
  );
};

const TypoForm = ({ house, question }: { house: string; question: string }) => {
  const { t } = useWords();
  const { busy, notice, send } = useChange();
  const [id, setId] = useState(newId);
  const [wrong, setWrong] = useState("");
  const [right, setRight] = useState("");
  return (
    <details>
      <summary>{t("typo.title")}</summary>
      <form
        className="stack stack--tight"
        onSubmit={async (event) => {
          event.preventDefault();
          if (!(await send(`${house}/typos`, { id, question, wrong, right }))) return;
          setWrong("");
          setRight("");
          setId(newId());
        }}
      >
        <p className="quiet">{t("typo.lead")}</p>
        {notice}
        <Field label={t("typo.wrong")} value={wrong} onChange={(event) => setWrong(event.currentTarget.value)} />
        <Field label={t("typo.right")} value={right} onChange={(event) => setRight(event.currentTarget.value)} />
        <div>
          <Button type="submit" variant="quiet" size="small" busy={busy}>
            {t("typo.go")}
          </Button>
        </div>
      </form>
    </details>
  );
};

const LateObjectionForm = ({ house, question }: { house: string; question: string }) => {
  const { t } = useWords();
  const { busy, notice, send } = useChange();
  const [id] = useState(newId);
  const [reason, setReason] = useState("");
  const [wish, setWish] = useState("");
  const [named, setNamed] = useState(false);
  const [isHeard, setHeard] = useState(false);
  if (isHeard) return <p role="status">{t("late.heard")}</p>;
  return (
    <details>
      <summary>{t("late.title")}</summary>
      <form
        className="stack stack--tight"
        onSubmit={async (event) => {
          event.preventDefault();
          setHeard(await send(`${house}/late-objections`, { id, question, reason, wish, named }));
        }}
      >
        <p className="quiet">{t("late.lead")}</p>
        {notice}
        <TextAreaField
          label={t("ballot.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextAreaField label={t("ballot.wish")} value={wish} onChange={(event) => setWish(event.currentTarget.value)} />
        <Checkbox label={t("late.named")} checked={named} onChange={(event) => setNamed(event.currentTarget.checked)} />
        <div>
          <Button type="submit" variant="quiet" size="small" busy={busy}>
            {t("late.go")}
          </Button>
        </div>
      </form>
    </details>
  );
};
