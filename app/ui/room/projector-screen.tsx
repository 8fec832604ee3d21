import { lazy, Suspense } from "react";
import type { PackageView } from "#domain/package-vote.ts";
import type { SharedView } from "#domain/room.ts";
import type { SubgroupsView } from "#domain/subgroups.ts";
import { Dots } from "#ui/primitives/dots.tsx";
import { QrCode } from "#ui/primitives/qr-code.tsx";
import { TimerLine } from "#ui/primitives/timer-line.tsx";
import { useWords } from "#words/context.tsx";
import { Candidate } from "./candidate.tsx";
import { Connection } from "./connection.tsx";
import { IdeaWall } from "./idea-wall.tsx";
import { PackageArithmetic } from "./package-arithmetic.tsx";
import { counts } from "./package-list.tsx";
import { RoundResult } from "./round-result.tsx";
import { Settled } from "./settled.tsx";
import { StageStrip } from "./stage-strip.tsx";
import { Spread } from "./temperature.tsx";
import "./projector-screen.css";

const WordSurface = lazy(() => import("./word-surface.tsx").then(({ WordSurface }) => ({ default: WordSurface })));

type Props = {
  shared: SharedView;
  offset: number;
  at: string;
  entrance: { code: string; joinUrl: string } | null;
  token: string;
  status: "live" | "reconnecting" | "offline";
};

/** Read from five metres: the stages, the question, what is happening in a word, counters and results. */
export const ProjectorScreen = ({ shared, offset, at, entrance, token, status }: Props) => {
  const { t, language } = useWords();
  const { now } = shared;
  const here = shared.people.filter((person) => person.here).length;
  const isLobby = !now && shared.package?.status !== "open" && !shared.subgroups;
  return (
    <div className="wall-screen">
      <title>{t("projector.title", { company: shared.workshop.company })}</title>
      {now?.timer && (
        <TimerLine endsAt={now.timer.endsAt} seconds={now.timer.seconds} offset={offset} at={at} figures={false} />
      )}
      <Connection status={status} pending={0} />
      <StageStrip workshop={shared.workshop} now={now} />
      <main className="wall-screen__main">
        {now ? (
          <>
            <p className="wall-screen__phase">{t(`phase.${now.phase}`)}</p>
            <h1 className="wall-screen__question">{now.question.wording[language]}</h1>
            <div className="wall-screen__work">
              <Work shared={shared} token={token} />
            </div>
          </>
        ) : shared.package?.status === "open" ? (
          <PackageScreen shared={shared} vote={shared.package} />
        ) : shared.subgroups ? (
          <GroupsScreen shared={shared} subgroups={shared.subgroups} />
        ) : shared.workshop.status === "closed" ? (
          <ClosedScreen shared={shared} />
        ) : (
          <>
            <p className="wall-screen__phase">{t("lobby.title")}</p>
            <h1 className="wall-screen__question">{shared.workshop.company}</h1>
            {entrance && (
              <div className="wall-screen__lobby">
                <QrCode text={entrance.joinUrl} label={t("lobby.qr", { url: entrance.joinUrl })} />
                <div>
                  <p className="wall-screen__scan">
                    {t("lobby.scan", { url: `${new URL(entrance.joinUrl).host}/join` })}
                  </p>
                  <p className="wall-screen__code">{entrance.code}</p>
                </div>
              </div>
            )}
            <p className="wall-screen__here">{t("lobby.here", { count: here })}</p>
            <ul className="wall-screen__names">
              {shared.people
                .filter((person) => person.here)
                .map((person) => (
                  <li key={person.id}>{person.name}</li>
                ))}
            </ul>
          </>
        )}
      </main>
      {!isLobby && shared.workshop.status === "open" && entrance && (
        <aside className="wall-screen__corner">
          <QrCode text={entrance.joinUrl} label={t("lobby.qr", { url: entrance.joinUrl })} />
          <span>{entrance.code}</span>
        </aside>
      )}
    </div>
  );
};

