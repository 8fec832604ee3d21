import { type ComponentProps, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useWords } from "#words/context.tsx";
import { Icon } from "./icon.tsx";
import "./field.css";

export type FieldWords = { label: ReactNode; hint?: ReactNode; error?: ReactNode; optional?: boolean };
type Given = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Label above, hint under it, error under the control; `children` gets the attributes that tie them together. */
export const FieldFrame = ({
  label,
  hint,
  error,
  optional,
  children,
}: FieldWords & { children: (given: Given) => ReactNode }) => {
  const { t } = useWords();
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
        {optional && <span className="field__optional"> {t("house.optional")}</span>}
      </label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, ...(described && { "aria-describedby": described }), ...(error && { "aria-invalid": true }) })}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          <Icon name="objection" size={18} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
};

const split = <P extends FieldWords>({ label, hint, error, optional, ...rest }: P) => ({
  words: { label, hint, error, optional },
  rest,
});

/** One line of text: name, e-mail, password, date. */
export const Field = (props: FieldWords & ComponentProps<"input">) => {
  const { words, rest } = split(props);
  return (
    <FieldFrame {...words}>{(given) => <input className="control" type="text" {...rest} {...given} />}</FieldFrame>
  );
};

/**
 * Several lines; grows with its text instead of scrolling. What is longer than `maxLength` is not cut, as a browser would
 * cut it when somebody pastes: it stays, the field says how much is too much, and its form waits.
 */
export const TextAreaField = (props: FieldWords & ComponentProps<"textarea">) => {
  const { t } = useWords();
  const { words, rest } = split(props);
  const [typed, setTyped] = useState(String(rest.defaultValue ?? ""));
  const { value = typed, rows = 3, maxLength, onInput, ...others } = rest;
  const control = useRef<HTMLTextAreaElement>(null);
  const over = maxLength === undefined ? 0 : String(value).trim().length - maxLength;
  const tooLong = over > 0 ? t("house.tooLong", { count: over }) : "";
  useEffect(() => control.current?.setCustomValidity(tooLong), [tooLong]);
  return (
    <FieldFrame {...words} error={tooLong || words.error}>
      {(given) => (
        <span className="grown" data-text={`${value}\n`}>
          <textarea
            ref={control}
            className="control"
            rows={rows}
            {...others}
            {...(rest.value !== undefined && { value: rest.value })}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              onInput?.(event);
            }}
            {...given}
          />
        </span>
      )}
    </FieldFrame>
  );
};

/** A number with what it counts beside it. `inputMode` brings the number pad on phones. */
export const NumberField = (props: FieldWords & ComponentProps<"input"> & { suffix?: ReactNode }) => {
  const { words, rest } = split(props);
  const { suffix, ...others } = rest;
  return (
    <FieldFrame {...words}>
      {(given) => (
        <span className="number">
          <input className="control" type="number" inputMode="decimal" {...others} {...given} />
          {suffix && <span className="number__suffix">{suffix}</span>}
        </span>
      )}
    </FieldFrame>
  );
};

export type Option = { value: string; label: string };

/** The device's own list: best on phones; for search or own entries take `Combobox`. */
export const SelectField = (
  props: FieldWords & ComponentProps<"select"> & { options: readonly Option[]; empty?: string },
) => {
  const { words, rest } = split(props);
  const { options, empty, ...others } = rest;
  return (
    <FieldFrame {...words}>
      {(given) => (
        <span className="select">
          <select className="control" {...others} {...given}>
            {empty !== undefined && <option value="">{empty}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </span>
      )}
    </FieldFrame>
  );
};
