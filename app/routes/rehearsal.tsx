import { data, useActionData, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { composeRegulation } from "#domain/regulation.ts";
import { BRANCHES, type Branch, branchTitles, rehearsalsOf } from "#domain/rehearsal.ts";
import { catalogue } from "#templates";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { RehearsalView } from "#ui/rehearsal-view.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/rehearsal";
import { openQuestion, wordingOf } from "./opening.ts";

/** `?branch` names the turn that the order takes, `?deal` the pipeline, where there is more than one. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { language } = context.get(askerContext);
  const { searchParams } = new URL(request.url);
  const branch: Branch = BRANCHES.find((known) => known === searchParams.get("branch")) ?? "planned";
  const rehearsals = rehearsalsOf(record, catalogue, branch, language);
  const chosen = rehearsals.find(({ pipeline }) => pipeline === searchParams.get("deal")) ?? rehearsals[0];
  if (!chosen) throw data(null, { status: 404 });
  const house = `/w/${params.workshop}`;
  const isFacilitator = door.audience === "facilitator";
  const to = (wanted: Branch, deal: string) =>
    `${house}/rehearsal?${new URLSearchParams({ branch: wanted, ...(rehearsals.length > 1 && { deal }) })}`;
  return {
    back: isFacilitator ? `${house}/console` : house,
    document: `${house}/document`,
    company: record.workshop.company,
    order: record.workshop.order.title,
    rehearsal: chosen,
    branches: BRANCHES.map((one) => ({
      name: branchTitles(language)[one],
      href: to(one, chosen.pipeline),
      isChosen: one === branch,
    })),
    deals: rehearsals.map(({ pipeline, dealType }) => ({
      name: dealType,
      href: to(branch, pipeline),
      isChosen: pipeline === chosen.pipeline,
    })),
    clauses: Object.fromEntries(
      composeRegulation(record, catalogue, language).parts.flatMap(({ sections }) =>
        sections.flatMap(({ items }) =>
          items.flatMap((item) =>
            item.kind === "clause"
              ? [[item.rule, { number: item.number, href: `${house}/document#${encodeURIComponent(item.id)}` }]]
              : [],
          ),
        ),
      ),
    ),
    questions: Object.fromEntries(
      chosen.findings.flatMap(({ question }) => {
        const wording = wordingOf(record, question, language);
        return question && wording ? [[question, wording]] : [];
      }),
    ),
    ways: { minutes: `${house}/record`, agenda: isFacilitator ? `${house}/set-up?step=agenda` : null },
  };
};

export const action = (args: Route.ActionArgs) => openQuestion(args);

export default function RehearsalPage() {
  const words = useWords();
  const { t } = words;
  const { back, document, company, ...shown } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <div className="document-page">
      <title>{`${t("rehearsal.title")} · ${company}`}</title>
      <header className="site-header">
        <div className="cluster">
          <a href={back}>{t("house.back")}</a>
          <a href={document}>{t("document.open")}</a>
        </div>
        <LanguageSwitch />
      </header>
      <main className="page stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("rehearsal.title")}</h1>
          <p className="lead">{t("rehearsal.lead")}</p>
        </div>
        {problem && <Notice tone="problem">{sayRefusal(words, problem.refusal)}</Notice>}
        <RehearsalView {...shown} />
      </main>
    </div>
  );
}
