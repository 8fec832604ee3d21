import { data, useActionData, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { gapsOf } from "#domain/gaps.ts";
import { say } from "#domain/language.ts";
import { catalogue } from "#templates";
import { GapList } from "#ui/gap-list.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/gaps";
import { openQuestion, wordingOf } from "./opening.ts";

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { language } = context.get(askerContext);
  const house = `/w/${params.workshop}`;
  const isFacilitator = door.audience === "facilitator";
  return {
    back: isFacilitator ? `${house}/console` : house,
    document: `${house}/document`,
    company: record.workshop.company,
    gaps: gapsOf(record, catalogue).map(({ code, severity, question, message }) => ({
      code,
      severity,
      question,
      message: say(message, language),
      wording: wordingOf(record, question, language),
    })),
    ways: { minutes: `${house}/record`, agenda: isFacilitator ? `${house}/set-up?step=agenda` : null },
  };
};

export const action = (args: Route.ActionArgs) => openQuestion(args);

export default function GapsPage() {
  const words = useWords();
  const { t } = words;
  const { back, document, company, gaps, ways } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <div className="document-page">
      <title>{`${t("gaps.title")} · ${company}`}</title>
      <header className="site-header">
        <div className="cluster">
          <a href={back}>{t("house.back")}</a>
          <a href={document}>{t("document.open")}</a>
        </div>
        <LanguageSwitch />
      </header>
      <main className="page page--reading stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("gaps.title")}</h1>
          <p className="lead">{t("gaps.lead")}</p>
        </div>
        {problem && <Notice tone="problem">{sayRefusal(words, problem.refusal)}</Notice>}
        <GapList gaps={gaps} ways={ways} />
      </main>
    </div>
  );
}
