import { data, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { countGaps, gapsOf, standingOf } from "#domain/gaps.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { catalogue } from "#templates";
import { DocumentView } from "#ui/document-view.tsx";
import { Download } from "#ui/download.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Summoned } from "#ui/room/summoned.tsx";
import { useWords } from "#words/context.tsx";
import { documentFonts } from "../styles/fonts.ts";
import type { Route } from "./+types/document";

export const links: Route.LinksFunction = () => documentFonts;

const FILES = [
  "instruction.docx",
  "instruction.pdf",
  "instruction.md",
  "instruction.html",
  "pipeline.json",
  "requirements.md",
  "workshop.json",
] as const;

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const gaps = gapsOf(record, catalogue);
  return {
    room: door.audience === "participant" ? await door.view() : null,
    gaps: { href: `/w/${params.workshop}/gaps`, standing: standingOf(gaps), errors: countGaps(gaps).errors },
    back: door.audience === "facilitator" ? `/w/${params.workshop}/console` : `/w/${params.workshop}`,
    files: `/w/${params.workshop}/files`,
    isLeading: door.audience === "facilitator",
    paper: `/w/${params.workshop}/paper`,
    record: `/w/${params.workshop}/record`,
    fears: `/w/${params.workshop}/fears`,
    rehearsal: `/w/${params.workshop}/rehearsal`,
    compare: record.workshop.dealTypes.length > 1 ? `/w/${params.workshop}/deal-types` : null,
    regulation: composeRegulation(record, catalogue, context.get(askerContext).language),
  };
};

export default function DocumentPage() {
  const { t } = useWords();
  const { room, gaps, back, files, isLeading, paper, record, fears, rehearsal, compare, regulation } =
    useLoaderData<typeof loader>();
  return (
    <div className="document-page">
      <title>{regulation.title}</title>
      {room && <Summoned view={room} />}
      <header className="site-header">
        <div className="cluster">
          <a href={back}>{t("house.back")}</a>
          <a href={record}>{t("record.title")}</a>
          <a href={fears}>{t("fears.title")}</a>
          <a href={rehearsal}>{t("rehearsal.title")}</a>
          <a href={gaps.href}>
            {gaps.standing === "draft" ? t("gaps.draft", { count: gaps.errors }) : t("gaps.final")}
          </a>
          {compare && <a href={compare}>{t("compare.title")}</a>}
        </div>
        <LanguageSwitch />
      </header>
      <nav className="downloads" aria-label={t("document.download")}>
        <span className="quiet">{t("document.download")}</span>
        {FILES.map((file) => (
          <Download key={file} href={`${files}/${file}`} name={file}>
            {t(`file.${file}`)}
          </Download>
        ))}
      </nav>
      {isLeading && (
        <p>
          <a href={paper}>{t("paper.title")}</a>
        </p>
      )}
      <DocumentView regulation={regulation} />
    </div>
  );
}
