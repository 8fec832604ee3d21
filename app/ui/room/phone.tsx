import { Suspense } from "react";
import type { Disposition } from "#domain/objection.ts";
import type { MineView, Now, SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";
import type { Cast } from "./ballot-box.tsx";
import { IdeaPad } from "./idea-pad.tsx";
import {
  BallotBox,
  Candidate,
  IdeaWall,
  ObjectionLetters,
  RoundResult,
  Settled,
  Spread,
  TemperatureAsk,
  WordSurface,
} from "./later.ts";

/** One vote on all rules of a package: nobody objects to it, who is against a rule takes it out. */
export type PackageCast = { choice: "agree" | "reservation" | "abstain"; concern: string | null };
export type PhoneActions = {
  write: (text: string) => void;
  change: (id: string, text: string | null) => void;
  ready: (ready: boolean) => void;
  cast: (cast: Cast) => void;
  feel: (value: number) => void;
  castPackage: (cast: PackageCast) => void;
  pullOut: (round: string, reason: string | null) => void;
  reply: (objection: string, text: string) => void;
  dispose: (objection: string, to: Disposition) => void;
};
type Props = {
  shared: SharedView;
  mine: MineView;
  now: Now;
  /** Own ideas, those still waiting on the device for a connection included. */
  ideas: { id: string; text: string; sent: boolean }[];
  ballotWaiting: boolean;
  actions: PhoneActions;
};

/** The one work surface of a participant: what to do now is one sentence and one control. */
export const Phone = (props: Props) => {
  const { t } = useWords();
  return (
    <Suspense fallback={<p className="quiet">{t("word.opening")}</p>}>
      <Work {...props} />
    </Suspense>
  );
};

const Work = ({ shared, mine, now, ideas, ballotWaiting, actions }: Props) => {
  const { t } = useWords();
  const letters = (
    <ObjectionLetters
      objections={now.objections}
      own={mine.objections}
      onReply={actions.reply}
      onDispose={actions.dispose}
    />
  );
  const watches = mine.participant?.observer ?? false;
  switch (now.phase) {
    case "think":
      if (watches) return <p className="phone__todo">{t("phone.watch")}</p>;
      return (
        <>
          <p className="phone__todo">{t(shared.meeting.isSigned ? "think.leadSigned" : "think.lead")}</p>
          <IdeaPad question={now.key} ideas={ideas} onWrite={actions.write} onChange={actions.change} />
          <div className="thumb-bar">
            <button
              type="button"
              className={`button button--${mine.ready ? "quiet" : "primary"}`}
              aria-pressed={mine.ready}
              onClick={() => actions.ready(!mine.ready)}
            >
              {mine.ready ? t("think.notReady") : t("think.ready")}
            </button>
          </div>
        </>
      );
    case "reveal":
      return (
        <>
          <p className="phone__todo">{t("reveal.lead")}</p>
          <IdeaWall ideas={now.ideas} own={mine.ideas.map(({ id }) => id)} />
        </>
      );
    case "word":
      return (
        <>
          {now.temperature?.status === "open" && !watches ? (
            <TemperatureAsk own={mine.temperature} onGive={actions.feel} />
          ) : (
            <p className="phone__todo">{t(watches ? "phone.watch" : "word.lead")}</p>
          )}
          {now.temperature?.status === "closed" && <Spread temperature={now.temperature} />}
          {now.objections.length > 0 && letters}
          <WordSurface shared={shared} now={now} writer={mine.participant?.name ?? ""} />
          {now.ideas.length > 0 && (
            <details>
              <summary>{t("phone.ideas", { count: now.ideas.length })}</summary>
              <IdeaWall ideas={now.ideas} own={mine.ideas.map(({ id }) => id)} />
            </details>
          )}
        </>
      );
    case "round":
      if (now.round?.status !== "open")
        return (
          <>
            {now.round && <RoundResult round={now.round} departments={shared.workshop.departments} />}
            <Candidate now={now} shared={shared} />
            {now.objections.length > 0 && letters}
          </>
        );
      return (
        <>
          <Candidate now={now} shared={shared} />
          {now.objections.some(({ id }) => mine.objections.includes(id)) && letters}
          {mine.participant?.votes ? (
            <BallotBox
              key={now.round.id}
              round={now.round}
              ballot={mine.ballot}
              waiting={ballotWaiting}
              onCast={actions.cast}
            />
          ) : (
            <p className="phone__todo">{t("round.watch")}</p>
          )}
        </>
      );
    default:
      return <Settled now={now} shared={shared} onSay={watches ? undefined : actions.write} />;
  }
};
