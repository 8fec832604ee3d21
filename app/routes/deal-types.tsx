import { data, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { type ComparedRow, compareDealTypes } from "#domain/comparison.ts";
import { say } from "#domain/language.ts";
import { DealTypesTable } from "#ui/deal-types-table.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { useWords } from "#words/context.tsx";
import { documentFonts } from "../styles/fonts.ts";
import type { Route } from "./+types/deal-types";

export const links: Route.LinksFunction = () => documentFonts;

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { language } = context.get(askerContext);
  const { different, same, ...compared } = compareDealTypes(record);
  const told = ({ question, stage, rules }: ComparedRow) => {
    const wording = record.questions.find(({ id }) => id === question)?.wording;
    return {
      question: wording ? say(wording, language) : question,
      stage,
      rules: rules.map((rule) => rule && { id: rule.id, text: rule.text }),
    };
  };
  return {
    back: door.audience === "facilitator" ? `/w/${params.workshop}/console` : `/w/${params.workshop}`,
    company: record.workshop.company,
    ...compared,
    different: different.map(told),
    same: same.map(told),
  };
};

export default function DealTypesPage() {
  const { t } = useWords();
  const { back, company, ...comparison } = useLoaderData<typeof loader>();
  return (
    <div className="document-page">
      <title>{`${t("compare.title")} · ${company}`}</title>
      <header className="site-header">
        <a href={back}>{t("house.back")}</a>
        <LanguageSwitch />
      </header>
      <main className="page compare-page stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("compare.title")}</h1>
          <p className="lead">{t("compare.lead")}</p>
        </div>
        <DealTypesTable {...comparison} />
      </main>
    </div>
  );
}
