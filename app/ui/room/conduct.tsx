import { lazy, Suspense, useCallback, useState } from "react";
import { Link } from "react-router";
import type { Answer } from "#domain/answer.ts";
import type { Now, SharedView } from "#domain/room.ts";
import { spreadOf } from "#domain/survey.ts";
import { Button, ButtonLink } from "#ui/primitives/button.tsx";
import { Dots } from "#ui/primitives/dots.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { AfterTwoRounds, isStuck } from "./after-two-rounds.tsx";
import { Alike } from "./alike.tsx";
import { Candidate } from "./candidate.tsx";
import { ConductMenu } from "./conduct-menu.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { GroupingWall } from "./grouping-wall.tsx";
import { GroupsInWork } from "./groups-plan.tsx";
import { Guide } from "./guide.tsx";
import { HandsDialog } from "./hands-dialog.tsx";
import { IdeaWall } from "./idea-wall.tsx";
import { Notes } from "./notes.tsx";
import { ObjectionLetters } from "./objection-letters.tsx";
import { PackageConduct } from "./package-conduct.tsx";
import { PhaseSteps } from "./phase-steps.tsx";
import { QuestionHead } from "./question-head.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import { RoundResult } from "./round-result.tsx";
import { Seeds } from "./seeds.tsx";
import { Settled } from "./settled.tsx";
import { Signals } from "./signals.tsx";
import { Spread } from "./temperature.tsx";
import type { Conductor } from "./use-conductor.ts";
import type { WordDraft } from "./word-surface.tsx";

const WordSurface = lazy(() => import("./word-surface.tsx").then(({ WordSurface }) => ({ default: WordSurface })));

type Props = { shared: SharedView; conductor: Conductor; onEntrance: () => void };

/** The question in the middle of the console: its phase, its work surface and the one button that goes on. */
export const Conduct = ({ shared, conductor, onEntrance }: Props) => {
  const [draft, setDraft] = useState<WordDraft | null>(null);
  const onDraft = useCallback((next: WordDraft | null) => setDraft(next), []);
  const { now } = shared;
  if (shared.workshop.status === "closed") return <Closed shared={shared} conductor={conductor} />;
  if (!now && shared.package) return <PackageConduct shared={shared} vote={shared.package} conductor={conductor} />;
  if (shared.subgroups) return <GroupsInWork shared={shared} subgroups={shared.subgroups} />;
  if (!now) return <Between shared={shared} conductor={conductor} onEntrance={onEntrance} />;
  return (
    <div className="conduct">
      <QuestionHead view={shared} now={now} />
      <div className="conduct__course">
        <PhaseSteps phase={now.phase} />
        <div className="conduct__buttons">
          <ConductMenu shared={shared} now={now} conductor={conductor} />
          <GoOn shared={shared} now={now} conductor={conductor} seen={draft?.seen ?? null} />
        </div>
      </div>
      <RefusalNotice refusal={conductor.refusal} onDismiss={conductor.dismiss} />
      <AfterTwoRounds now={now} shared={shared} conductor={conductor} seen={draft?.seen ?? null} />
      <Surface shared={shared} now={now} conductor={conductor} draft={draft} onDraft={onDraft} />
      <Signals now={now} />
      <Guide
        question={now.question}
        answer={answerAt(now, draft)}
        present={new Set(shared.people.flatMap(({ role, here }) => (here ? [role] : [])))}
      />
      <Notes key={now.key} workshop={shared.workshop.id} question={now.key} />
      <ConfirmDialog workshop={shared.workshop.id} conductor={conductor} />
    </div>
  );
};

/** The answer about which something can still be asked: the one in the making, or the one that is voted on. */
const answerAt = (now: Now, draft: WordDraft | null): Answer | null => {
  if (now.phase === "word") return draft?.answer ?? null;
  return now.phase === "round" ? (now.proposal?.answer ?? null) : null;
};

