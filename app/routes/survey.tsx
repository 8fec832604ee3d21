import { redirect, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { DraftOwner } from "#live/draft.ts";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { ownerOf } from "#ui/room/phone-actions.ts";
import { SurveyAnswers } from "#ui/room/survey-answers.tsx";
import { SurveyState } from "#ui/room/survey-state.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/survey";

/** Before the meeting: a participant thinks alone, the facilitator sees how many thoughts lie under the seal. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  const survey = await door?.survey();
  if (!door || !survey) throw redirect("/join?why=not-listed");
  const { shared } = await door.view();
  return {
    workshop: params.workshop,
    company: shared.workshop.company,
    back: door.participant ? `/w/${params.workshop}` : `/w/${params.workshop}/console`,
    participant: door.participant && ownerOf(params.workshop, door.participant),
    joinUrl: (await door.entrance())?.joinUrl ?? null,
    survey,
  };
};

export default function Survey() {
  const { t } = useWords();
  const { workshop, company, back, participant, joinUrl, survey } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`${t("survey.title")} · ${company}`}</title>
      <header className="site-header">
        <a href={back}>{t("house.back")}</a>
        <LanguageSwitch />
      </header>
      <main className="page page--narrow stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("survey.title")}</h1>
          <p className="lead">{t("survey.lead")}</p>
        </div>
        {participant ? (
          <DraftOwner value={participant}>
            <SurveyAnswers workshop={workshop} survey={survey} owner={participant} />
          </DraftOwner>
        ) : (
          <SurveyState workshop={workshop} survey={survey} joinUrl={joinUrl} />
        )}
      </main>
    </>
  );
}
