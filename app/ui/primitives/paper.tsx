import type { ComponentProps } from "react";
import "./paper.css";

/** A sheet: what is on it belongs to the document, in the document's type. `small` is for a column beside the work. */
export const Paper = ({ small, className, ...rest }: ComponentProps<"article"> & { small?: boolean }) => (
  <article {...rest} className={["paper", small && "paper--small", className].filter(Boolean).join(" ")} />
);
