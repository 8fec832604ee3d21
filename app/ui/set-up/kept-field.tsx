import type { KeyboardEvent } from "react";
import type { Answered } from "#live/command.ts";
import { useDraft } from "#live/draft.ts";
import { Field, TextAreaField } from "#ui/primitives/field.tsx";

type Props = {
  /** Names the draft on this device: what is typed survives a reload until it is kept. */
  draft: string;
  label: string;
  value: string;
  onKeep: (value: string) => Promise<Answered>;
  hint?: string;
  maxLength?: number;
  required?: boolean;
  lines?: number;
};

/** A text that is kept when one leaves the field; Enter keeps it too, Escape takes it back. */
export const KeptField = ({ draft, value, onKeep, required, lines, ...rest }: Props) => {
  const [text, setText, forget] = useDraft(`set-up.${draft}`, value);
  const keep = async () => {
    const next = text.trim();
    if (next === value || (required && !next)) return forget();
    if ("done" in (await onKeep(next))) forget();
  };
  const shared = { ...rest, value: text, onBlur: keep };
  if (lines) return <TextAreaField {...shared} rows={lines} onChange={(event) => setText(event.target.value)} />;
  return (
    <Field
      {...shared}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") forget();
      }}
    />
  );
};
