import { useEffect, useRef, useState } from "react";
import type { AgendaItem, SharedView } from "#domain/room.ts";
import { SegmentedControl } from "#ui/primitives/segmented-control.tsx";
import { type Mark, StatusMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";

const MARKS = {
  waiting: "ahead",
  think: "now",
  reveal: "now",
  word: "now",
  round: "now",
  decided: "done",
  parked: "parked",
} as const satisfies Record<AgendaItem["phase"], Mark>;

/** All questions along the deal, under the stage or the part of the company they are about. */
export const AgendaList = ({ shared, onOpen }: { shared: SharedView; onOpen: (key: string) => void }) => {
  const { t, language } = useWords();
  const [shown, setShown] = useState<"open" | "all">("all");
  const current = useRef<HTMLLIElement>(null);
  const key = shared.now?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the question, not the element
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest" });
  }, [key]);
  const place = (item: AgendaItem) => {
    const type = shared.workshop.dealTypes.find(({ id }) => id === item.dealType);
    return type?.stages.find(({ id }) => id === item.stage)?.name ?? type?.name ?? t("question.company");
  };
  const groups: { name: string; items: AgendaItem[] }[] = [];
  for (const item of shared.agenda) {
    if (shown === "open" && (item.phase === "decided" || item.phase === "parked") && item.key !== key) continue;
    const name = place(item);
    const last = groups.at(-1);
    if (last?.name === name) last.items.push(item);
    else groups.push({ name, items: [item] });
  }
  return (
    <nav className="agenda" aria-label={t("room.agenda")}>
      <SegmentedControl
        legend={t("room.agenda")}
        name="agenda"
        value={shown}
        onChange={setShown}
        options={[
          { value: "all", label: t("console.all") },
          { value: "open", label: t("console.open") },
        ]}
      />
      {groups.map((group) => (
        <section key={`${group.name}:${group.items[0]?.key}`} className="agenda__group">
          <h2 className="agenda__place">{group.name}</h2>
          <ul className="agenda__list">
            {group.items.map((item) => (
              <li key={item.key} ref={item.key === key ? current : undefined}>
                <button
                  type="button"
                  className={`agenda__item${item.key === key ? " agenda__item--now" : ""}`}
                  aria-current={item.key === key ? "true" : undefined}
                  onClick={() => onOpen(item.key)}
                >
                  <StatusMark mark={MARKS[item.phase]}>
                    <span className="visually-hidden">{t(`phase.${item.phase}`)}: </span>
                    {item.wording[language]}
                  </StatusMark>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};
