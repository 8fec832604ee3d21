import { useState } from "react";
import type { Participant } from "#domain/participant.ts";
import type { Workshop } from "#domain/workshop.ts";
import type { Answered } from "#live/command.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { Field, SelectField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";

type Props = { workshop: Pick<Workshop, "roles">; onAdd: (person: Omit<Participant, "id">) => Promise<Answered> };

/** Somebody who was not expected: a name and a role are enough, the department follows the role. */
export const AddPerson = ({ workshop, onAdd }: Props) => {
  const { t } = useWords();
  const [name, setName] = useState("");
  const [role, setRole] = useState(workshop.roles[0]?.id ?? "");
  const [observer, setObserver] = useState(false);
  const [busy, setBusy] = useState(false);
  const add = async () => {
    const department = workshop.roles.find(({ id }) => id === role)?.department ?? "";
    setBusy(true);
    const answered = await onAdd({
      name: name.trim(),
      role,
      department,
      head: role === "sales-head",
      votes: role !== "director" && !observer,
      ...(observer && { observer }),
    });
    setBusy(false);
    if ("done" in answered) {
      setName("");
      setObserver(false);
    }
  };
  return (
    <form
      className="add-person"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) add();
      }}
    >
      <Field
        label={t("person.name")}
        value={name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t("person.role")}
        value={role}
        onChange={(event) => setRole(event.target.value)}
        options={workshop.roles.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Checkbox
        label={t("person.observer")}
        checked={observer}
        onChange={(event) => setObserver(event.target.checked)}
      />
      <Button variant="quiet" type="submit" icon="add" busy={busy} disabled={!name.trim()}>
        {t("console.addPerson")}
      </Button>
    </form>
  );
};
