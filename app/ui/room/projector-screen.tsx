import { lazy, type ReactNode, Suspense } from "react";
import type { Timer } from "#domain/agenda.ts";
import type { PackageView } from "#domain/package-vote.ts";
import type { Now, ObjectionView, SharedView } from "#domain/room.ts";
import type { SubgroupsView } from "#domain/subgroups.ts";
import { Dots } from "#ui/primitives/dots.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { QrCode } from "#ui/primitives/qr-code.tsx";
import { TimerLine } from "#ui/primitives/timer-line.tsx";
import { useWords } from "#words/context.tsx";
import { Candidate } from "./candidate.tsx";
import { IdeaWall } from "./idea-wall.tsx";
import { PackageArithmetic } from "./package-arithmetic.tsx";
import { counts } from "./package-list.tsx";
import { RoundResult } from "./round-result.tsx";
import { Settled } from "./settled.tsx";
import { StageStrip } from "./stage-strip.tsx";
import { Spread } from "./temperature.tsx";
import { useFit } from "./use-fit.ts";
import "./projector-screen.css";

const WordSurface = lazy(() => import("./word-surface.tsx").then(({ WordSurface }) => ({ default: WordSurface })));

type Entrance = { code: string; joinUrl: string };
type Props = {
  shared: SharedView;
  offset: number;
  at: string;
  entrance: Entrance | null;
  token: string;
  status?: "live" | "reconnecting" | "offline";
  /** The link of this wall was renewed: nothing comes here any more. */
  isShut?: boolean;
};

/** Read from five metres: the stages, the question, what is happening in a word, counters and results. */
export const ProjectorScreen = ({ shared, offset, at, entrance, token, status = "live", isShut = false }: Props) => {
  const { t, language } = useWords();
  const { now } = shared;
  const main = useFit<HTMLElement>();
  return (
    <div className="wall-screen">
      <title>{t("projector.title", { company: shared.workshop.company })}</title>
      {now?.timer && (
        <TimerLine endsAt={now.timer.endsAt} seconds={now.timer.seconds} offset={offset} at={at} figures={false} />
      )}
      <StageStrip workshop={shared.workshop} now={now} />
      {(isShut || status !== "live") && (
        <div className="wall-screen__stale" role="status">
          <Notice tone="caution">{t(isShut ? "projector.gone" : "projector.stale")}</Notice>
        </div>
      )}
      <main ref={main} className="wall-screen__main">
        {shared.meeting.pause ? (
          <BreakScreen shared={shared} pause={shared.meeting.pause} {...{ offset, at, entrance }} />
        ) : now ? (
          <>
            <Head
              phase={t(`phase.${now.phase}`)}
              title={now.question.wording[language]}
              entrance={entrance}
              isSmall={now.phase !== "waiting" && now.phase !== "think"}
            />
            <div className="wall-screen__work">
              <Work shared={shared} token={token} />
            </div>
          </>
        ) : shared.package?.status === "open" ? (
          <PackageScreen shared={shared} vote={shared.package} entrance={entrance} />
        ) : shared.subgroups ? (
          <GroupsScreen shared={shared} subgroups={shared.subgroups} entrance={entrance} />
        ) : shared.workshop.status === "closed" ? (
          <ClosedScreen shared={shared} />
        ) : (
          <LobbyScreen shared={shared} entrance={entrance} />
        )}
      </main>
    </div>
  );
};

type HeadProps = { phase: string; title: string; entrance: Entrance | null; isSmall?: boolean };

/** What goes on and about what; who comes late finds the way in beside it. Small once there is work to be read. */
const Head = ({ phase, title, entrance, isSmall = false }: HeadProps) => {
  const { t } = useWords();
  return (
    <header className={isSmall ? "wall-screen__head wall-screen__head--small" : "wall-screen__head"}>
      <div>
        <p className="wall-screen__phase">{phase}</p>
        <h1 className="wall-screen__question">{title}</h1>
      </div>
      {entrance && (
        <aside className="wall-screen__corner">
          <QrCode text={entrance.joinUrl} label={t("lobby.qr", { url: entrance.joinUrl })} />
          <span>{entrance.code}</span>
        </aside>
      )}
    </header>
  );
};

