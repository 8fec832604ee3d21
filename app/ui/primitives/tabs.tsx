import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import "./tabs.css";

export type Tab = { id: string; label: ReactNode; count?: number; panel: ReactNode };

/** Views of one thing. `label` names the row of tabs to those who do not see it. */
export const Tabs = ({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string;
  tabs: readonly Tab[];
  value?: string;
  onChange?: (id: string) => void;
}) => (
  <Base.Root
    className="tabs"
    {...(value === undefined ? { defaultValue: tabs[0]?.id } : { value })}
    onValueChange={(id) => onChange?.(String(id))}
  >
    <Base.List className="tabs__list" aria-label={label}>
      {tabs.map((tab) => (
        <Base.Tab key={tab.id} value={tab.id} className="tabs__tab">
          {tab.label}
          {tab.count !== undefined && <span className="tabs__count">{tab.count}</span>}
        </Base.Tab>
      ))}
    </Base.List>
    {tabs.map((tab) => (
      <Base.Panel key={tab.id} value={tab.id} className="tabs__panel">
        {tab.panel}
      </Base.Panel>
    ))}
  </Base.Root>
);
