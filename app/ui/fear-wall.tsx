import { useState } from "react";
import { useRevalidator } from "react-router";
import { type Fear, unanswered } from "#domain/fear.ts";
import type { FearAnswer } from "#domain/idea.ts";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { Field, SelectField } from "#ui/primitives/field.tsx";
import { SegmentedControl } from "#ui/primitives/segmented-control.tsx";
import { RefusalNotice } from "#ui/room/refusal-notice.tsx";
import { useWords } from "#words/context.tsx";
import "./fear-wall.css";

type RuleChoice = { id: string; question: string; text: string };
type Props = {
  workshop: string;
  fears: Fear[];
  rules: RuleChoice[];
  /** The facilitator notes what became of a fear. */
  isOpen: boolean;
};

/** Each fear with its answer under it; those that nothing answers come first. */
export const FearWall = ({ workshop, fears, rules, isOpen }: Props) => {
  const { t } = useWords();
  const open = new Set(unanswered(fears).map(({ id }) => id));
  if (fears.length === 0) return <Empty title={t("fears.none")}>{t("fears.noneLead")}</Empty>;
  const sorted = [...fears].sort((a, b) => Number(open.has(b.id)) - Number(open.has(a.id)));
  return (
    <>
      <p>{open.size === 0 ? t("fears.allAnswered") : t("fears.open", { count: open.size })}</p>
      <ul className="fears">
        {sorted.map((fear) => (
          <li key={fear.id} className={open.has(fear.id) ? "fear fear--open" : "fear"}>
            <p className="fear__text">{fear.text}</p>
            {fear.like.length > 0 && (
              <ul className="fear__like">
                {fear.like.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            <AnswerOf fear={fear} workshop={workshop} rules={rules} />
            {isOpen && <Answering key={fear.answer?.kind ?? "none"} workshop={workshop} fear={fear} rules={rules} />}
          </li>
        ))}
      </ul>
    </>
  );
};

const AnswerOf = ({ fear, workshop, rules }: { fear: Fear; workshop: string; rules: RuleChoice[] }) => {
  const { t } = useWords();
  const { answer } = fear;
  if (answer === null) return <p className="fear__answer quiet">{t("fears.unanswered")}</p>;
  const rule = answer.kind === "rule" ? rules.find(({ question }) => question === answer.question) : undefined;
  return (
    <p className="fear__answer">
      <strong>{t(`fears.${answer.kind}`)}</strong>{" "}
      {rule && <a href={`/w/${workshop}/document#${encodeURIComponent(rule.question)}`}>{rule.id}</a>}{" "}
      {answer.note || rule?.text}
      {answer.kind === "rule" && !rule && <span className="quiet"> {t("fears.ruleGone")}</span>}
    </p>
  );
};

const Answering = ({ workshop, fear, rules }: { workshop: string; fear: Fear; rules: RuleChoice[] }) => {
  const { t } = useWords();
  const { revalidate } = useRevalidator();
  const { busy, refusal, dismiss, run } = useCommand();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<FearAnswer["kind"]>(fear.answer?.kind ?? (rules.length > 0 ? "rule" : "parked"));
  const [rule, setRule] = useState(fear.answer?.kind === "rule" ? fear.answer.question : (rules[0]?.question ?? ""));
  const [note, setNote] = useState(fear.answer?.note ?? "");
  if (!open)
    return (
      <div>
        <Button variant="link" size="small" onClick={() => setOpen(true)}>
          {t(fear.answer ? "fears.change" : "fears.answer")}
        </Button>
      </div>
    );
  const keep = async (answer: FearAnswer | null) => {
    const answered = await run("POST", `/w/${workshop}/fears/answers`, { idea: fear.id, answer });
    if (!("done" in answered)) return;
    setOpen(false);
    await revalidate();
  };
  const isWhole = kind === "rule" ? rule !== "" : note.trim() !== "";
  return (
    <form
      className="fear__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) keep(kind === "rule" ? { kind, question: rule, note: note.trim() } : { kind, note: note.trim() });
      }}
    >
      <RefusalNotice refusal={refusal} onDismiss={dismiss} />
      <SegmentedControl
        legend={t("fears.answer")}
        name={`answer-${fear.id}`}
        value={kind}
        onChange={setKind}
        options={[
          ...(rules.length > 0 ? [{ value: "rule" as const, label: t("fears.byRule") }] : []),
          { value: "risk" as const, label: t("fears.byRisk") },
          { value: "parked" as const, label: t("fears.byParking") },
        ]}
      />
      {kind === "rule" && (
        <SelectField
          label={t("fears.whichRule")}
          value={rule}
          onChange={(event) => setRule(event.target.value)}
          options={rules.map(({ id, question, text }) => ({ value: question, label: `${id} ${text.slice(0, 80)}` }))}
        />
      )}
      <Field
        label={t(kind === "rule" ? "fears.note" : kind === "risk" ? "fears.noteRisk" : "fears.noteParked")}
        optional={kind === "rule"}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="cluster">
        <Button type="submit" size="small" busy={busy} disabled={!isWhole}>
          {t("console.record")}
        </Button>
        <Button variant="quiet" size="small" onClick={() => setOpen(false)}>
          {t("house.cancel")}
        </Button>
        {fear.answer && (
          <Button variant="link" size="small" onClick={() => keep(null)}>
            {t("fears.takeBack")}
          </Button>
        )}
      </div>
    </form>
  );
};
