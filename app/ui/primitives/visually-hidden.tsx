import type { ReactNode } from "react";

/** Said to a screen reader, not shown. `live` makes changes of the text be read out when the reader is free. */
export const VisuallyHidden = ({ live, children }: { live?: boolean; children: ReactNode }) => (
  <span className="visually-hidden" {...(live && { role: "status" })}>
    {children}
  </span>
);
