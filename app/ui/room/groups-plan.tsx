import { useState } from "react";
import { useNavigate } from "react-router";
import type { SharedView } from "#domain/room.ts";
import type { Subgroups, SubgroupsView } from "#domain/subgroups.ts";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { useWords } from "#words/context.tsx";
import { Cards } from "./group-work.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import "./group-work.css";

/** Before the walk: both groups as they are suggested; a person or a stage moves to the other group with one touch. */
export const GroupsPlan = ({ shared, suggested }: { shared: SharedView; suggested: Subgroups }) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const { busy, refusal, dismiss, run } = useCommand();
  const [plan, setPlan] = useState(suggested);
  const base = `/w/${shared.workshop.id}`;
  const stageName = (place: string): string => {
    const type = shared.workshop.dealTypes.find(({ id }) => place.startsWith(`${id}.`));
    return type?.stages.find(({ id }) => place === `${type.id}.${id}`)?.name ?? place;
  };
  const move = (list: "people" | "stages", what: string) =>
    setPlan({
      ...plan,
      groups: plan.groups.map((group) => ({
        ...group,
        [list]: group[list].includes(what) ? group[list].filter((one) => one !== what) : [...group[list], what],
      })) as Subgroups["groups"],
    });
  const start = async () => {
    const answered = await run("POST", `${base}/meeting`, { change: "subgroups", subgroups: plan });
    if ("done" in answered) navigate(`${base}/console`);
  };
  if (plan.groups.every(({ stages }) => stages.length === 0))
    return <Empty title={t("subgroups.none")}>{t("subgroups.noneLead")}</Empty>;
  return (
    <>
      <RefusalNotice refusal={refusal} onDismiss={dismiss} />
      <div className="groups-plan">
        {plan.groups.map((group, at) => (
          <section key={at === 0 ? "first" : "second"} className="stack">
            <h2>{t("subgroups.group", { number: at + 1 })}</h2>
            {(["people", "stages"] as const).map((list) => (
              <div key={list}>
                <h3>{t(`subgroups.${list}`)}</h3>
                <ul className="plain-list">
                  {group[list].map((what) => {
                    const name =
                      list === "people" ? (shared.people.find(({ id }) => id === what)?.name ?? "") : stageName(what);
                    return (
                      <li key={what} className="groups-plan__row">
                        <span>{name}</span>
                        <button
                          type="button"
                          className="link"
                          aria-label={t("subgroups.moveNamed", { name, number: 2 - at })}
                          onClick={() => move(list, what)}
                        >
                          {t("subgroups.move", { number: 2 - at })}
                        </button>
                      </li>
                    );
                  })}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </div>
      <div>
        <Button size="large" busy={busy} onClick={start}>
          {t("subgroups.start")}
        </Button>
      </div>
    </>
  );
};

/** While the groups are at work: how far each is, and the next step. Also the console's middle until they are done. */
export const GroupsInWork = ({ shared, subgroups }: { shared: SharedView; subgroups: SubgroupsView }) => {
  const { t, list } = useWords();
  const navigate = useNavigate();
  const { busy, refusal, dismiss, run } = useCommand();
  const base = `/w/${shared.workshop.id}`;
  const turn = (state: "work" | "check") =>
    run("POST", `${base}/meeting`, { change: "subgroups", subgroups: { state, groups: groupsOf(shared, subgroups) } });
  const end = async () => {
    const answered = await run("POST", `${base}/meeting`, { change: "subgroups", subgroups: null });
    if ("done" in answered) navigate(`${base}/package`);
  };
  return (
    <div className="stack">
      <RefusalNotice refusal={refusal} onDismiss={dismiss} />
      <p className="lead">{t(subgroups.state === "work" ? "subgroups.inWork" : "subgroups.inCheck")}</p>
      <div className="cluster">
        {subgroups.state === "work" ? (
          <Button busy={busy} onClick={() => turn("check")}>
            {t("subgroups.toCheck")}
          </Button>
        ) : (
          <Button variant="quiet" busy={busy} onClick={() => turn("work")}>
            {t("subgroups.toWork")}
          </Button>
        )}
        <Button variant={subgroups.state === "work" ? "quiet" : "primary"} busy={busy} onClick={end}>
          {t("subgroups.end")}
        </Button>
      </div>
      <div className="groups-plan">
        {subgroups.groups.map((group, at) => (
          <section key={at === 0 ? "first" : "second"} className="stack stack--tight">
            <h2>{t("subgroups.group", { number: at + 1 })}</h2>
            <p className="quiet">
              {list(group.people.flatMap((id) => shared.people.find((person) => person.id === id)?.name ?? []))}
            </p>
            <Cards workshop={shared.workshop.id} cards={group.cards} of={group.people.length} />
          </section>
        ))}
      </div>
    </div>
  );
};

const groupsOf = (shared: SharedView, subgroups: SubgroupsView): { people: string[]; stages: string[] }[] =>
  subgroups.groups.map(({ people, cards }) => ({
    people,
    stages: [
      ...new Set(
        cards.flatMap(({ key }) => {
          const item = shared.agenda.find((asked) => asked.key === key);
          return item ? [`${item.dealType}.${item.stage}`] : [];
        }),
      ),
    ],
  }));