/** Nothing is open: the first question waits, or all of them are settled. */
const Between = ({ shared, conductor, onEntrance }: Props) => {
  const { t } = useWords();
  const next = conductor.next();
  return (
    <Empty
      title={t(next ? "room.empty" : "room.settled")}
      action={
        <div className="between">
          {next ? (
            <Button size="large" busy={conductor.busy} onClick={() => conductor.open(next.key)}>
              {t("console.openFirst")}
            </Button>
          ) : (
            <ButtonLink size="large" to={`/w/${shared.workshop.id}/document`}>
              {t("console.toDocument")}
            </ButtonLink>
          )}
          <div className="between__rest">
            <Button variant="quiet" size="small" icon="people" onClick={onEntrance}>
              {t("room.entrance")}
            </Button>
            <ButtonLink variant="quiet" size="small" icon="settings" to={`/w/${shared.workshop.id}/set-up`}>
              {t("console.setUp")}
            </ButtonLink>
            <ButtonLink variant="quiet" size="small" icon="idea" to={`/w/${shared.workshop.id}/survey`}>
              {t("console.survey")}
            </ButtonLink>
            <ButtonLink variant="quiet" size="small" icon="objection" to={`/w/${shared.workshop.id}/fears`}>
              {t("fears.title")}
            </ButtonLink>
            {next && (
              <ButtonLink variant="quiet" size="small" icon="people" to={`/w/${shared.workshop.id}/subgroups`}>
                {t("subgroups.title")}
              </ButtonLink>
            )}
            {next && (
              <ButtonLink variant="quiet" size="small" icon="vote" to={`/w/${shared.workshop.id}/package`}>
                {t("package.title")}
              </ButtonLink>
            )}
          </div>
        </div>
      }
    >
      {t(next ? "room.emptyLead" : "room.settledLead")}
      {!next && <ByHead shared={shared} />}
    </Empty>
  );
};

/** Before and after closing: near-unanimity was not reached when the head decided more than a fifth of the rules. */
const ByHead = ({ shared }: { shared: SharedView }) => {
  const { t } = useWords();
  return shared.byHead && <Notice tone="caution">{t("closing.byHead", shared.byHead)}</Notice>;
};

/** What stays when the workshop is over: its document, and the way back in. */
const Closed = ({ shared, conductor }: { shared: SharedView; conductor: Conductor }) => {
  const { t } = useWords();
  return (
    <Empty
      title={t("console.closedTitle")}
      action={
        <div className="cluster">
          <Button variant="quiet" busy={conductor.busy} onClick={() => conductor.closeWorkshop(false)}>
            {t("console.reopen")}
          </Button>
          <Link className="button button--primary" to={`/w/${shared.workshop.id}/document`}>
            {t("console.toDocument")}
          </Link>
        </div>
      }
    >
      {t("console.closed")}
      <ByHead shared={shared} />
    </Empty>
  );
};

/** One primary action a screen; its label is what comes next. */
const GoOn = ({
  shared,
  now,
  conductor,
  seen,
}: {
  shared: SharedView;
  now: Now;
  conductor: Conductor;
  seen: string | null;
}) => {
  const { t } = useWords();
  const { busy } = conductor;
  const next = conductor.next();
  if (isStuck(now)) return null;
  const adopted = now.round?.outcome?.verdict === "unanimous" || now.round?.outcome?.verdict === "almost-unanimous";
  switch (now.phase) {
    case "waiting":
      return (
        <Button busy={busy} onClick={() => conductor.move("think")}>
          {t("move.think")}
        </Button>
      );
    case "think":
      return (
        <Button busy={busy} onClick={() => conductor.move("reveal")}>
          {t("move.reveal")}
        </Button>
      );
    case "reveal":
      return (
        <Button busy={busy} onClick={() => conductor.move("word")}>
          {t("move.word")}
        </Button>
      );
    case "word":
      return (
        <Button busy={busy || seen === null} onClick={() => seen !== null && conductor.openRound(seen)}>
          {t("move.round")}
        </Button>
      );
    case "round":
      if (now.round?.status === "open")
        return (
          <Button busy={busy} onClick={() => conductor.closeRound()}>
            {t("move.close")}
          </Button>
        );
      return adopted ? (
        <Button busy={busy} onClick={() => conductor.decide({ kind: "consent" })}>
          {t("console.decide")}
        </Button>
      ) : (
        <Button busy={busy} onClick={() => conductor.move("word")}>
          {t("console.newWording")}
        </Button>
      );
    default:
      return next ? (
        <Button busy={busy} onClick={() => conductor.open(next.key)}>
          {t("console.openNext")}
        </Button>
      ) : (
        <Link className="button button--primary" to={`/w/${shared.workshop.id}/document`}>
          {t("console.toDocument")}
        </Link>
      );
  }
};

