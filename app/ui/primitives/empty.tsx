import type { ReactNode } from "react";
import "./empty.css";

/** Nothing here yet: what comes next, and one action at most. */
export const Empty = ({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p className="empty__title">{title}</p>
    {children && <p className="empty__next">{children}</p>}
    {action && <div className="empty__action">{action}</div>}
  </div>
);
