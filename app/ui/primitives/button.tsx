import type { ComponentProps, MouseEvent } from "react";
import { Link } from "react-router";
import { Icon, type IconName } from "./icon.tsx";
import "./button.css";

type Look = { variant?: "primary" | "quiet" | "danger" | "link"; size?: "small" | "normal" | "large"; icon?: IconName };

const classes = ({ variant = "primary", size = "normal" }: Look, more?: string): string =>
  ["button", `button--${variant}`, size !== "normal" && `button--${size}`, more].filter(Boolean).join(" ");

/** While `busy` it keeps its place and its focus, says so, and does nothing when pressed. */
export const Button = ({
  variant,
  size,
  icon,
  busy = false,
  type = "button",
  className,
  onClick,
  children,
  ...rest
}: Look & ComponentProps<"button"> & { busy?: boolean }) => (
  <button
    {...rest}
    type={type}
    className={classes({ variant, size }, className)}
    aria-busy={busy || undefined}
    aria-disabled={busy || undefined}
    onClick={(event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event))}
  >
    {icon && <Icon name={icon} />}
    <span className="button__words">{children}</span>
  </button>
);

/** Goes to another page and looks like a button. */
export const ButtonLink = ({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) => (
  <Link {...rest} className={classes({ variant, size }, className)}>
    {icon && <Icon name={icon} />}
    <span className="button__words">{children}</span>
  </Link>
);

/** A square button with a drawing; `label` is what it says to those who do not see it. */
export const IconButton = ({
  icon,
  label,
  size = "normal",
  className,
  ...rest
}: ComponentProps<"button"> & { icon: IconName; label: string; size?: "small" | "normal" }) => (
  <button
    type="button"
    {...rest}
    className={["icon-button", size === "small" && "icon-button--small", className].filter(Boolean).join(" ")}
    aria-label={label}
  >
    <Icon name={icon} />
  </button>
);
