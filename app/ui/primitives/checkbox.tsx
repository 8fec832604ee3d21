import { type ComponentProps, type ReactNode, useId } from "react";
import "./checkbox.css";

type Words = { label: ReactNode; hint?: ReactNode };

const Mark = ({ kind, label, hint, ...rest }: Words & ComponentProps<"input"> & { kind: "checkbox" | "switch" }) => {
  const id = useId();
  return (
    <label className="mark">
      <input
        type="checkbox"
        {...(kind === "switch" && { role: "switch" })}
        className={`mark__${kind}`}
        aria-describedby={hint ? id : undefined}
        {...rest}
      />
      <span className="mark__words">
        <span>{label}</span>
        {hint && (
          <span className="mark__hint" id={id}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
};

/** One thing that may be so or not; takes every attribute of a native checkbox. */
export const Checkbox = (props: Words & ComponentProps<"input">) => <Mark kind="checkbox" {...props} />;

/** Something that is on or off at once, without a «save». */
export const Switch = (props: Words & ComponentProps<"input">) => <Mark kind="switch" {...props} />;
