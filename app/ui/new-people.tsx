import { useWords } from "#words/context.tsx";
import { Button, IconButton } from "./primitives/button.tsx";
import { Checkbox } from "./primitives/checkbox.tsx";
import { Field, SelectField } from "./primitives/field.tsx";

export type PersonRow = { name: string; role: string; department: string; head: boolean; votes: boolean };
type Named = { id: string; name: string };
type Props = {
  people: PersonRow[];
  onPeople: (people: PersonRow[]) => void;
  roles: (Named & { department: string })[];
  departments: Named[];
};

/** Who is expected, by role and department; may stay empty. */
export const NewPeople = ({ people, onPeople, roles, departments }: Props) => {
  const { t } = useWords();
  const set = (at: number, patch: Partial<PersonRow>) =>
    onPeople(people.map((person, index) => (index === at ? { ...person, ...patch } : person)));
  const first = roles[0];
  const isHead = (role: string) => role === "sales-head";
  return (
    <fieldset className="new-people">
      <legend className="field__label">{t("new.people")}</legend>
      <p className="field__hint">{t("new.peopleHint")}</p>
      {people.map((person, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its inputs while its name is being typed
        <div key={at} className="new-people__row">
          <Field
            label={t("person.name")}
            value={person.name}
            maxLength={80}
            onChange={(event) => set(at, { name: event.target.value })}
          />
          <SelectField
            label={t("person.role")}
            value={person.role}
            options={roles.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => {
              const role = event.target.value;
              set(at, {
                role,
                department: roles.find(({ id }) => id === role)?.department ?? person.department,
                head: isHead(role),
                votes: role !== "director",
              });
            }}
          />
          <SelectField
            label={t("person.department")}
            value={person.department}
            options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set(at, { department: event.target.value })}
          />
          <Checkbox
            label={t("person.votes")}
            checked={person.votes}
            onChange={(event) => set(at, { votes: event.target.checked })}
          />
          <IconButton
            icon="close"
            label={t("person.remove")}
            onClick={() => onPeople(people.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {first && (
        <Button
          variant="quiet"
          icon="add"
          onClick={() =>
            onPeople([
              ...people,
              { name: "", role: first.id, department: first.department, head: isHead(first.id), votes: true },
            ])
          }
        >
          {t("new.addPerson")}
        </Button>
      )}
    </fieldset>
  );
};
