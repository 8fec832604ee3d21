import { type FormEvent, useState } from "react";
import type { DecisionInput } from "#domain/decision.ts";
import type { SharedView } from "#domain/room.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Dialog } from "#ui/primitives/dialog.tsx";
import { Field, TextAreaField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import type { Conductor } from "./use-conductor.ts";

/** `trial` is no decision yet but one more vote, on a term. */
export type DecisionKind = Exclude<DecisionInput["kind"], "consent"> | "trial";

const TITLES = { head: "console.head", trial: "console.trial", parked: "move.park" } as const;

/** What follows two rounds without consent: a vote on trial, the head's decision with a review, or parking with an owner and a date. */
export const DecisionDialog = ({
  kind,
  shared,
  conductor,
  seen,
  onClose,
}: {
  kind: DecisionKind;
  shared: SharedView;
  conductor: Conductor;
  /** What stands in the shared text, for a vote on trial on changed words. */
  seen: string | null;
  onClose: () => void;
}) => {
  const { t } = useWords();
  const [form, setForm] = useState({ who: shared.people.find((person) => person.head)?.name ?? "", text: "", day: "" });
  const set = (part: keyof typeof form) => (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    setForm({ ...form, [part]: event.currentTarget.value });
  const record = () => {
    if (kind === "trial") return conductor.openTrial({ until: form.day, judgedBy: form.text }, seen);
    return conductor.decide(
      kind === "head"
        ? { kind, decidedBy: form.who, reason: form.text, reviewOn: form.day }
        : { kind, owner: form.who, dueOn: form.day, missing: form.text },
    );
  };
  const text = kind === "head" ? "console.headReason" : kind === "trial" ? "console.trialJudge" : "console.parkMissing";
  const day = kind === "head" ? "console.headReview" : kind === "trial" ? "console.trialUntil" : "console.parkDue";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(TITLES[kind])}
      description={kind === "trial" ? t("console.trialLead") : undefined}
    >
      <form
        className="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          if ("done" in (await record())) onClose();
        }}
      >
        <RefusalNotice refusal={conductor.refusal} onDismiss={conductor.dismiss} />
        {kind !== "trial" && (
          <Field
            label={t(kind === "head" ? "console.headWho" : "console.parkOwner")}
            value={form.who}
            onChange={set("who")}
            list="decision-people"
            required
          />
        )}
        <datalist id="decision-people">
          {shared.people.map((person) => (
            <option key={person.id} value={person.name} />
          ))}
        </datalist>
        <TextAreaField
          label={t(text)}
          value={form.text}
          onChange={set("text")}
          maxLength={500}
          required={kind !== "parked"}
        />
        <Field label={t(day)} type="date" value={form.day} onChange={set("day")} required />
        <Button type="submit" busy={conductor.busy}>
          {t(kind === "trial" ? "move.round" : kind === "parked" ? "move.park" : "console.record")}
        </Button>
      </form>
    </Dialog>
  );
};
