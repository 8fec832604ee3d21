import { useEffect, useRef, useState } from "react";
import type { AgendaItem, SharedView } from "#domain/room.ts";
import { SegmentedControl } from "#ui/primitives/segmented-control.tsx";
import { type Mark, StatusMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";
import type { AgendaTimes, Times } from "./pace.tsx";

const MARKS = {
  waiting: "ahead",
  think: "now",
  reveal: "now",
  word: "now",
  round: "now",
  decided: "done",
  parked: "parked",
} as const satisfies Record<AgendaItem["phase"], Mark>;

const isParked = ({ phase }: AgendaItem) => phase === "parked";
const isSettled = (item: AgendaItem) => item.phase === "decided" || isParked(item);
const decidedOf = (items: AgendaItem[]) => items.filter(({ phase }) => phase === "decided").length;

export type BlockName = { id: string; name: string };
type Props = { shared: SharedView; blocks: BlockName[]; times: AgendaTimes; onOpen: (key: string) => void };

/** All questions along the deal, under the stage they are about or the block of the question bank they belong to. */
export const AgendaList = ({ shared, blocks, times, onOpen }: Props) => {
  const { t, language } = useWords();
  const [shown, setShown] = useState<"open" | "all">("all");
  const [turned, setTurned] = useState<Record<string, boolean>>({});
  const current = useRef<HTMLLIElement>(null);
  const key = shared.now?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the question, not the element
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest" });
  }, [key]);
  const progress = (items: AgendaItem[]) =>
    [
      t("strip.progress", { settled: decidedOf(items), asked: items.length }),
      ...(items.some(isParked) ? [t("agenda.parked", { count: items.filter(isParked).length })] : []),
    ].join(", ");
  const place = (item: AgendaItem) => {
    const type = shared.workshop.dealTypes.find(({ id }) => id === item.dealType);
    const stage = type?.stages.find(({ id }) => id === item.stage);
    return stage?.name ?? blocks.find(({ id }) => id === item.block)?.name ?? t("setUp.ownBlock");
  };
  const mixed = shared.agenda.some(({ express }) => !express);
  const groups: { id: string; name: string; items: AgendaItem[] }[] = [];
  for (const item of shared.agenda) {
    if (shown === "open" && isSettled(item) && item.key !== key) continue;
    const name = place(item);
    const last = groups.at(-1);
    if (last?.name === name) last.items.push(item);
    else groups.push({ id: item.key, name, items: [item] });
  }
  // the group of the question is open, or the first one that is not settled; others as the facilitator turned them
  const work =
    groups.find(({ items }) => items.some((item) => item.key === key)) ??
    groups.find(({ items }) => !items.every(isSettled));
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
      {groups.map((group) => {
        const open = turned[group.id] ?? group === work;
        return (
          <section key={group.id} className="agenda__group">
            <h2 className="agenda__place">
              <button type="button" aria-expanded={open} onClick={() => setTurned({ ...turned, [group.id]: !open })}>
                <span className="agenda__turn" aria-hidden="true" />
                <span className="grow">{group.name}</span>
                <span className="figures" title={progress(group.items)}>
                  <span aria-hidden="true">
                    {decidedOf(group.items)}/{group.items.length}
                  </span>
                  <span className="visually-hidden">{progress(group.items)}</span>
                </span>
              </button>
            </h2>
            {open && (
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
                        <ItemTime item={item} times={times.get(item.key)} />
                        {item.express && mixed && <span className="agenda__express">{t("console.express")}</span>}
                      </StatusMark>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </nav>
  );
};

/** What a question was reckoned with and what it took; for one that is left, what the agenda now leaves for it. */
const ItemTime = ({ item, times }: { item: AgendaItem; times: Times | undefined }) => {
  const { t } = useWords();
  const { spent = 0, slot = null } = times ?? {};
  const planned = Math.ceil(item.minutes);
  const took = Math.round(spent);
  const isNow = MARKS[item.phase] === "now";
  if (slot && !slot.fits) return <span className="agenda__time agenda__time--out">{t("agenda.out")}</span>;
  if (took > 0 || isNow)
    return (
      <span className={`agenda__time${took > planned ? " agenda__time--over" : ""}`}>
        {t("agenda.took", { took, planned })}
      </span>
    );
  if (!slot) return null;
  const left = Math.ceil(slot.minutes);
  return (
    <span className="agenda__time">
      {left < planned ? t("agenda.pressed", { left, planned }) : t("agenda.planned", { planned })}
    </span>
  );
};
