import { data, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { countGaps, gapsOf, standingOf } from "#domain/gaps.ts";
import { openObjections } from "#domain/objection.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { isOverdue, reviewsOf } from "#domain/review.ts";
import { rulesOf } from "#domain/rule.ts";
import { signedOf } from "#exports/seal.ts";
import { catalogue } from "#templates";
import type { ClauseState } from "#ui/document/clause.tsx";
import { DocumentView } from "#ui/document/document-view.tsx";
import { Download } from "#ui/download.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Summoned } from "#ui/room/summoned.tsx";
import { useWords } from "#words/context.tsx";
import { documentFonts } from "../styles/fonts.ts";
import type { Route } from "./+types/document";

export const links: Route.LinksFunction = () => documentFonts;

/** What can be taken along, by what it is for. */
const FILES = {
  regulation: ["instruction.docx", "instruction.pdf", "instruction.html", "instruction.md"],
  leaflets: ["summary.docx", "crib.docx", "crib.html", "reviews.ics"],
  crm: [
    "pipeline.json",
    "pipeline.svg",
    "stages.csv",
    "fields.csv",
    "loss-reasons.csv",
    "crm-comparison.md",
    "requirements.md",
  ],
  record: ["workshop.json"],
} as const;

/** What the days and the talk do to the rules: trials end, reviews come, questions are taken up again. */
const statesOf = (record: WorkshopRecord, today: string): Record<string, ClauseState> => {
  const reviews = reviewsOf(record).filter(({ kind }) => kind === "trial" || kind === "head");
  return Object.fromEntries(
    rulesOf(record).map(({ question }) => {
      const review = reviews.find((one) => one.question === question);
      const phase = record.asked.find(({ key }) => key === question)?.phase;
      return [
        question,
        {
          endsOn: review?.day ?? null,
          isOver: !!review && isOverdue(review, today),
          isReopened: phase !== "decided" || openObjections(record.objections, question).length > 0,
        },
      ];
    }),
  );
};

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { at, ...view } = await door.view();
  const gaps = gapsOf(record, catalogue);
  const house = `/w/${params.workshop}`;
  const isFacilitator = door.audience === "facilitator";
  return {
    room: door.audience === "participant" ? { ...view, at } : null,
    gaps: { href: `${house}/gaps`, standing: standingOf(gaps), errors: countGaps(gaps).errors },
    back: isFacilitator ? `${house}/console` : house,
    compare: record.workshop.dealTypes.length > 1 ? `${house}/deal-types` : null,
    isFacilitator,
    hasReviews: reviewsOf(record).length > 0,
    reading: {
      house,
      address: `${new URL(request.url).origin}${house}/document`,
      may: {
        correct: isFacilitator && record.workshop.status === "open",
        object: (door.participant?.votes && !door.participant.observer) ?? false,
        recall: true,
      },
      states: statesOf(record, at.slice(0, 10)),
    },
    regulation: composeRegulation(signedOf(record), catalogue, context.get(askerContext).language),
  };
};

export default function DocumentPage() {
  const { t } = useWords();
  const { room, gaps, back, compare, isFacilitator, hasReviews, reading, regulation } = useLoaderData<typeof loader>();
  const { house } = reading;
  return (
    <div className="document-page">
      <title>{regulation.title}</title>
      {room && <Summoned view={room} />}
      <header className="site-header">
        <nav className="cluster" aria-label={t("document.pages")}>
          <a href={back}>{t("house.back")}</a>
          <a href={`${house}/record`}>{t("record.title")}</a>
          <a href={`${house}/fears`}>{t("fears.title")}</a>
          <a href={`${house}/rehearsal`}>{t("rehearsal.title")}</a>
          <a href={`${house}/pipeline`}>{t("handOver.title")}</a>
          <a href={gaps.href}>
            {gaps.standing === "draft" ? t("gaps.draft", { count: gaps.errors }) : t("gaps.final")}
          </a>
          {compare && <a href={compare}>{t("compare.title")}</a>}
          <a href={`${house}/editions`}>{t("editions.title")}</a>
          <a href={`${house}/after`}>{t("after.title")}</a>
          {isFacilitator && <a href={`${house}/texts`}>{t("texts.title")}</a>}
        </nav>
        <LanguageSwitch />
      </header>
      <details className="downloads">
        <summary>{t("document.download")}</summary>
        {(Object.keys(FILES) as (keyof typeof FILES)[]).map((group) => (
          <nav key={group} className="downloads__group" aria-label={t(`document.files.${group}`)}>
            <span className="quiet">{t(`document.files.${group}`)}</span>
            {FILES[group].map((file) =>
              file === "reviews.ics" && !hasReviews ? (
                <span key={file} className="quiet">
                  {t("review.noFile")}
                </span>
              ) : (
                <Download key={file} href={`${house}/files/${file}`} name={file}>
                  {t(`file.${file}`)}
                </Download>
              ),
            )}
            {group === "crm" && <a href={`${house}/pipeline`}>{t("document.packages")}</a>}
            {group === "regulation" && isFacilitator && <a href={`${house}/paper`}>{t("paper.title")}</a>}
          </nav>
        ))}
      </details>
      <DocumentView regulation={regulation} reading={reading} />
    </div>
  );
}
