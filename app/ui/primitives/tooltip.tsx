import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import "./floating.css";
import "./tooltip.css";

/** A word more for a pointer or a keyboard; never the only place where something is said, for phones have none. */
export const Tooltip = ({ text, children }: { text: string; children: ReactElement }) => (
  <Base.Provider delay={400}>
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="floating" sideOffset={6}>
          <Base.Popup className="tooltip">{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  </Base.Provider>
);
