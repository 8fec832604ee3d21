import { useState } from "react";
import type { RuleView, SharedView } from "#domain/room.ts";
import { AdoptionMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";

export type SectionName = { id: string; number: string; name: string };
type Props = {
  rules: RuleView[];
  dealTypes: SharedView["workshop"]["dealTypes"];
  sections: SectionName[];
  href: string;
  rehearsal?: string;
  gaps: { count: number; href: string } | null;
};

/** So many rules can be read at once; of a longer regulation only the section that grew last stands open. */
const ALL_OPEN = 15;

/** The regulation beside the room: every adopted rule stands in its section with its status, from the first one on. */
export const GrowingDocument = ({ rules, dealTypes, sections, href, rehearsal, gaps }: Props) => {
  const { t } = useWords();
  const [turned, setTurned] = useState<Record<string, boolean>>({});
  const newest = rules.at(-1)?.section;
  return (
    <div className="growing">
      {rules.length === 0 && <p className="quiet">{t("document.none")}</p>}
      {sections
        .map((section) => ({ section, own: rules.filter((rule) => rule.section === section.id) }))
        .filter(({ own }) => own.length > 0)
        .map(({ section, own }) => {
          const open = turned[section.id] ?? (rules.length <= ALL_OPEN || section.id === newest);
          return (
            <section key={section.id} className="growing__section">
              <h3>
                <button
                  type="button"
                  className="growing__turn"
                  aria-expanded={open}
                  onClick={() => setTurned({ ...turned, [section.id]: !open })}
                >
                  <span className="growing__number">{section.number}</span>
                  <span className="grow">{section.name}</span>
                  <span className="growing__count">{own.length}</span>
                </button>
              </h3>
              {open &&
                placed(own, dealTypes).map(({ id, name, rules }) => (
                  <div key={id}>
                    {name && <h4 className="growing__stage">{name}</h4>}
                    <ol>
                      {rules.map((rule) => (
                        <li key={rule.id} className="growing__rule">
                          <p>{rule.text}</p>
                          <AdoptionMark adoption={rule.adoption} />
                        </li>
                      ))}
                    </ol>
                  </div>
                ))}
            </section>
          );
        })}
      <p className="growing__foot">
        <a href={href}>{t("document.open")}</a>
        {rehearsal && <a href={rehearsal}>{t("document.rehearse")}</a>}
        {gaps !== null && <a href={gaps.href}>{t("room.gaps", { count: gaps.count })}</a>}
      </p>
    </div>
  );
};

type Place = { id: string; name: string | null; rules: RuleView[] };

/** Rules of no stage first, then those of each stage in the order of its chain, as in the document. */
const placed = (rules: RuleView[], dealTypes: Props["dealTypes"]): Place[] => {
  const places: Place[] = [
    { id: "none", name: null, rules: rules.filter(({ stage }) => stage === null) },
    ...dealTypes.flatMap((type) =>
      type.stages.map((stage) => ({
        id: `${type.id} ${stage.id}`,
        name: dealTypes.length > 1 ? `${stage.name} (${type.name})` : stage.name,
        rules: rules.filter((rule) => rule.dealType === type.id && rule.stage === stage.id),
      })),
    ),
  ];
  return places.filter(({ rules }) => rules.length > 0);
};
