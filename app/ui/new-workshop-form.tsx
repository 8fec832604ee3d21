import { useEffect, useRef, useState } from "react";
import type { Depth } from "#domain/depth.ts";
import type { Language } from "#domain/language.ts";
import { useDraftObject } from "#live/draft.ts";
import { useWords } from "#words/context.tsx";
import { NewPeople, type PersonRow } from "./new-people.tsx";
import { Button } from "./primitives/button.tsx";
import { Checkbox } from "./primitives/checkbox.tsx";
import { Field, SelectField, TextAreaField } from "./primitives/field.tsx";
import { RadioCards } from "./primitives/radio-cards.tsx";
import { SegmentedControl } from "./primitives/segmented-control.tsx";

type Named = { id: string; name: string };
type Props = {
  templates: (Named & { stages: string[]; dealTypes: Named[]; roles: string[]; hours: Record<Depth, number> })[];
  roles: (Named & { department: string })[];
  departments: Named[];
  language: Language;
  busy: boolean;
};

type Set = { company: string; template: string; orderTitle: string; orderStory: string; people: PersonRow[] };

/** Company, template, deal type, people, threshold: enough to begin, everything can be changed later. */
export const NewWorkshopForm = ({ templates, roles, departments, language, busy }: Props) => {
  const { t } = useWords();
  const [set, change, forget] = useDraftObject<Set>("new-workshop", {
    company: "",
    template: "windows",
    orderTitle: "",
    orderStory: "",
    people: [],
  });
  // the page goes away while the form is on its way: it was accepted, and the draft has done its work
  const sent = useRef(false);
  sent.current = busy;
  useEffect(() => () => void (sent.current && forget()), [forget]);
  const [preset, setPreset] = useState<"unanimous" | "almost-unanimous" | "custom">("almost-unanimous");
  const template = templates.find(({ id }) => id === set.template) ?? templates[0];
  if (!template) return null;
  const likely = [...template.roles, ...roles.map(({ id }) => id)];
  const ordered = [...new Set(likely)].flatMap((id) => roles.find((role) => role.id === id) ?? []);
  return (
    <>
      <Field
        label={t("new.company")}
        name="company"
        required
        maxLength={200}
        value={set.company}
        onChange={(event) => change({ ...set, company: event.target.value })}
      />
      <SelectField
        label={t("new.template")}
        name="template"
        value={template.id}
        onChange={(event) => change({ ...set, template: event.target.value })}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ol className="chain" aria-label={template.name}>
        {template.stages.map((stage) => (
          <li key={stage}>{stage}</li>
        ))}
      </ol>
      <RadioCards
        key={template.id}
        legend={t("new.dealType")}
        name="dealType"
        defaultValue={template.dealTypes[0]?.id}
        cards={template.dealTypes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NewPeople
        people={set.people}
        onPeople={(people) => change({ ...set, people })}
        roles={ordered}
        departments={departments}
      />
      <input type="hidden" name="people" value={JSON.stringify(set.people.filter((person) => person.name.trim()))} />
      <RadioCards
        legend={t("new.threshold")}
        name="preset"
        value={preset}
        onChange={setPreset}
        cards={(["almost-unanimous", "unanimous", "custom"] as const).map((value) => ({
          value,
          label: t(`threshold.${value}`),
          meaning: t(`threshold.${value}.meaning`),
        }))}
      />
      {preset === "custom" && (
        <Field
          label={t("new.share")}
          hint={t("new.shareHint")}
          name="share"
          type="number"
          min={50}
          max={100}
          step={1}
          defaultValue={80}
          required
        />
      )}
      {preset !== "unanimous" && <Checkbox name="smallGroup" label={t("new.smallGroup")} />}
      <RadioCards
        legend={t("new.depth")}
        name="depth"
        defaultValue="express"
        cards={(["express", "normal", "deep"] as const).map((value) => ({
          value,
          label: t(`depth.${value}`),
          meaning: `${t(`depth.${value}.meaning`)} ${t("new.hours", { hours: template.hours[value] })}`,
        }))}
      />
      <details>
        <summary>{t("room.order")}</summary>
        <div className="stack">
          <Field
            label={t("new.orderTitle")}
            hint={t("new.orderHint")}
            name="orderTitle"
            optional
            maxLength={120}
            value={set.orderTitle}
            onChange={(event) => change({ ...set, orderTitle: event.target.value })}
          />
          <TextAreaField
            label={t("new.orderStory")}
            name="orderStory"
            optional
            maxLength={4000}
            value={set.orderStory}
            onChange={(event) => change({ ...set, orderStory: event.target.value })}
          />
        </div>
      </details>
      <div>
        <p className="field__label">{t("new.language")}</p>
        <SegmentedControl
          legend={t("new.language")}
          name="language"
          defaultValue={language}
          options={[
            { value: "ru", label: t("language.ru") },
            { value: "en", label: t("language.en") },
          ]}
        />
        <p className="field__hint">{t("new.languageHint")}</p>
      </div>
      <div className="cluster">
        <Button type="submit" size="large" busy={busy}>
          {t("new.create")}
        </Button>
        <Button type="submit" size="large" variant="quiet" name="next" value="set-up" busy={busy}>
          {t("new.prepare")}
        </Button>
      </div>
    </>
  );
};
