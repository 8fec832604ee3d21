import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useEffect } from "react";
import { useWords } from "#words/context.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";
import "./dialog.css";
import "./command-palette.css";

export type Command = {
  id: string;
  label: string;
  group?: string;
  icon?: IconName;
  keys?: string;
  /** Other words somebody may look for it by. */
  also?: string;
  run: () => void;
};

/** ⌘K or Ctrl+K, wherever the focus is. */
export const useCommandKey = (open: () => void): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.code !== "KeyK" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [open]);
};

/** Everything the page can do, found by typing. */
export const CommandPalette = ({
  open,
  onOpenChange,
  commands,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly Command[];
}) => {
  const { t } = useWords();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog palette" aria-label={t("palette.title")}>
          <Autocomplete.Root<Command>
            open
            inline
            items={commands}
            autoHighlight="always"
            keepHighlight
            itemToStringValue={(command) => [command.label, command.group, command.also].filter(Boolean).join(" ")}
          >
            <div className="palette__head">
              <Icon name="search" />
              <Autocomplete.Input
                className="palette__input"
                aria-label={t("palette.title")}
                placeholder={t("palette.placeholder")}
              />
            </div>
            <Autocomplete.Empty className="palette__empty">{t("palette.nothing")}</Autocomplete.Empty>
            <Autocomplete.List className="palette__list">
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className="palette__item"
                  onClick={() => {
                    onOpenChange(false);
                    command.run();
                  }}
                >
                  {command.icon && <Icon name={command.icon} />}
                  <span className="grow">{command.label}</span>
                  {command.group && <span className="palette__group">{command.group}</span>}
                  {command.keys && <Kbd keys={command.keys} />}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
