import { useState } from "react";
import { LONGEST_TIMER } from "#domain/meeting.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Dialog } from "#ui/primitives/dialog.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";

/** Seconds of what was typed, `7` or `1:30`; null when that is no time, or longer than a timer runs. */
export const secondsIn = (typed: string): number | null => {
  const [, minutes = "", seconds = "0"] = /^\s*(\d{1,3})(?:[:.](\d{1,2}))?\s*$/.exec(typed) ?? [];
  const total = minutes === "" ? 0 : Number(minutes) * 60 + Number(seconds);
  return total > 0 && total <= LONGEST_TIMER && Number(seconds) < 60 ? total : null;
};

type Props = { title: string; open: boolean; onClose: () => void; onStart: (seconds: number) => void };

/** A timer of any length, typed. */
export const TimerDialog = ({ title, open, onClose, onStart }: Props) => {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={title}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const seconds = secondsIn(typed);
          setWrong(seconds === null);
          if (seconds === null) return;
          onStart(seconds);
          onClose();
        }}
      >
        <Field
          label={t("timer.field")}
          hint={t("timer.hint")}
          error={isWrong ? t("timer.wrong") : undefined}
          inputMode="text"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t("timer.start")}</Button>
      </form>
    </Dialog>
  );
};
