import type { Workshop } from "#domain/workshop.ts";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { RadioCards } from "#ui/primitives/radio-cards.tsx";
import { useWords } from "#words/context.tsx";
import { KeptField } from "./kept-field.tsx";
import type { SetUpDoor } from "./use-set-up.ts";

/** What the document is called, whose it is, and when a rule counts as adopted. */
export const CompanyStep = ({ workshop, door }: { workshop: Workshop; door: SetUpDoor }) => {
  const { t } = useWords();
  const { company, title, threshold } = workshop;
  const keep = (part: Partial<Pick<Workshop, "company" | "title" | "threshold">>) =>
    door.change({ change: "workshop", company, title, threshold, ...part });
  return (
    <div className="stack stack--loose">
      <KeptField
        draft={`${workshop.id}.company`}
        label={t("new.company")}
        value={company}
        maxLength={200}
        required
        onKeep={(next) => keep({ company: next })}
      />
      <KeptField
        draft={`${workshop.id}.title`}
        label={t("setUp.documentTitle")}
        value={title}
        maxLength={200}
        required
        onKeep={(next) => keep({ title: next })}
      />
      <RadioCards
        legend={t("new.threshold")}
        name="preset"
        value={threshold.preset}
        onChange={(preset) => keep({ threshold: { ...threshold, preset } })}
        cards={(["almost-unanimous", "unanimous", "custom"] as const).map((value) => ({
          value,
          label: t(`threshold.${value}`),
          meaning: t(`threshold.${value}.meaning`),
        }))}
      />
      {threshold.preset === "custom" && (
        <KeptField
          draft={`${workshop.id}.share`}
          label={t("new.share")}
          hint={t("new.shareHint")}
          value={String(Math.round(threshold.share * 100))}
          maxLength={3}
          required
          onKeep={(next) => keep({ threshold: { ...threshold, share: Number(next) / 100 } })}
        />
      )}
      {threshold.preset !== "unanimous" && (
        <Checkbox
          label={t("new.smallGroup")}
          checked={threshold.smallGroup}
          onChange={(event) => keep({ threshold: { ...threshold, smallGroup: event.target.checked } })}
        />
      )}
    </div>
  );
};