/** What the meeting has made, when it is over. */
const ClosedScreen = ({ shared }: { shared: SharedView }) => {
  const { t } = useWords();
  const asked = shared.workshop.dealTypes.flatMap(({ stages }) => stages);
  return (
    <>
      <p className="wall-screen__phase">{t("console.closedTitle")}</p>
      <h1 className="wall-screen__question">{shared.workshop.company}</h1>
      <p className="wall-screen__say">
        {t("strip.progress", {
          settled: asked.reduce((sum, { settled }) => sum + settled, 0),
          asked: asked.reduce((sum, stage) => sum + stage.asked, 0),
        })}
      </p>
      <p className="wall-screen__say">{t("phone.closed")}</p>
    </>
  );
};

/** The rules themselves are read on the phones; the wall counts. */
const PackageScreen = ({ shared, vote }: { shared: SharedView; vote: PackageView }) => {
  const { t } = useWords();
  return (
    <>
      <p className="wall-screen__phase">{t("package.counts", counts(vote))}</p>
      <h1 className="wall-screen__question">{t("package.title")}</h1>
      <p className="wall-screen__say">{t("package.todo")}</p>
      <Counter
        filled={vote.answered}
        total={vote.invited}
        said={t("ballot.answered", { count: vote.answered, total: vote.invited })}
      />
      <PackageArithmetic shared={shared} vote={vote} />
    </>
  );
};

/** Who walks which stages, and how many cards each group has finished. */
const GroupsScreen = ({ shared, subgroups }: { shared: SharedView; subgroups: SubgroupsView }) => {
  const { t, list } = useWords();
  return (
    <>
      <p className="wall-screen__phase">{t("subgroups.title")}</p>
      <h1 className="wall-screen__question">{t(subgroups.state === "work" ? "subgroups.draft" : "subgroups.check")}</h1>
      <div className="wall-screen__groups">
        {subgroups.groups.map(({ people, cards }, at) => (
          <section key={at === 0 ? "first" : "second"}>
            <h2>{t("subgroups.group", { number: at + 1 })}</h2>
            <p>{[...new Set(cards.map(({ place }) => place))].join(" · ")}</p>
            <p>{list(people.flatMap((id) => shared.people.find((person) => person.id === id)?.name ?? []))}</p>
            <Counter
              filled={cards.filter(({ finished }) => finished > 0).length}
              total={cards.length}
              said={t("subgroups.count", {
                finished: cards.filter(({ finished }) => finished > 0).length,
                total: cards.length,
              })}
            />
          </section>
        ))}
      </div>
    </>
  );
};

const Counter = ({ filled, total, said }: { filled: number; total: number; said: string }) => (
  <div className="wall-screen__counter">
    <Dots size="large" filled={filled} total={total} label={said} />
    <p aria-hidden="true">{said}</p>
  </div>
);

const Work = ({ shared, token }: { shared: SharedView; token: string }) => {
  const { t } = useWords();
  const { now } = shared;
  if (!now) return null;
  switch (now.phase) {
    case "think":
      return (
        <>
          <p className="wall-screen__say">{t(shared.meeting.isSigned ? "think.leadSigned" : "think.lead")}</p>
          <Counter
            filled={now.ready}
            total={now.expected}
            said={t("ready.of", { ready: now.ready, total: now.expected })}
          />
        </>
      );
    case "reveal":
      return <IdeaWall ideas={now.ideas} />;
    case "word":
      if (now.temperature?.status === "open")
        return (
          <>
            <p className="wall-screen__say">{t("temperature.ask")}</p>
            <p className="wall-screen__say">{t("temperature.answered", { count: now.temperature.answered })}</p>
          </>
        );
      return (
        <Suspense fallback={null}>
          {now.temperature && <Spread temperature={now.temperature} />}
          <WordSurface shared={shared} now={now} writer="" token={token} readOnly />
        </Suspense>
      );
    case "round":
      if (now.round?.status === "open")
        return (
          <>
            <Candidate now={now} shared={shared} />
            <Counter
              filled={now.round.answered}
              total={now.round.invited}
              said={t("ballot.answered", { count: now.round.answered, total: now.round.invited })}
            />
          </>
        );
      return now.round && <RoundResult round={now.round} departments={shared.workshop.departments} size="large" />;
    default:
      return <Settled now={now} shared={shared} />;
  }
};
