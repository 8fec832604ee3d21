import type { ReactNode } from "react";
import type { PackageItem, PackageView } from "#domain/package-vote.ts";
import type { SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";
import { PackageArithmetic } from "./package-arithmetic.tsx";
import { WordingView } from "./wording-view.tsx";

type Props = { shared: SharedView; vote: PackageView; action?: ((item: PackageItem) => ReactNode) | undefined };

/** The arithmetic of a package and its rules; what was taken out stays in view, struck through. */
export const PackageList = ({ shared, vote, action }: Props) => (
  <>
    <PackageArithmetic shared={shared} vote={vote} />
    <PackageRules shared={shared} items={vote.items} action={action} />
  </>
);

/** Rules, each under its question. */
export const PackageRules = ({ shared, items, action }: Omit<Props, "vote"> & { items: PackageItem[] }) => {
  const { t, language, list } = useWords();
  const { dealTypes, departments } = shared.workshop;
  const department = (id: string) => departments.find((known) => known.id === id)?.name ?? id;
  return (
    <ol className="package__list">
      {items.map((item) => (
        <li key={item.round} className={`package__item package__item--${item.state}`}>
          <p className="package__asked">
            {[stageName(dealTypes, item), item.asked[language]].filter(Boolean).join(". ")}
          </p>
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
  );
};

/** The stage that a rule is about; null when it is about the whole deal or the whole company. */
export const stageName = (
  dealTypes: SharedView["workshop"]["dealTypes"],
  { dealType, stage }: Pick<PackageItem, "dealType" | "stage">,
): string | null => dealTypes.find(({ id }) => id === dealType)?.stages.find(({ id }) => id === stage)?.name ?? null;

/** How many rules stay or were adopted, and how many were taken out. */
export const counts = ({ items }: PackageView): { count: number; pulled: number } => ({
  count: items.filter(({ state }) => state === "in" || state === "adopted").length,
  pulled: items.filter(({ state }) => state === "pulled").length,
});