/** Before the first question: the way in, large, and who has come. */
const LobbyScreen = ({ shared, entrance }: { shared: SharedView; entrance: Entrance | null }) => {
  const { t } = useWords();
  const here = shared.people.filter((person) => person.here);
  return (
    <>
      <p className="wall-screen__phase">{t("lobby.title")}</p>
      <h1 className="wall-screen__question">{shared.workshop.company}</h1>
      <div className="wall-screen__lobby">
        {entrance && <QrCode text={entrance.joinUrl} label={t("lobby.qr", { url: entrance.joinUrl })} />}
        <div>
          {entrance && (
            <>
              <p className="wall-screen__scan">{t("lobby.scan", { url: `${new URL(entrance.joinUrl).host}/join` })}</p>
              <p className="wall-screen__code">{entrance.code}</p>
            </>
          )}
          <p className="wall-screen__here">{t("lobby.here", { count: here.length })}</p>
          <ul className="wall-screen__names">
            {here.map((person) => (
              <li key={person.id}>{person.name}</li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
};

type BreakProps = Pick<Props, "shared" | "offset" | "at" | "entrance"> & { pause: Timer };

/** A break: how long it still is, large, and where we go on. */
const BreakScreen = ({ shared, pause, offset, at, entrance }: BreakProps) => {
  const { t, language } = useWords();
  return (
    <>
      <Head phase={t("pause.now")} title={shared.workshop.company} entrance={entrance} />
      <div className="wall-screen__break">
        <TimerLine endsAt={pause.endsAt} seconds={pause.seconds} offset={offset} at={at} over={t("pause.over")} />
      </div>
      <p className="wall-screen__say">{shared.now ? shared.now.question.wording[language] : t("pause.lead")}</p>
    </>
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
type PackageProps = { shared: SharedView; vote: PackageView; entrance: Entrance | null };
const PackageScreen = ({ shared, vote, entrance }: PackageProps) => {
  const { t } = useWords();
  return (
    <>
      <Head phase={t("package.counts", counts(vote))} title={t("package.title")} entrance={entrance} />
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
const GroupsScreen = ({
  shared,
  subgroups,
  entrance,
}: {
  shared: SharedView;
  subgroups: SubgroupsView;
  entrance: Entrance | null;
}) => {
  const { t, list } = useWords();
  return (
    <>
      <Head
        phase={t("subgroups.title")}
        title={t(subgroups.state === "work" ? "subgroups.draft" : "subgroups.check")}
        entrance={entrance}
      />
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
      return (
        <Wording shared={shared} now={now} token={token}>
          {now.temperature?.status === "open" ? (
            <>
              <p className="wall-screen__ask">{t("temperature.ask")}</p>
              <p className="wall-screen__say">{t("temperature.answered", { count: now.temperature.answered })}</p>
            </>
          ) : (
            now.temperature && <Spread temperature={now.temperature} />
          )}
          {now.objections.length > 0 && <Objections objections={now.objections} />}
        </Wording>
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
      return (
        now.round && (
          <>
            <RoundResult round={now.round} departments={shared.workshop.departments} size="large" />
            <div className="wall-screen__beside">
              <Candidate now={now} shared={shared} />
              {now.objections.length > 0 && <Objections objections={now.objections} />}
            </div>
          </>
        )
      );
    default:
      return <Settled now={now} shared={shared} />;
  }
};

/** The shared text as it stands, and beside it what the room has said about it. */
const Wording = ({
  shared,
  now,
  token,
  children,
}: {
  shared: SharedView;
  now: Now;
  token: string;
  children: ReactNode;
}) => (
  <Suspense fallback={null}>
    <div className="wall-screen__beside">
      <WordSurface shared={shared} now={now} writer="" token={token} readOnly />
      <div className="wall-screen__said">{children}</div>
    </div>
  </Suspense>
);

/** Open objections in the objectors' own words, for the room to answer aloud; no names, no letters. */
const Objections = ({ objections }: { objections: ObjectionView[] }) => {
  const { t } = useWords();
  return (
    <section className="wall-screen__objections">
      <h2>{t("projector.objections")}</h2>
      <ul className="letters">
        {objections.map(({ id, reason, wish }) => (
          <li key={id} className="letter letter--open">
            <p className="letter__reason">{reason}</p>
            <p>
              <span className="quiet">{t("objection.wish")}</span> {wish}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
