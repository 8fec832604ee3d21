import type { ComponentProps } from "react";
import "./card.css";

/** A thing that can be told apart from its neighbours. `tone` colours the edge only; words must say the same. */
export const Card = ({
  tone,
  className,
  ...rest
}: ComponentProps<"div"> & { tone?: "accent" | "rust" | "ochre" | "sunk" }) => (
  <div {...rest} className={["card", tone && `card--${tone}`, className].filter(Boolean).join(" ")} />
);
