import { useEffect, useState } from "react";
import { redirect, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { DraftOwner } from "#live/draft.ts";
import { useCommand } from "#live/use-command.ts";
import { useLive } from "#live/use-live.ts";
import { Button } from "#ui/primitives/button.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { QuestionHead } from "#ui/room/question-head.tsx";
import { RefusalNotice } from "#ui/room/refusal-notice.tsx";
import { WordSurface } from "#ui/room/word-surface.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/card";

/** One card of a stage, as its group drafts it or the other group reads it. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw redirect("/join?why=not-listed");
  const back = door.audience === "facilitator" ? `/w/${params.workshop}/subgroups` : `/w/${params.workshop}`;
  const card = await door.card(params.card);
  if (!card) throw redirect(back);
  return { back, card, room: await door.view() };
};

export default function Card() {
  const { t } = useWords();
  const { back, card, room } = useLoaderData<typeof loader>();
  const { view } = useLive(room);
  const { busy, refusal, dismiss, run } = useCommand();
  const [finished, setFinished] = useState(false);
  const { shared, mine } = card;
  const { now } = shared;
  const groups = view.shared.subgroups;
  const isOwn = groups?.groups.some(
    ({ people, cards }) => people.includes(mine.participant?.id ?? "") && cards.some(({ key }) => key === now?.key),
  );
  const isCalled = view.shared.meeting.calledAt !== room.shared.meeting.calledAt;
  const isOver = groups === null || isCalled;
  useEffect(() => {
    if (isOver) window.location.assign(back);
  }, [isOver, back]);
  if (!now || !groups) return null;
  const isDrafted = groups.state === "work" && (isOwn || mine.participant === null);
  const say = async () => {
    const answered = await run("POST", `/w/${shared.workshop.id}/readiness`, { question: now.key, ready: !finished });
    if ("done" in answered) setFinished(!finished);
  };
  return (
    <DraftOwner value={mine.participant?.id ?? ""}>
      <div className="phone">
        <title>{`${t("subgroups.title")} · ${shared.workshop.company}`}</title>
        <header className="phone__head">
          <div className="cluster cluster--between">
            <a href={back}>{t("house.back")}</a>
            <LanguageSwitch />
          </div>
        </header>
        <main className="phone__work stack">
          <QuestionHead view={shared} now={now} />
          <RefusalNotice refusal={refusal} onDismiss={dismiss} />
          {!isDrafted && <Notice>{t("subgroups.readOnly")}</Notice>}
          <WordSurface
            shared={shared}
            now={now}
            writer={mine.participant?.name ?? shared.workshop.facilitator}
            readOnly={!isDrafted}
          />
          {mine.participant && !mine.participant.observer && (
            <div className="thumb-bar">
              <Button variant={finished ? "quiet" : "primary"} aria-pressed={finished} busy={busy} onClick={say}>
                {t(
                  finished
                    ? "subgroups.notFinished"
                    : groups.state === "work"
                      ? "subgroups.finished"
                      : "subgroups.read",
                )}
              </Button>
            </div>
          )}
        </main>
      </div>
    </DraftOwner>
  );
}
