import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import { Kbd } from "./kbd.tsx";
import "./floating.css";
import "./menu.css";

export type MenuItem = {
  label: string;
  icon?: IconName;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
};

/** Things that may be done here, behind one button (`trigger`). `null` draws a line between groups. */
export const Menu = ({
  trigger,
  items,
  align = "end",
}: {
  trigger: ReactElement;
  items: readonly (MenuItem | null)[];
  align?: "start" | "end";
}): ReactNode => (
  <Base.Root>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Positioner className="floating" sideOffset={6} align={align}>
        <Base.Popup className="menu">
          {items.map((item, index) =>
            item === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name
              <Base.Separator key={index} className="menu__line" />
            ) : (
              <Base.Item
                key={item.label}
                className={item.danger ? "menu__item menu__item--danger" : "menu__item"}
                disabled={item.disabled}
                label={item.label}
                onClick={item.onSelect}
              >
                {item.icon && <Icon name={item.icon} />}
                <span className="grow">{item.label}</span>
                {item.keys && <Kbd keys={item.keys} />}
              </Base.Item>
            ),
          )}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
