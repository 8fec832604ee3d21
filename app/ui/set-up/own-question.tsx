import { useState } from "react";
import { useDraftObject } from "#live/draft.ts";
import { newId } from "#live/new-id.ts";
import { Button } from "#ui/primitives/button.tsx";
import { SelectField, TextAreaField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import type { SetUpDoor } from "./use-set-up.ts";

export type SectionName = { id: string; number: string; name: string };

const SCOPES = ["workshop", "deal-type", "stage"] as const;
const KINDS = ["text", "steps", "role", "duration", "pairs", "yesno"] as const;
type Own = { wording: string; scope: (typeof SCOPES)[number]; kind: (typeof KINDS)[number]; section: string };

/** A question that no bank has: it is asked and printed like any other. */
export const OwnQuestion = ({ sections, door }: { sections: SectionName[]; door: SetUpDoor }) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [own, setOwn, forget] = useDraftObject<Own>("own-question", {
    wording: "",
    scope: "workshop",
    kind: "text",
    section: sections[0]?.id ?? "",
  });
  const add = async () => {
    const answered = await door.change({
      change: "own-question",
      id: `own-${newId().slice(0, 8)}`,
      ...own,
      wording: own.wording.trim(),
    });
    if ("done" in answered) {
      forget();
      setOpen(false);
    }
  };
  if (!open)
    return (
      <div>
        <Button variant="quiet" icon="add" onClick={() => setOpen(true)}>
          {t("setUp.ownQuestion")}
        </Button>
      </div>
    );
  return (
    <form
      className="set-up__part stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (own.wording.trim()) add();
      }}
    >
      <TextAreaField
        label={t("setUp.ownWording")}
        rows={2}
        maxLength={500}
        value={own.wording}
        onChange={(event) => setOwn({ ...own, wording: event.target.value })}
      />
      <SelectField
        label={t("setUp.ownScope")}
        value={own.scope}
        options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
        onChange={(event) => setOwn({ ...own, scope: event.target.value as Own["scope"] })}
      />
      <SelectField
        label={t("setUp.ownKind")}
        value={own.kind}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(event) => setOwn({ ...own, kind: event.target.value as Own["kind"] })}
      />
      <SelectField
        label={t("setUp.ownSection")}
        value={own.section}
        options={sections.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
        onChange={(event) => setOwn({ ...own, section: event.target.value })}
      />
      <div className="cluster cluster--end">
        <Button variant="quiet" onClick={() => setOpen(false)}>
          {t("house.cancel")}
        </Button>
        <Button type="submit" busy={door.busy} disabled={!own.wording.trim()}>
          {t("setUp.ask")}
        </Button>
      </div>
    </form>
  );
};
