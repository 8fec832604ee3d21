import type { MineView, SharedView } from "#domain/room.ts";
import type { CardView, SubgroupsView } from "#domain/subgroups.ts";
import { StatusMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";
import "./group-work.css";

type Props = { shared: SharedView; subgroups: SubgroupsView; mine: MineView };

/** What a member of a group has to do: the cards of the own stages to draft, or those of the other group to read. */
export const GroupWork = ({ shared, subgroups, mine }: Props) => {
  const { t, list } = useWords();
  const own = subgroups.groups.findIndex(({ people }) => people.includes(mine.participant?.id ?? ""));
  const shown = own < 0 || subgroups.state === "work" ? own : 1 - own;
  const cards = subgroups.groups[Math.max(shown, 0)]?.cards ?? [];
  const names = (subgroups.groups[own]?.people ?? []).flatMap(
    (id) => shared.people.find((person) => person.id === id)?.name ?? [],
  );
  return (
    <div className="stack">
      <h1>{own < 0 ? t("subgroups.title") : t("subgroups.group", { number: own + 1 })}</h1>
      <p className="phone__todo">
        {t(own < 0 ? "subgroups.watch" : subgroups.state === "work" ? "subgroups.draft" : "subgroups.check")}
      </p>
      {names.length > 0 && <p className="quiet">{list(names)}</p>}
      {own < 0 ? (
        subgroups.groups.map((group, at) => (
          <section key={group.people.join() || at} className="stack stack--tight">
            <h2>{t("subgroups.group", { number: at + 1 })}</h2>
            <Cards workshop={shared.workshop.id} cards={group.cards} of={group.people.length} />
          </section>
        ))
      ) : (
        <Cards workshop={shared.workshop.id} cards={cards} of={names.length} />
      )}
    </div>
  );
};

/** The cards stage by stage, each with how many say that it is finished. */
export const Cards = ({ workshop, cards, of }: { workshop: string; cards: CardView[]; of: number }) => {
  const { t, language } = useWords();
  const places = [...new Set(cards.map(({ place }) => place))];
  if (cards.length === 0) return <p className="quiet">{t("subgroups.noCards")}</p>;
  return (
    <>
      {places.map((place) => (
        <section key={place} className="group-cards">
          <h3>{place}</h3>
          <ul className="plain-list">
            {cards
              .filter((card) => card.place === place)
              .map((card) => (
                <li key={card.key}>
                  <a className="group-card" href={`/w/${workshop}/cards/${encodeURIComponent(card.key)}`}>
                    <StatusMark mark={of > 0 && card.finished >= of ? "done" : card.finished > 0 ? "now" : "ahead"}>
                      {card.wording[language]}
                    </StatusMark>
                    {card.finished > 0 && <span className="quiet figures">{`${card.finished}/${of}`}</span>}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
};