/** What several people wrote in the same words, as with suggestions that were picked before the meeting. */
const SpreadOfWords = ({ now }: { now: Now }) => {
  const { t } = useWords();
  const spread = spreadOf(now.ideas);
  if (spread.length === 0) return null;
  return (
    <ul className="spread-of-words" aria-label={t("ideas.spread")}>
      {spread.map(({ text, count }) => (
        <li key={text}>
          {text} <strong>× {count}</strong>
        </li>
      ))}
    </ul>
  );
};

/** How many have answered, then the spread; asking again begins anew. */
const TemperatureTaken = ({ now, conductor }: { now: Now; conductor: Conductor }) => {
  const { t } = useWords();
  if (!now.temperature) return null;
  const { status, answered } = now.temperature;
  return (
    <section className="cluster cluster--between" aria-label={t("console.temperature")}>
      {status === "open" ? (
        <p>{t("temperature.answered", { count: answered })}</p>
      ) : (
        <Spread temperature={now.temperature} />
      )}
      <Button variant="quiet" size="small" onClick={() => conductor.takeTemperature(status === "closed")}>
        {t(status === "open" ? "console.spread" : "console.askAgain")}
      </Button>
    </section>
  );
};

type SurfaceProps = {
  shared: SharedView;
  now: Now;
  conductor: Conductor;
  draft: WordDraft | null;
  onDraft: (draft: WordDraft | null) => void;
};

const Surface = ({ shared, now, conductor, draft, onDraft }: SurfaceProps) => {
  const { t } = useWords();
  const letters = now.objections.length > 0 && (
    <ObjectionLetters objections={now.objections} aloud onReply={conductor.reply} onDispose={conductor.dispose} />
  );
  switch (now.phase) {
    case "think":
      return (
        <section className="conduct__silence">
          <Dots
            size="large"
            filled={now.ready}
            total={now.expected}
            label={t("ready.of", { ready: now.ready, total: now.expected })}
          />
          <p className="conduct__count">{t("ready.of", { ready: now.ready, total: now.expected })}</p>
          <p className="quiet">{t("console.silent")}</p>
          {shared.meeting.isSigned && <p className="quiet">{t("meeting.signedNow")}</p>}
        </section>
      );
    case "reveal":
      return (
        <>
          <p className="quiet">{t("console.revealLead")}</p>
          <SpreadOfWords now={now} />
          <Alike ideas={now.ideas} onGroup={conductor.group} />
          <GroupingWall ideas={now.ideas} onGroup={conductor.group} />
          <Seeds now={now} onSeed={conductor.seed} />
        </>
      );
    case "word":
      return (
        <>
          {letters}
          {now.temperature && <TemperatureTaken now={now} conductor={conductor} />}
          <Suspense fallback={<p className="quiet">{t("word.opening")}</p>}>
            <WordSurface shared={shared} now={now} writer={shared.workshop.facilitator} onDraft={onDraft} />
          </Suspense>
          {now.ideas.length > 0 && <IdeaWall ideas={now.ideas} onUse={draft ? draft.insert : undefined} />}
        </>
      );
    case "round":
      if (now.round?.status === "open")
        return (
          <>
            <section className="conduct__silence">
              <Dots
                size="large"
                filled={now.round.answered}
                total={now.round.invited}
                label={t("ballot.answered", { count: now.round.answered, total: now.round.invited })}
              />
              <p className="conduct__count">
                {t("ballot.answered", { count: now.round.answered, total: now.round.invited })}
              </p>
              <p className="quiet">{t("console.roundLead")}</p>
              <HandsDialog shared={shared} round={now.round} conductor={conductor} />
            </section>
            <Candidate now={now} shared={shared} />
          </>
        );
      return (
        <>
          {now.round && <RoundResult round={now.round} departments={shared.workshop.departments} />}
          {letters}
          <Candidate now={now} shared={shared} />
        </>
      );
    case "waiting":
      return null;
    default:
      return <Settled now={now} shared={shared} />;
  }
};
