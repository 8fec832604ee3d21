import { lazy, Suspense, useCallback, useState } from "react";
import { Link } from "react-router";
import type { Answer } from "#domain/answer.ts";
import type { Now, SharedView } from "#domain/room.ts";
import { spreadOf } from "#domain/survey.ts";
import { Button, ButtonLink } from "#ui/primitives/button.tsx";
import { Dots } from "#ui/primitives/dots.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import type { MenuItem } from "#ui/primitives/menu.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { AfterTwoRounds } from "./after-two-rounds.tsx";
import { Alike } from "./alike.tsx";
import { Candidate } from "./candidate.tsx";
import { ConductMenu } from "./conduct-menu.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { useConsoleActions } from "./console-actions.ts";
import { ConsolePalette } from "./console-palette.tsx";
import { DecisionDialog, type DecisionKind } from "./decision-dialog.tsx";
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
import { type Step, useStep } from "./step.ts";
import { Spread } from "./temperature.tsx";
import { TimerDialog } from "./timer-dialog.tsx";
import type { Conductor } from "./use-conductor.ts";
import type { WordDraft } from "./word-surface.tsx";

const WordSurface = lazy(() => import("./word-surface.tsx").then(({ WordSurface }) => ({ default: WordSurface })));

type Props = {
  shared: SharedView;
  conductor: Conductor;
  onEntrance: () => void;
  /** Whether everything that can be done is just being looked for by typing. */
  palette: boolean;
  onPalette: (open: boolean) => void;
};

/** The middle of the console, with the dialogs and the palette that its actions need whatever stands there. */
export const Conduct = ({ shared, conductor, onEntrance, palette, onPalette }: Props) => {
  const [draft, setDraft] = useState<WordDraft | null>(null);
  const [deciding, setDeciding] = useState<DecisionKind | null>(null);
  const [timing, setTiming] = useState<"question" | "break" | null>(null);
  const { t } = useWords();
  const { now } = shared;
  const actions = useConsoleActions({
    shared,
    conductor,
    onEntrance,
    onTimer: setTiming,
    onDecide: setDeciding,
  });
  const step = useStep({ shared, conductor, seen: draft?.seen ?? null });
  return (
    <>
      <Stage
        {...{ shared, conductor, onEntrance, draft, setDraft, step }}
        items={[...actions.question, ...actions.room]}
      />
      <ConfirmDialog workshop={shared.workshop.id} conductor={conductor} />
      <TimerDialog
        title={t(timing === "break" ? "pause.title" : "timer.title")}
        open={timing !== null}
        onClose={() => setTiming(null)}
        onStart={(seconds) => (timing === "break" ? conductor.pause(seconds) : conductor.setTimer(seconds))}
      />
      {now && deciding && (
        <DecisionDialog
          key={`${deciding} ${now.key}`}
          kind={deciding}
          shared={shared}
          conductor={conductor}
          seen={draft?.seen ?? null}
          onClose={() => setDeciding(null)}
        />
      )}
      <ConsolePalette {...{ shared, conductor, step, actions }} open={palette} onOpenChange={onPalette} />
    </>
  );
};

type StageProps = Pick<Props, "shared" | "conductor" | "onEntrance"> & {
  draft: WordDraft | null;
  setDraft: (draft: WordDraft | null) => void;
  step: Step | null;
  items: readonly (MenuItem | null)[];
};

/** The question in the middle of the console: its phase, its work surface and the one button that goes on. */
const Stage = ({ shared, conductor, onEntrance, draft, setDraft, step, items }: StageProps) => {
  const onDraft = useCallback((next: WordDraft | null) => setDraft(next), [setDraft]);
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
          <ConductMenu now={now} conductor={conductor} items={items} />
          {step && <GoOn step={step} busy={conductor.busy} />}
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
    </div>
  );
};

/** The answer about which something can still be asked: the one in the making, or the one that is voted on. */
const answerAt = (now: Now, draft: WordDraft | null): Answer | null => {
  if (now.phase === "word") return draft?.answer ?? null;
  return now.phase === "round" ? (now.proposal?.answer ?? null) : null;
};

/** Nothing is open: the first question waits, or all of them are settled. */
const Between = ({ shared, conductor, onEntrance }: Pick<Props, "shared" | "conductor" | "onEntrance">) => {
  const { t } = useWords();
  const next = conductor.next();
  const isEmpty = shared.people.every(({ here }) => !here) && shared.rules.length === 0;
  return (
    <>
      <RefusalNotice refusal={conductor.refusal} onDismiss={conductor.dismiss} />
      <Empty
        title={t(next ? "room.empty" : "room.settled")}
        action={
          <div className="between">
            {next ? (
              <>
                {isEmpty && (
                  <Button size="large" icon="people" onClick={onEntrance}>
                    {t("room.entrance")}
                  </Button>
                )}
                <Button
                  size="large"
                  variant={isEmpty ? "quiet" : "primary"}
                  busy={conductor.busy}
                  onClick={() => conductor.open(next.key)}
                >
                  {t("console.openFirst")}
                </Button>
              </>
            ) : (
              <ButtonLink size="large" to={`/w/${shared.workshop.id}/document`}>
                {t("console.toDocument")}
              </ButtonLink>
            )}
            <div className="between__rest">
              {!isEmpty && (
                <Button variant="quiet" size="small" icon="people" onClick={onEntrance}>
                  {t("room.entrance")}
                </Button>
              )}
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
    </>
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
          <Link className="button button--quiet" to={`/w/${shared.workshop.id}/pipeline`}>
            {t("handOver.title")}
          </Link>
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
const GoOn = ({ step, busy }: { step: Step; busy: boolean }) =>
  step.to ? (
    <Link className="button button--primary" to={step.to}>
      {step.label}
    </Link>
  ) : (
    <Button busy={busy || step.waits === true} onClick={step.run}>
      {step.label}
    </Button>
  );

/** How far apart people are before they have heard each other, and what several of them wrote alike. */
const SpreadOfAnswers = ({ now }: { now: Now }) => {
  const { t } = useWords();
  const { answers, different, alike, terms } = spreadOf(now.ideas);
  if (answers < 2) return null;
  return (
    <section className="spread-of-words">
      <p>
        {t("ideas.answers", { count: answers })}
        {", "}
        {t("ideas.different", { count: different })}
        {terms && <strong>. {t("ideas.terms", terms)}</strong>}
      </p>
      {alike.length > 0 && (
        <ul aria-label={t("ideas.spread")}>
          {alike.map(({ text, count }) => (
            <li key={text}>
              {text} <strong>× {count}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
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
          <SpreadOfAnswers now={now} />
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
