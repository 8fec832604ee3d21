import { type ReactNode, useEffect, useRef, useState } from "react";
import type { PackageItem } from "#domain/package-vote.ts";
import type { SharedView } from "#domain/room.ts";
import { useDraft } from "#live/draft.ts";
import { Icon } from "#ui/primitives/icon.tsx";
import { VisuallyHidden } from "#ui/primitives/visually-hidden.tsx";
import { useWords } from "#words/context.tsx";
import type { SectionName } from "./growing-document.tsx";
import { PackageRules, stageName } from "./package-list.tsx";

type Chapter = { title: string; items: PackageItem[] };
type Props = {
  /** The package, so that how far somebody has read is kept for this one. */
  id: string;
  shared: SharedView;
  chapters: Chapter[];
  action: (item: PackageItem) => ReactNode;
  /** Everything is read: on to the vote. */
  onRead: () => void;
};

/** Rules that follow each other and are about one stage, or stand in one section, are one chapter. */
export const chaptersOf = (items: PackageItem[], shared: SharedView, sections: SectionName[]): Chapter[] => {
  const chapters: Chapter[] = [];
  for (const item of items) {
    const title =
      stageName(shared.workshop.dealTypes, item) ?? sections.find(({ id }) => id === item.section)?.name ?? "";
    const last = chapters.at(-1);
    if (last?.title === title) last.items.push(item);
    else chapters.push({ title, items: [item] });
  }
  return chapters;
};

/** A long package for one thumb: a chapter at a time, with how far one has come, also after the phone was locked. */
export const PackageChapters = ({ id, shared, chapters, action, onRead }: Props) => {
  const { t } = useWords();
  const [kept, setKept] = useDraft(`read:${id}`, "0");
  const reached = Number(kept) || 0;
  const [chosen, setOpen] = useState<number | null>(null);
  const open = chosen ?? reached;
  const heads = useRef<(HTMLElement | null)[]>([]);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heads.current[open]?.scrollIntoView({ block: "start" });
  }, [open]);
  const goOn = (from: number) => {
    moved.current = true;
    setKept(String(Math.max(reached, from + 1)));
    setOpen(from + 1);
    if (from + 1 === chapters.length) onRead();
  };
  return (
    <>
      <p className="quiet">{t("package.read", { count: reached, of: chapters.length })}</p>
      <ol className="package__chapters">
        {chapters.map(({ title, items }, at) => (
          <li key={items[0]?.round}>
            <h2
              className="package__chapter"
              ref={(element) => {
                heads.current[at] = element;
              }}
            >
              <button type="button" aria-expanded={open === at} onClick={() => setOpen(open === at ? -1 : at)}>
                <span>{title}</span>
                <span className="quiet">{t("package.rules", { count: items.length })}</span>
                {at < reached && (
                  <>
                    <Icon name="check" />
                    <VisuallyHidden>{t("package.isRead")}</VisuallyHidden>
                  </>
                )}
              </button>
            </h2>
            {open === at && (
              <>
                <PackageRules shared={shared} items={items} action={action} />
                <button type="button" className="button button--quiet" onClick={() => goOn(at)}>
                  {t(at + 1 === chapters.length ? "package.toVote" : "package.nextChapter")}
                </button>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};
