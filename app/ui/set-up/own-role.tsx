import { useState } from "react";
import type { Workshop } from "#domain/workshop.ts";
import { newId } from "#live/new-id.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Field, SelectField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import type { SetUpDoor } from "./use-set-up.ts";

/** A role that no dictionary has: people, stages and answers can name it from then on. */
export const OwnRole = ({ workshop, door }: { workshop: Workshop; door: SetUpDoor }) => {
  const { t } = useWords();
  const [name, setName] = useState("");
  const [department, setDepartment] = useState(workshop.departments[0]?.id ?? "");
  const add = async () => {
    const id = `role-${newId().slice(0, 8)}`;
    const answered = await door.change({ change: "role", id, name: name.trim(), department });
    if ("done" in answered) setName("");
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
        label={t("setUp.ownRole")}
        value={name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t("person.department")}
        value={department}
        options={workshop.departments.map((known) => ({ value: known.id, label: known.name }))}
        onChange={(event) => setDepartment(event.target.value)}
      />
      <Button variant="quiet" type="submit" icon="add" busy={door.busy} disabled={!name.trim()}>
        {t("setUp.addRole")}
      </Button>
    </form>
  );
};
