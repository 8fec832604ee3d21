import type { ReactNode } from "react";
import "./badge.css";

/** A short word on a tint. It says everything by its word; the tint only helps to find it. */
export const Badge = ({
  tone = "neutral",
  children,
}: {
  tone?: "neutral" | "accent" | "rust" | "ochre";
  children: ReactNode;
}) => <span className={`badge badge--${tone}`}>{children}</span>;
