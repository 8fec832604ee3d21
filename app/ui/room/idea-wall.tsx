import type { Now } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";

type Idea = Now["ideas"][number];
type Props = {
  ideas: Idea[];
  /** Ids of the reader's own ideas; they are marked for the reader only. */
  own?: string[];
  /** Facilitator: puts an idea under another one, or takes it out again (`null`). */
  onGroup?: (idea: string, group: string | null) => void;
  /** Facilitator, while wording: takes the text of an idea over into the wording. */
  onUse?: (text: string) => void;
};

/** The revealed ideas, shuffled, grouped under the one that leads the group; every idea keeps its text. */
export const IdeaWall = ({ ideas, own = [], onGroup, onUse }: Props) => {
  const { t } = useWords();
  if (ideas.length === 0) return <p className="quiet">{t("ideas.none")}</p>;
  const leads = ideas.filter((idea) => !idea.group || !ideas.some(({ id }) => id === idea.group));
  const card = (idea: Idea, grouped: boolean) => (
    <article className={`idea${idea.seed ? " idea--seed" : ""}`}>
      <p className="idea__text">{idea.text}</p>
      <footer className="idea__foot">
        {idea.seed && <span className="quiet">{t("ideas.seed")}</span>}
        {own.includes(idea.id) && <span className="quiet">{t("ideas.own")}</span>}
        {onUse && (
          <button type="button" className="link" onClick={() => onUse(idea.text)}>
            {t("ideas.use")}
          </button>
        )}
        {onGroup &&
          (grouped ? (
            <button type="button" className="link" onClick={() => onGroup(idea.id, null)}>
              {t("ideas.ungroup")}
            </button>
          ) : (
            leads.length > 1 && (
              <label className="idea__group">
                <span className="visually-hidden">{t("ideas.groupWith")}</span>
                <select value="" onChange={(event) => onGroup(idea.id, event.target.value)}>
                  <option value="">{t("ideas.groupWith")}</option>
                  {leads
                    .filter(({ id }) => id !== idea.id)
                    .map((lead) => (
                      <option key={lead.id} value={lead.id}>
                        {lead.text.slice(0, 60)}
                      </option>
                    ))}
                </select>
              </label>
            )
          ))}
      </footer>
    </article>
  );
  return (
    <ul className="wall">
      {leads.map((lead) => {
        const group = ideas.filter((idea) => idea.group === lead.id);
        return (
          <li key={lead.id} className={group.length > 0 ? "wall__group" : undefined}>
            {card(lead, false)}
            {group.map((idea) => (
              <div key={idea.id}>{card(idea, true)}</div>
            ))}
          </li>
        );
      })}
    </ul>
  );
};
