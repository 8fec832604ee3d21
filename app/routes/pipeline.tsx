import { data, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { say } from "#domain/language.ts";
import { composePipeline } from "#domain/pipeline.ts";
import { byKind } from "#exports/crm/by-kind.ts";
import { PlanRefused, planFor, vendorByName, vendors } from "#exports/crm/index.ts";
import { KIND_NAMES } from "#exports/crm/kind-names.ts";
import { namesOf } from "#exports/crm/names.ts";
import { VARIABLES } from "#exports/crm/readme.ts";
import { normLine } from "#exports/crm/sentences.ts";
import { catalogue } from "#templates";
import { HandOver } from "#ui/hand-over.tsx";
import { PipelineChain } from "#ui/pipeline-chain.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/pipeline";

/** `?crm` names the CRM that the rules are to be carried into. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { language } = context.get(askerContext);
  const pipeline = composePipeline(record, catalogue);
  const names = namesOf(pipeline, language);
  const house = `/w/${params.workshop}`;
  const wanted = new URL(request.url).searchParams.get("crm") ?? "";
  const vendor = vendorByName(wanted) ?? vendors[0];
  if (!vendor) throw data(null, { status: 404 });
  const handOver = () => {
    try {
      const plan = planFor(vendor, pipeline, language);
      const left = byKind(plan).map(({ kind, reasons, left }) => ({
        name: say(KIND_NAMES[kind], language),
        reasons,
        items: left.map(({ element, manual }) => ({ id: element, manual })),
      }));
      return {
        steps: plan.steps.map(({ id, does }) => ({ id, does })),
        warnings: [...new Set(plan.warnings.map(({ what }) => what))],
        left,
        refused: null,
      };
    } catch (error) {
      if (!(error instanceof PlanRefused)) throw error;
      return { steps: [], warnings: [], left: [], refused: error.message };
    }
  };
  return {
    company: record.workshop.company,
    back: door.audience === "facilitator" ? `${house}/console` : house,
    document: `${house}/document`,
    files: ["pipeline.json", "pipeline.yaml"].map((name) => ({ name, href: `${house}/files/${name}` })),
    picture: `${house}/files/pipeline.svg?language=${language}`,
    chains: pipeline.pipelines.map((one) => ({
      key: one.key,
      name: one.name,
      stages: one.stages.map((stage) => ({
        key: stage.key,
        name: stage.name,
        outcome: stage.outcome,
        role: names.role(stage.responsible?.role ?? null),
        norms: stage.norms.map((norm) => normLine(norm, names)),
        toEnter: stage.requiredFields.filter(({ to }) => to === "enter").map(({ field }) => names.field(field)),
        toLeave: stage.requiredFields.filter(({ to }) => to === "leave").map(({ field }) => names.field(field)),
      })),
    })),
    crms: vendors.map(({ name, title }) => ({ name: title, href: `?crm=${name}`, isChosen: name === vendor.name })),
    crm: {
      list: `${params.workshop}.${vendor.name}`,
      title: vendor.title,
      checked: vendor.checked,
      package: `${house}/files/${vendor.name}.zip?language=${language}`,
      checklist: `${house}/files/${vendor.name}-checklist.docx?language=${language}`,
      command: VARIABLES[vendor.name] ? `npm run reglament -- apply pipeline.json --to ${vendor.name}` : null,
      variables: VARIABLES[vendor.name] ?? [],
      ...handOver(),
    },
  };
};

/** What the adopted rules are in a CRM: the chain as a picture and as cards, and how it gets there. */
export default function PipelinePage() {
  const { t } = useWords();
  const { company, back, document, files, picture, chains, crms, crm } = useLoaderData<typeof loader>();
  const isEmpty = chains.every(({ stages }) => stages.length === 0);
  return (
    <div className="document-page">
      <title>{`${t("handOver.title")} · ${company}`}</title>
      <header className="site-header">
        <div className="cluster">
          <a href={back}>{t("house.back")}</a>
          <a href={document}>{t("document.open")}</a>
        </div>
        <LanguageSwitch />
      </header>
      <main className="page stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("handOver.title")}</h1>
          <p className="lead">{t("handOver.lead")}</p>
        </div>
        {isEmpty ? (
          <Empty title={t("handOver.none")}>{t("handOver.noneLead")}</Empty>
        ) : (
          <>
            <HandOver crms={crms} crm={crm} files={files} key={crm.list} />
            {chains.map(({ key, ...chain }) => (
              <PipelineChain key={key} {...chain} />
            ))}
            <figure className="pipeline-picture">
              <a href={picture}>
                <img src={picture} alt={t("handOver.picture", { name: chains.map(({ name }) => name).join(", ") })} />
              </a>
            </figure>
          </>
        )}
      </main>
    </div>
  );
}
