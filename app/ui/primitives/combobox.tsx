import { Combobox as Base } from "@base-ui/react/combobox";
import { useMemo, useState } from "react";
import { useWords } from "#words/context.tsx";
import { FieldFrame, type FieldWords } from "./field.tsx";
import { Icon } from "./icon.tsx";
import "./floating.css";
import "./combobox.css";

export type ComboboxOption = { id: string; label: string; detail?: string };

type Entry = ComboboxOption & { create?: string };
type Common = FieldWords & {
  options: readonly ComboboxOption[];
  placeholder?: string;
  disabled?: boolean;
  /** Given, a text that no option has can be added; the caller adds the option and sets the value. */
  onCreate?: (text: string) => void;
};

/** The options, and behind them «add …» when the typed text is none of them. */
const useEntries = (options: readonly ComboboxOption[], typed: string, creatable: boolean): Entry[] => {
  const { t } = useWords();
  return useMemo(() => {
    const text = typed.trim();
    const known = options.some((option) => option.label.toLocaleLowerCase() === text.toLocaleLowerCase());
    return !creatable || !text || known
      ? [...options]
      : [...options, { id: `create:${text}`, label: t("combobox.create", { text }), create: text }];
  }, [options, typed, creatable, t]);
};

const same = (a: Entry, b: Entry) => a.id === b.id;

const List = () => {
  const { t } = useWords();
  return (
    <Base.Portal>
      <Base.Positioner className="floating" sideOffset={4}>
        <Base.Popup className="combobox__popup">
          <Base.Empty className="combobox__empty">{t("combobox.nothing")}</Base.Empty>
          <Base.List className="combobox__list">
            {(entry: Entry) => (
              <Base.Item key={entry.id} value={entry} className="combobox__item">
                <span className="combobox__tick">
                  {entry.create ? (
                    <Icon name="add" size={16} />
                  ) : (
                    <Base.ItemIndicator>
                      <Icon name="check" size={16} />
                    </Base.ItemIndicator>
                  )}
                </span>
                <span className="grow">
                  {entry.label}
                  {entry.detail && <span className="combobox__detail">{entry.detail}</span>}
                </span>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
};

/** One thing of a dictionary, found by typing. */
export const Combobox = ({
  options,
  value,
  onChange,
  onCreate,
  placeholder,
  disabled,
  ...words
}: Common & { value: string | null; onChange: (id: string | null) => void }) => {
  const { t } = useWords();
  const chosen = options.find((option) => option.id === value) ?? null;
  const [typed, setTyped] = useState("");
  // what stands in the field after a choice is not a search
  const entries = useEntries(options, typed === chosen?.label ? "" : typed, Boolean(onCreate));
  return (
    <FieldFrame {...words}>
      {(given) => (
        <Base.Root<Entry>
          items={entries}
          value={chosen}
          disabled={disabled}
          isItemEqualToValue={same}
          itemToStringLabel={(entry) => entry.create ?? entry.label}
          filter={(entry, query) =>
            Boolean(entry.create) || entry.label.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase())
          }
          onInputValueChange={setTyped}
          onValueChange={(entry, details) => {
            if (details.reason === "escape-key") return details.cancel();
            if (entry?.create) onCreate?.(entry.create);
            else onChange(entry?.id ?? null);
          }}
        >
          <Base.InputGroup className="combobox">
            <Base.Input className="control" placeholder={placeholder} {...given} />
            <span className="combobox__buttons">
              <Base.Clear className="combobox__button" aria-label={t("house.clear")}>
                <Icon name="close" size={16} />
              </Base.Clear>
              <Base.Trigger className="combobox__button" aria-label={t("combobox.open")}>
                <Icon name="chevron" />
              </Base.Trigger>
            </span>
          </Base.InputGroup>
          <List />
        </Base.Root>
      )}
    </FieldFrame>
  );
};

/** Several things of a dictionary, each a chip that can be taken away. */
export const MultiCombobox = ({
  options,
  value,
  onChange,
  onCreate,
  placeholder,
  disabled,
  ...words
}: Common & { value: readonly string[]; onChange: (ids: string[]) => void }) => {
  const { t } = useWords();
  const chosen = value.map((id) => options.find((option) => option.id === id) ?? { id, label: id });
  const [typed, setTyped] = useState("");
  const entries = useEntries(options, typed, Boolean(onCreate));
  return (
    <FieldFrame {...words}>
      {(given) => (
        <Base.Root<Entry, true>
          multiple
          items={entries}
          value={chosen}
          disabled={disabled}
          isItemEqualToValue={same}
          itemToStringLabel={(entry) => entry.create ?? entry.label}
          filter={(entry, query) =>
            Boolean(entry.create) || entry.label.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase())
          }
          inputValue={typed}
          onInputValueChange={setTyped}
          onValueChange={(next, details) => {
            // Escape is for closing the list; it must not empty what was chosen
            if (details.reason === "escape-key") return details.cancel();
            const made = next.find((entry) => entry.create)?.create;
            setTyped("");
            if (made) onCreate?.(made);
            else onChange(next.map((entry) => entry.id));
          }}
        >
          <Base.InputGroup className="combobox combobox--many">
            <Base.Chips className="combobox__chips">
              {chosen.map((entry) => (
                <Base.Chip key={entry.id} className="combobox__chip" aria-label={entry.label}>
                  {entry.label}
                  <Base.ChipRemove
                    className="combobox__remove"
                    aria-label={t("combobox.remove", { text: entry.label })}
                  >
                    <Icon name="close" size={14} />
                  </Base.ChipRemove>
                </Base.Chip>
              ))}
              <Base.Input className="combobox__bare" placeholder={chosen.length === 0 ? placeholder : ""} {...given} />
            </Base.Chips>
          </Base.InputGroup>
          <List />
        </Base.Root>
      )}
    </FieldFrame>
  );
};
