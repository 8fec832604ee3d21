import { Suspense, useState } from "react";
import { redirect, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { say } from "#domain/language.ts";
import { clockOffset } from "#live/clock.ts";
import { DraftOwner } from "#live/draft.ts";
import { useLive } from "#live/use-live.ts";
import { useOutbox } from "#live/use-outbox.ts";
import { catalogue } from "#templates";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { SegmentedControl } from "#ui/primitives/segmented-control.tsx";
import { TimerLine } from "#ui/primitives/timer-line.tsx";
import { Attention, SignalWish } from "#ui/room/attention.tsx";
import { Break } from "#ui/room/break.tsx";
import { Connection } from "#ui/room/connection.tsx";
import { GroupWork, GrowingDocument, PackageBallot, Primer, useLaterParts } from "#ui/room/later.ts";
import { People } from "#ui/room/people.tsx";
import { Phone } from "#ui/room/phone.tsx";
import { ownerOf, usePhoneActions, wordsIn } from "#ui/room/phone-actions.ts";
import { QuestionHead } from "#ui/room/question-head.tsx";
import { RefusalNotice } from "#ui/room/refusal-notice.tsx";
import { useWords } from "#words/context.tsx";
import { languageOf } from "#words/language-of.ts";
import type { Route } from "./+types/room";

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw redirect("/join?why=not-listed");
  if (!door.participant) throw redirect(`/w/${params.workshop}/console`);
  const language = languageOf(request);
  return {
    view: await door.view(),
    sections: catalogue.sections.map(({ id, number, name }) => ({ id, number, name: say(name, language) })),
  };
};

export default function Room() {
  const { t } = useWords();
  const { view: initial, sections } = useLoaderData<typeof loader>();
  const workshop = initial.shared.workshop.id;
  const { view, status, refused: shut, serverNow } = useLive(initial);
  useLaterParts();
  const offset = clockOffset(serverNow());
  const outbox = useOutbox(workshop);
  const { shared, mine } = view;
  const { now } = shared;
  const [page, setPage] = useState<"work" | "document">("work");
  const { actions, ideas, ballotWaiting } = usePhoneActions(workshop, shared, mine, outbox);
  const owner = ownerOf(workshop, mine.participant);
  const refused = outbox.refusals.filter(({ command }) => command.by === owner).at(-1);
  return (
    <DraftOwner value={owner}>
      <div className="phone">
        <title>{t("phone.title", { company: shared.workshop.company })}</title>
        <header className="phone__head">
          {now?.timer && (
            <TimerLine endsAt={now.timer.endsAt} seconds={now.timer.seconds} offset={offset} at={initial.at} />
          )}
          <div className="cluster cluster--between">
            <span className="quiet">{mine.participant && t("phone.you", { name: mine.participant.name })}</span>
            <LanguageSwitch />
          </div>
          <div className="quiet">
            <a className="phone__pass" href={`/w/${workshop}/pass`}>
              {t("phone.pass")}
            </a>
            <SignalWish />
          </div>
          <SegmentedControl
            legend={t("house.menu")}
            name="page"
            value={page}
            onChange={setPage}
            options={[
              { value: "work", label: t("phone.work") },
              { value: "document", label: t("phone.document") },
            ]}
          />
        </header>
        <Connection status={status} pending={outbox.pending.length} refused={shut} />
        <main className="phone__work">
          {shared.meeting.pause && <Break pause={shared.meeting.pause} offset={offset} at={initial.at} />}
          <Attention shared={shared} onCall={() => setPage("work")} />
          <RefusalNotice
            refusal={(shut === null && refused?.refusal) || null}
            words={refused && wordsIn(refused.command.body)}
            onDismiss={() => refused && outbox.dismiss(refused.command.id)}
          />
          {page === "document" ? (
            <Suspense fallback={null}>
              <GrowingDocument
                rules={shared.rules}
                dealTypes={shared.workshop.dealTypes}
                sections={sections}
                href={`/w/${workshop}/document`}
                gaps={null}
              />
            </Suspense>
          ) : shared.workshop.status === "closed" ? (
            <>
              <h1>{t("phone.closed")}</h1>
              <p className="phone__todo">{t("phone.adopted", { count: shared.rules.length })}</p>
              <a className="button button--primary" href={`/w/${workshop}/document`}>
                {t("document.open")}
              </a>
              <a className="button button--quiet" href={`/w/${workshop}/record`}>
                {t("phone.record")}
              </a>
            </>
          ) : now ? (
            <>
              <QuestionHead view={shared} now={now} />
              <Phone
                shared={shared}
                mine={mine}
                now={now}
                ideas={ideas}
                ballotWaiting={ballotWaiting}
                actions={actions}
              />
            </>
          ) : shared.package?.status === "open" ? (
            <Suspense fallback={<p className="quiet">{t("word.opening")}</p>}>
              <PackageBallot
                shared={shared}
                vote={shared.package}
                mine={mine}
                waiting={ballotWaiting}
                sections={sections}
                onCast={actions.castPackage}
                onPull={actions.pullOut}
              />
            </Suspense>
          ) : shared.subgroups ? (
            <Suspense fallback={<p className="quiet">{t("word.opening")}</p>}>
              <GroupWork shared={shared} subgroups={shared.subgroups} mine={mine} />
            </Suspense>
          ) : (
            <>
              <h1>{shared.workshop.company}</h1>
              <p className="phone__todo">{t("phone.wait")}</p>
              {shared.workshop.survey && (
                <a className="button button--primary" href={`/w/${workshop}/survey`}>
                  {t("phone.survey")}
                </a>
              )}
              <People view={shared} />
              <Suspense fallback={null}>
                <Primer />
              </Suspense>
            </>
          )}
        </main>
      </div>
    </DraftOwner>
  );
}
