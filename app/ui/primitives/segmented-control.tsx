import type { ReactNode } from "react";
import "./segmented-control.css";

/** Two to five short alternatives in a row; native radios. */
export const SegmentedControl = <V extends string>({
  legend,
  name,
  options,
  value,
  defaultValue,
  onChange,
}: {
  legend: string;
  name: string;
  options: readonly { value: V; label: ReactNode }[];
  value?: V;
  defaultValue?: V;
  onChange?: (value: V) => void;
}) => (
  <fieldset className="segments">
    <legend className="visually-hidden">{legend}</legend>
    {options.map((option) => (
      <label key={option.value} className="segments__one">
        <input
          type="radio"
          name={name}
          value={option.value}
          onChange={() => onChange?.(option.value)}
          {...(value !== undefined
            ? { checked: value === option.value }
            : { defaultChecked: defaultValue === option.value })}
        />
        <span>{option.label}</span>
      </label>
    ))}
  </fieldset>
);
