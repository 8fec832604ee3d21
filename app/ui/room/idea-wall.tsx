import type { ReactNode } from "react";
import type { Now } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";

export type WallIdea = Now["ideas"][number];
type Props = {
  ideas: WallIdea[];
  /** Ids of the reader's own ideas; they are marked for the reader only. */
  own?: string[];
  /** Facilitator, while wording: takes the text of an idea over into the wording. */
  onUse?: (text: string) => void;
};

/** Ideas that lead a group or stand alone. */
export const leadsOf = (ideas: WallIdea[]): WallIdea[] =>
  ideas.filter((idea) => !idea.group || !ideas.some(({ id }) => id === idea.group));

/** The revealed ideas, shuffled, grouped under the one that leads the group; every idea keeps its text. */
export const IdeaWall = ({ ideas, own = [], onUse }: Props) => {
  const { t } = useWords();
  if (ideas.length === 0) return <p className="quiet">{t("ideas.none")}</p>;
  const card = (idea: WallIdea) => (
    <IdeaCard idea={idea}>
      {own.includes(idea.id) && <span className="quiet">{t("ideas.own")}</span>}
      {onUse && (
        <button type="button" className="link" onClick={() => onUse(idea.text)}>
          {t("ideas.use")}
        </button>
      )}
    </IdeaCard>
  );
  return (
    <ul className="wall">
      {leadsOf(ideas).map((lead) => {
        const group = ideas.filter((idea) => idea.group === lead.id);
        return (
          <li key={lead.id} className={group.length > 0 ? "wall__group" : undefined}>
            {card(lead)}
            {group.map((idea) => (
              <div key={idea.id}>{card(idea)}</div>
            ))}
          </li>
        );
      })}
    </ul>
  );
};

/** One idea; what can be done with it stands in its foot. */
export const IdeaCard = ({ idea, children }: { idea: WallIdea; children?: ReactNode }) => {
  const { t } = useWords();
  return (
    <article className={`idea${idea.seed ? " idea--seed" : ""}`}>
      <p className="idea__text">{idea.text}</p>
      <footer className="idea__foot">
        {idea.seed && <span className="quiet">{t("ideas.seed")}</span>}
        {idea.by && <span className="quiet">{idea.by}</span>}
        {children}
      </footer>
    </article>
  );
};
