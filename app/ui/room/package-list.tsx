import type { ReactNode } from "react";
import type { PackageItem, PackageView } from "#domain/package-vote.ts";
import type { SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";
import { PackageArithmetic } from "./package-arithmetic.tsx";
import { WordingView } from "./wording-view.tsx";

type Props = { shared: SharedView; vote: PackageView; action?: (item: PackageItem) => ReactNode };

/** The arithmetic of a package and its rules, each under its question; what was taken out stays in view, struck through. */
export const PackageList = ({ shared, vote, action }: Props) => {
  const { t, language, list } = useWords();
  const { dealTypes, departments } = shared.workshop;
  const stageOf = ({ dealType, stage }: PackageItem) =>
    dealTypes.find(({ id }) => id === dealType)?.stages.find(({ id }) => id === stage)?.name ?? null;
  const department = (id: string) => departments.find((known) => known.id === id)?.name ?? id;
  return (
    <>
      <PackageArithmetic shared={shared} vote={vote} />
      <ol className="package__list">
        {vote.items.map((item) => (
          <li key={item.round} className={`package__item package__item--${item.state}`}>
            <p className="package__asked">{[stageOf(item), item.asked[language]].filter(Boolean).join(". ")}</p>
            <div className="package__text">
              <WordingView wording={item.wording} />
            </div>
            {item.state !== "in" && (
              <p className="package__state">
                {item.state !== "missing"
                  ? t(`package.state.${item.state}`)
                  : item.missing.length > 0
                    ? t("package.state.missing", { departments: list(item.missing.map(department)) })
                    : t("package.notAdopted")}
              </p>
            )}
            {action?.(item)}
          </li>
        ))}
      </ol>
    </>
  );
};

/** How many rules stay or were adopted, and how many were taken out. */
export const counts = ({ items }: PackageView): { count: number; pulled: number } => ({
  count: items.filter(({ state }) => state === "in" || state === "adopted").length,
  pulled: items.filter(({ state }) => state === "pulled").length,
});
