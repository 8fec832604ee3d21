import type { Duration, DurationUnit } from "#domain/duration.ts";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { Field, SelectField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";
import { roleName, type Workshop } from "./names.ts";

type Text = { label: string; value: string | undefined; onValue: (value: string) => void; wide?: boolean };

/** A labelled line; empty text is kept while typing and left out when the answer is frozen. */
export const Line = ({ label, value, onValue, wide }: Text) => (
  <div className={wide ? "form-part form-part--wide" : "form-part"}>
    <Field label={label} value={value ?? ""} maxLength={2000} onChange={(event) => onValue(event.target.value)} />
  </div>
);

export const Choice = ({
  label,
  value,
  onValue,
  options,
  none,
}: {
  label: string;
  value: string | undefined;
  onValue: (value: string | undefined) => void;
  options: { id: string; name: string }[];
  /** The words for «nobody» or «nothing»; without them one option must be chosen. */
  none?: string;
}) => (
  <div className="form-part">
    <SelectField
      label={label}
      value={value ?? ""}
      empty={none ?? "—"}
      options={options.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(event) => onValue(event.target.value || undefined)}
    />
  </div>
);

type Role = {
  label: string;
  value: string | undefined;
  onValue: (value: string | undefined) => void;
  workshop: Workshop;
  none?: string;
};

export const RoleChoice = ({ workshop, ...rest }: Role) => (
  <Choice {...rest} options={workshop.roles.map(({ id }) => ({ id, name: roleName(workshop, id) }))} />
);

export const StageChoice = ({ workshop, ...rest }: Role) => (
  <Choice {...rest} options={workshop.dealTypes.flatMap(({ stages }) => stages)} />
);

const UNITS: DurationUnit[] = ["rings", "sec", "min", "workHour", "workDay", "calDay"];

/** A number and its unit in one line. */
export const DurationInput = ({
  label,
  value,
  onValue,
}: {
  label: string;
  value: Duration | undefined;
  onValue: (value: Duration | undefined) => void;
}) => {
  const { t } = useWords();
  return (
    <fieldset className="duration-input">
      <legend className="field__label">{label}</legend>
      <input
        className="control"
        type="number"
        inputMode="decimal"
        min={0}
        aria-label={t("form.howMuch")}
        value={value?.value ?? ""}
        onChange={(event) =>
          onValue(
            event.target.value === ""
              ? undefined
              : { value: Number(event.target.value), unit: value?.unit ?? "workDay" },
          )
        }
      />
      <select
        className="control"
        aria-label={t("form.unit")}
        value={value?.unit ?? "workDay"}
        onChange={(event) => onValue({ value: value?.value ?? 1, unit: event.target.value as DurationUnit })}
      >
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {t(`formUnit.${unit as "min"}`)}
          </option>
        ))}
      </select>
    </fieldset>
  );
};

export const Tick = ({
  label,
  value,
  onValue,
}: {
  label: string;
  value: boolean;
  onValue: (value: boolean) => void;
}) => <Checkbox label={label} checked={value} onChange={(event) => onValue(event.target.checked)} />;
