import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import "./notice.css";

const ICONS = { info: "info", problem: "objection", good: "check", caution: "gap" } as const satisfies Record<
  string,
  IconName
>;

/** One line that matters now. A problem is read out at once, anything else when the reader is free. */
export const Notice = ({
  tone = "info",
  action,
  children,
}: {
  tone?: keyof typeof ICONS;
  action?: ReactNode;
  children: ReactNode;
}) => (
  <div className={`notice notice--${tone}`} role={tone === "problem" ? "alert" : "status"}>
    <Icon name={ICONS[tone]} />
    <div className="notice__words">{children}</div>
    {action}
  </div>
);
