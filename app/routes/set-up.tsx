import { data, Link, redirect, useActionData, useLoaderData, useSearchParams } from "react-router";
import { accountsContext, workshopsContext } from "#context";
import { readChains } from "#domain/existing-chain.ts";
import { say } from "#domain/language.ts";
import { isRefusal } from "#domain/refusal.ts";
import { questions as bank, blocks } from "#question-bank";
import { catalogue, templates } from "#templates";
import { ButtonLink } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { RefusalNotice } from "#ui/room/refusal-notice.tsx";
import { AgendaStep } from "#ui/set-up/agenda-step.tsx";
import { CompanyStep } from "#ui/set-up/company-step.tsx";
import { DealTypesStep } from "#ui/set-up/deal-types-step.tsx";
import { ExistingStep } from "#ui/set-up/existing-step.tsx";
import { OrderStep } from "#ui/set-up/order-step.tsx";
import { KeepAsTemplate } from "#ui/set-up/own-templates.tsx";
import { PeopleStep } from "#ui/set-up/people-step.tsx";
import { SetUpSteps, STEPS, type Step } from "#ui/set-up/steps.tsx";
import { useSetUp } from "#ui/set-up/use-set-up.ts";
import { SiteHeader } from "#ui/site-header.tsx";
import { useWords } from "#words/context.tsx";
import { languageOf } from "#words/language-of.ts";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/set-up";

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) throw redirect("/sign-in");
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (door?.audience !== "facilitator") throw data(null, { status: door ? 403 : 404 });
  const { workshop, participants, questions, asked } = await door.record();
  const language = languageOf(request);
  const isAsked = new Set(asked.map(({ question }) => question));
  return {
    account,
    record: { workshop, participants, questions, asked },
    bank: bank.filter(({ id }) => !isAsked.has(id)).map(({ id, block, wording }) => ({ id, block, wording })),
    blocks: blocks.map(({ id, name }) => ({ id, name: say(name, language) })),
    sections: catalogue.sections.map(({ id, number, name }) => ({ id, number, name: say(name, language) })),
    offered: templates.flatMap((template) =>
      template.dealTypes.map((type) => ({
        template: template.id,
        dealType: type.id,
        name: say(type.name, workshop.language),
        industry: say(template.name, language),
      })),
    ),
  };
};

/** An account of a CRM with all its pipelines is some hundred kB. */
const LARGEST = 5 * 1024 * 1024;

/** Chains that a company has already, as a file or pasted: each becomes a deal type. Everything else of the set-up is a command. */
export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (door?.audience !== "facilitator") throw data(null, { status: door ? 403 : 404 });
  const form = await request.formData();
  const file = form.get("file");
  const isFile = file instanceof File && file.size > 0;
  const text = isFile ? (file.size > LARGEST ? "" : await file.text()) : String(form.get("text") ?? "");
  const name = isFile ? file.name : "";
  const read = readChains(text);
  const language = languageOf(request);
  if ("problem" in read) {
    const { where, expected, got } = read.problem;
    const problem = { where: `${name} ${where}`.trim(), expected: say(expected, language), got: say(got, language) };
    return data({ problem, refusal: null, brought: 0 }, { status: 400 });
  }
  for (const chain of read.chains) {
    const usual = { ru: "Сделки из CRM", en: "Deals from the CRM" };
    const id = `deal-${crypto.randomUUID().slice(0, 8)}`;
    const done = await door.setUp({ change: "bring-chain", id, name: chain.name ?? say(usual, language), chain });
    if (isRefusal(done)) return data({ problem: null, refusal: done, brought: 0 }, { status: 409 });
  }
  return data({ problem: null, refusal: null, brought: read.chains.length });
};

/** Preparing a workshop step by step; every change is kept, so one may leave and come back at any point. */
export default function SetUp() {
  const words = useWords();
  const { t } = words;
  const answered = useActionData<typeof action>();
  const { account, record, bank, blocks, sections, offered } = useLoaderData<typeof loader>();
  const { workshop, participants } = record;
  const door = useSetUp(workshop.id);
  const [search] = useSearchParams();
  const step = STEPS.find((known) => known === search.get("step")) ?? "company";
  const next = STEPS[STEPS.indexOf(step) + 1];
  const body: Record<Step, () => React.ReactNode> = {
    company: () => <CompanyStep workshop={workshop} door={door} />,
    deals: () => <DealTypesStep workshop={workshop} offered={offered} door={door} />,
    people: () => <PeopleStep workshop={workshop} participants={participants} door={door} />,
    order: () => <OrderStep workshop={workshop} door={door} />,
    existing: () => <ExistingStep record={record} door={door} />,
    agenda: () => <AgendaStep record={record} bank={bank} blocks={blocks} sections={sections} door={door} />,
  };
  return (
    <>
      <SiteHeader account={account} />
      <main className="page set-up">
        <title>{t("setUp.title", { company: workshop.company })}</title>
        <div className="page__head">
          <h1>{workshop.company}</h1>
          <Link to={`/w/${workshop.id}/console`}>{t("setUp.toRoom")}</Link>
        </div>
        <SetUpSteps current={step} />
        <RefusalNotice refusal={door.refusal} onDismiss={door.dismiss} />
        {answered?.problem && <Notice tone="problem">{t("chain.problem", answered.problem)}</Notice>}
        {answered?.refusal && <Notice tone="problem">{sayRefusal(words, answered.refusal)}</Notice>}
        {answered && answered.brought > 0 && (
          <Notice tone="good">{t("chain.brought", { count: answered.brought })}</Notice>
        )}
        <section key={step} className="set-up__step" aria-label={t(`setUp.step.${step}`)}>
          {body[step]()}
        </section>
        {!next && <KeepAsTemplate workshop={workshop.id} name={workshop.company} />}
        <div className="cluster cluster--end">
          {next ? (
            <ButtonLink to={`?step=${next}`} preventScrollReset={false}>
              {t("setUp.next", { step: t(`setUp.step.${next}`) })}
            </ButtonLink>
          ) : (
            <ButtonLink to={`/w/${workshop.id}/console`}>{t("setUp.toRoom")}</ButtonLink>
          )}
        </div>
      </main>
    </>
  );
}
