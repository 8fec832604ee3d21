import { data, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { isApproved, signaturesUnder } from "#domain/approval.ts";
import { readersOf } from "#domain/readers.ts";
import { isOverdue, nextDay, reviewsOf } from "#domain/review.ts";
import { departmentName } from "#domain/workshop.ts";
import { Signatures } from "#ui/document/approvals.tsx";
import { Readers } from "#ui/document/readers.tsx";
import { Reviews } from "#ui/document/reviews.tsx";
import { ButtonLink } from "#ui/primitives/button.tsx";
import { CopyButton } from "#ui/primitives/copy-button.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/after";

/** The life of the regulation after the meeting: who approved, who has read, what is looked at again and when. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const today = (await door.view()).at.slice(0, 10);
  const reading = await door.reading();
  const last = record.workshop.editions?.at(-1) ?? null;
  const readers = readersOf(record);
  const isFacilitator = door.audience === "facilitator";
  const urlOf = (participant: string | null) =>
    reading?.people.find((one) => one.participant === participant)?.url ?? null;
  return {
    house: `/w/${params.workshop}`,
    company: record.workshop.company,
    edition: last && { number: last.number, closedAt: last.closedAt },
    isInForce: last !== null && isApproved(record, last.number),
    signatures: last ? signaturesUnder(record, last.number) : [],
    own: last && door.participant ? urlOf(door.participant.id) : null,
    counts: { read: readers.filter(({ due }) => !due).length, all: readers.length },
    // who has not read yet is told to whoever leads, not to colleagues
    readers: isFacilitator
      ? readers.map(({ participant, name, department, read, due, because }) => ({
          name,
          department: departmentName(record.workshop, department),
          due,
          because,
          url: urlOf(participant),
          read: read && { edition: read.edition, at: read.at, quiz: read.quiz ?? null },
        }))
      : null,
    others: reading?.others ?? null,
    reviews: reviewsOf(record).map((review) => ({
      ...review,
      next: nextDay(review, today),
      isOver: isOverdue(review, today),
    })),
  };
};

export default function AfterPage() {
  const { t, date } = useWords();
  const { house, company, edition, isInForce, signatures, own, counts, readers, others, reviews } =
    useLoaderData<typeof loader>();
  return (
    <>
      <title>{`${t("after.title")} · ${company}`}</title>
      <header className="site-header">
        <div className="cluster">
          <a href={`${house}/document`}>{t("document.open")}</a>
          <a href={`${house}/editions`}>{t("editions.title")}</a>
        </div>
        <LanguageSwitch />
      </header>
      <main className="page page--reading stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("after.title")}</h1>
          <p className="lead">{t("after.lead")}</p>
        </div>
        {edition === null ? (
          <Empty title={t("after.none")}>{t("after.noneLead")}</Empty>
        ) : (
          <>
            <section className="stack stack--tight">
              <h2>{t("editions.closed", { number: edition.number, day: date(edition.closedAt) })}</h2>
              <p>{t(isInForce ? "approval.inForce" : "approval.notYet")}</p>
              <Signatures signatures={signatures} />
              {own && (
                <div>
                  <ButtonLink to={own} reloadDocument>
                    {t("after.own")}
                  </ButtonLink>
                </div>
              )}
            </section>
            <section className="stack stack--tight">
              <h2>{t("readers.title")}</h2>
              <p>{t("readers.count", { count: counts.read, all: counts.all })}</p>
              {readers && <Readers readers={readers} />}
              {others && (
                <p className="cluster">
                  <span>{t("readers.others")}</span>
                  <a href={others}>{t("readers.link")}</a>
                  <CopyButton text={others} />
                </p>
              )}
            </section>
          </>
        )}
        <section className="stack stack--tight">
          <h2>{t("review.title")}</h2>
          {reviews.length === 0 ? (
            <p className="quiet">{t("review.none")}</p>
          ) : (
            <>
              <Reviews reviews={reviews} house={house} />
              <p>
                <a href={`${house}/files/reviews.ics`} download="reviews.ics">
                  {t("review.calendar")}
                </a>
              </p>
            </>
          )}
        </section>
      </main>
    </>
  );
}
