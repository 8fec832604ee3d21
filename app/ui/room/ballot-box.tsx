import { useEffect, useRef, useState } from "react";
import type { MineView, RoundView } from "#domain/room.ts";
import type { Choice } from "#domain/round.ts";
import { useDraft } from "#live/draft.ts";
import { newId } from "#live/new-id.ts";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { TextAreaField } from "#ui/primitives/field.tsx";
import { RadioCards } from "#ui/primitives/radio-cards.tsx";
import { BallotShape } from "#ui/primitives/tally.tsx";
import { useWords } from "#words/context.tsx";

export type Cast = {
  choice: Choice;
  concern: string | null;
  objection: { id: string; reason: string; wish: string; named: boolean } | null;
};
type Props = {
  round: RoundView;
  ballot: MineView["ballot"];
  /** True while a cast ballot waits on this device for the connection. */
  waiting: boolean;
  onCast: (cast: Cast) => void;
};

const CHOICES = ["agree", "reservation", "object", "abstain"] as const;

/** Four large ballots with their meanings; a reason is asked for where one is needed, before anything is sent. */
export const BallotBox = ({ round, ballot, waiting, onCast }: Props) => {
  const { t } = useWords();
  const [changing, setChanging] = useState(false);
  const [chosen, setChosen, forget] = useDraft(`choice:${round.id}`, ballot?.choice ?? "");
  const choice = CHOICES.find((known) => known === chosen) ?? null;
  const [concern, setConcern] = useDraft(`concern:${round.id}`, "");
  const [reason, setReason] = useDraft(`reason:${round.id}`, "");
  const [wish, setWish] = useDraft(`wish:${round.id}`, "");
  const [named, setNamed] = useDraft(`named:${round.id}`, "");
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<"concern" | "reason" | "wish" | null>(null);

  // once the vote is in the box, nothing on the device says any more what it was
  useEffect(() => {
    if (ballot && !changing) forget();
  }, [ballot, changing, forget]);

  // a neighbour at the table reads along: the own vote is shown only when it is asked for
  const own = ballot?.choice ?? choice;
  if ((ballot || waiting) && !changing)
    return (
      <section className="ballot-box ballot-box--cast" aria-live="polite">
        <p className="ballot-box__cast">{waiting ? t("ballot.waiting") : t("ballot.cast.done")}</p>
        {shown && own && <p>{t(`choice.${own}`)}</p>}
        <div className="cluster">
          <button type="button" className="button button--quiet" onClick={() => setChanging(true)}>
            {t("ballot.change")}
          </button>
          <button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? "ballot.hideOwn" : "ballot.showOwn")}
          </button>
        </div>
      </section>
    );

  const cast = () => {
    if (!choice) return;
    const lacks =
      choice === "reservation" && !concern.trim()
        ? "concern"
        : choice === "object" && !reason.trim()
          ? "reason"
          : choice === "object" && !wish.trim()
            ? "wish"
            : null;
    setMissing(lacks);
    if (lacks) {
      form.current?.querySelector<HTMLTextAreaElement>(`[name=${lacks}]`)?.focus();
      return;
    }
    onCast({
      choice,
      concern: choice === "reservation" ? concern.trim() : null,
      objection:
        choice === "object" ? { id: newId(), reason: reason.trim(), wish: wish.trim(), named: named !== "" } : null,
    });
    // the words stay on the device: whoever changes the vote goes on from them
    setChanging(false);
  };

  const field = (name: "concern" | "reason" | "wish", value: string, set: (text: string) => void) => (
    <TextAreaField
      label={t(`ballot.${name}`)}
      name={name}
      rows={name === "concern" ? 2 : 3}
      maxLength={name === "concern" ? 500 : 2000}
      value={value}
      error={missing === name ? t(`refusal.${name}-missing`) : undefined}
      onChange={(event) => set(event.target.value)}
    />
  );

  return (
    <form
      ref={form}
      className="ballot-box"
      onSubmit={(event) => {
        event.preventDefault();
        cast();
      }}
    >
      <RadioCards
        legend={t("ballot.title")}
        name="choice"
        value={choice}
        onChange={setChosen}
        cards={CHOICES.map((option) => ({
          value: option,
          label: t(`choice.${option}`),
          meaning: t(`choice.${option}.meaning`),
          mark: <BallotShape choice={option} />,
        }))}
      />
      {choice === "reservation" && field("concern", concern, setConcern)}
      {choice === "object" && (
        <>
          {field("reason", reason, setReason)}
          {field("wish", wish, setWish)}
          <Checkbox
            label={t("ballot.named")}
            checked={named !== ""}
            onChange={(event) => setNamed(event.target.checked ? "yes" : "")}
          />
        </>
      )}
      <p className="quiet">
        {t("ballot.secret")}
        {round.invited < 5 && <>. {t("ballot.few")}</>}
      </p>
      <button type="submit" className="button button--primary" disabled={!choice}>
        {t("ballot.cast")}
      </button>
    </form>
  );
};
