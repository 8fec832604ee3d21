import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "#words/context.tsx";
import { IconButton } from "./button.tsx";
import "./sheet.css";

/**
 * Comes up from the bottom on phones, stands in the middle on wide screens. A native <dialog>: the browser itself
 * holds the focus, closes on Escape and gives the focus back, at no cost in script.
 */
export const Sheet = ({
  open,
  onClose,
  title,
  tall,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Take the whole height at once, for something to read. */
  tall?: boolean;
  children: ReactNode;
}) => {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; the click is for the veil around it
    <dialog
      ref={dialog}
      className={tall ? "sheet sheet--tall" : "sheet"}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="sheet__page">
        <header className="sheet__head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={t("house.close")} onClick={onClose} />
        </header>
        {open && <div className="sheet__body">{children}</div>}
      </div>
    </dialog>
  );
};
