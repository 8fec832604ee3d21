import { Dialog as Base } from "@base-ui/react/dialog";
import { type ReactElement, type ReactNode, useRef } from "react";
import { useWords } from "#words/context.tsx";
import { IconButton } from "./button.tsx";
import "./dialog.css";

/**
 * A question or a small form over the page. Focus begins in the first field, stays inside and returns to where it was; Escape
 * closes.
 */
export const Dialog = ({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  footer,
  wide,
  children,
}: {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the one that goes on last. */
  footer?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}) => {
  const { t } = useWords();
  const body = useRef<HTMLDivElement>(null);
  // on a phone a focused field would raise the keyboard over what is to be read first
  const firstField = (by: string) =>
    by === "touch" || (body.current?.querySelector<HTMLElement>("input, textarea, select") ?? true);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="veil" />
        <Base.Popup initialFocus={firstField} className={wide ? "dialog dialog--wide" : "dialog"}>
          <header className="dialog__head">
            <Base.Title className="dialog__title">{title}</Base.Title>
            <Base.Close render={<IconButton icon="close" label={t("house.close")} size="small" />} />
          </header>
          {description && <Base.Description className="dialog__description">{description}</Base.Description>}
          {children && (
            <div ref={body} className="dialog__body">
              {children}
            </div>
          )}
          {footer && <footer className="dialog__footer">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
};

/** Any button inside a dialog that only closes it: `<DialogClose render={<Button variant="quiet">…</Button>} />`. */
export const DialogClose = Base.Close;
