import { useState } from "react";
import type { HandCount } from "#domain/hand-count.ts";
import type { RoundView, SharedView } from "#domain/room.ts";
import { newId } from "#live/new-id.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { Dialog, DialogClose } from "#ui/primitives/dialog.tsx";
import { Field, TextAreaField } from "#ui/primitives/field.tsx";
import { SegmentedControl } from "#ui/primitives/segmented-control.tsx";
import { useWords } from "#words/context.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import type { Conductor } from "./use-conductor.ts";

const CHOICES = ["agree", "reservation", "object", "abstain"] as const;
const NONE: HandCount["tally"] = { agree: 0, reservation: 0, object: 0, abstain: 0 };

type Props = { shared: SharedView; round: RoundView; conductor: Conductor };

/** Hands that were shown or slips that were collected, for people without a phone; the record says where they came from. */
export const HandsDialog = ({ shared, round, conductor }: Props) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      wide
      trigger={
        <Button variant="link" size="small">
          {round.counted ? t("hands.entered", { count: round.counted.ballots }) : t("hands.open")}
        </Button>
      }
      title={t("hands.title")}
      description={t("hands.lead")}
    >
      <Form shared={shared} round={round} conductor={conductor} onDone={() => setOpen(false)} />
    </Dialog>
  );
};

const lines = (list: string[], count: number): string[] => Array.from({ length: count }, (_, at) => list[at] ?? "");

const Form = ({ shared, round, conductor, onDone }: Props & { onDone: () => void }) => {
  const { t } = useWords();
  const [how, setHow] = useState<HandCount["how"]>("hands");
  const [tally, setTally] = useState(NONE);
  const [concerns, setConcerns] = useState<string[]>([]);
  const [reasons, setReasons] = useState<string[]>([]);
  const [wishes, setWishes] = useState<string[]>([]);
  const [departments, setDepartments] = useState<string[]>([]);
  const put = (list: string[], at: number, text: string) => list.with(at, text);
  const enter = async () => {
    const count: HandCount = {
      how,
      tally,
      concerns: lines(concerns, tally.reservation),
      objections: lines(reasons, tally.object).map((reason, at) => ({ id: newId(), reason, wish: wishes[at] ?? "" })),
      departments,
    };
    if ("done" in (await conductor.countHands(round.id, count))) onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <RefusalNotice refusal={conductor.refusal} onDismiss={conductor.dismiss} />
      <SegmentedControl
        legend={t("hands.how")}
        name="how"
        value={how}
        onChange={setHow}
        options={[
          { value: "hands", label: t("hands.hands") },
          { value: "slips", label: t("hands.slips") },
        ]}
      />
      <div className="hands__tally">
        {CHOICES.map((choice) => (
          <Field
            key={choice}
            label={t(`choice.${choice}`)}
            type="number"
            inputMode="numeric"
            min={0}
            max={round.invited}
            value={tally[choice]}
            onChange={(event) => setTally({ ...tally, [choice]: Math.max(0, Math.trunc(Number(event.target.value))) })}
          />
        ))}
      </div>
      {lines(concerns, tally.reservation).map((concern, at, all) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are the first, the second … reservation
          key={at}
          label={`${t("ballot.concern")} ${at + 1}`}
          value={concern}
          maxLength={500}
          required
          onChange={(event) => setConcerns(put(all, at, event.target.value))}
        />
      ))}
      {lines(reasons, tally.object).map((reason, at, all) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <fieldset key={at} className="stack">
          <legend>{t("hands.objection", { number: at + 1 })}</legend>
          <TextAreaField
            label={t("ballot.reason")}
            rows={2}
            required
            value={reason}
            onChange={(event) => setReasons(put(all, at, event.target.value))}
          />
          <TextAreaField
            label={t("ballot.wish")}
            rows={2}
            required
            value={wishes[at] ?? ""}
            onChange={(event) => setWishes(put(lines(wishes, tally.object), at, event.target.value))}
          />
        </fieldset>
      ))}
      <fieldset className="cluster">
        <legend>{t("hands.departments")}</legend>
        {shared.workshop.departments.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={departments.includes(id)}
            onChange={(event) =>
              setDepartments(event.target.checked ? [...departments, id] : departments.filter((known) => known !== id))
            }
          />
        ))}
      </fieldset>
      <footer className="dialog__footer">
        {round.counted && (
          <DialogClose
            render={
              <Button variant="link" onClick={() => conductor.countHands(round.id, null)}>
                {t("hands.back")}
              </Button>
            }
          />
        )}
        <Button type="submit" busy={conductor.busy}>
          {t("hands.enter")}
        </Button>
      </footer>
    </form>
  );
};
