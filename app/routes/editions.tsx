import { data, Form, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { changesBetween, editionsOf, textsBetween } from "#domain/edition.ts";
import { say } from "#domain/language.ts";
import { catalogue } from "#templates";
import { EditionChanges } from "#ui/document/edition-changes.tsx";
import { Button } from "#ui/primitives/button.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { SelectField } from "#ui/primitives/field.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { useWords } from "#words/context.tsx";
import { documentFonts } from "../styles/fonts.ts";
import type { Route } from "./+types/editions";
import { wordingOf } from "./opening.ts";
import { placeName } from "./place-name.ts";

export const links: Route.LinksFunction = () => documentFonts;

/** Any two editions beside each other: `?from=1&to=3`; without them the last one and the one before. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { language } = context.get(askerContext);
  const editions = editionsOf(record).map(({ number, closedAt, rules }) => ({ number, closedAt, rules }));
  const { searchParams } = new URL(request.url);
  const last = editions[0]?.number ?? 0;
  const asked = (name: string, otherwise: number) => {
    const number = Number(searchParams.get(name) ?? "");
    return editions.some((one) => one.number === number) ? number : otherwise;
  };
  const to = asked("to", last);
  const from = asked("from", Math.max(1, to - 1));
  return {
    document: `/w/${params.workshop}/document`,
    company: record.workshop.company,
    editions,
    from,
    to,
    changes: changesBetween(record, from, to).map(({ binds: _, ...change }) => ({
      ...change,
      wording: wordingOf(record, change.question, language),
    })),
    texts: textsBetween(record, from, to).map(({ place, before, after }) => ({
      place: placeName(place, catalogue, (text) => say(text, language)),
      before,
      after,
    })),
  };
};

export default function EditionsPage() {
  const { t, date } = useWords();
  const { document, company, editions, from, to, changes, texts } = useLoaderData<typeof loader>();
  const options = editions.map(({ number, closedAt }) => ({
    value: String(number),
    label: closedAt ? t("editions.closed", { number, day: date(closedAt) }) : t("editions.open", { number }),
  }));
  return (
    <div className="document-page">
      <title>{`${t("editions.title")} · ${company}`}</title>
      <header className="site-header">
        <a href={document}>{t("document.open")}</a>
        <LanguageSwitch />
      </header>
      <main className="page page--reading stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("editions.title")}</h1>
          <p className="lead">{t("editions.lead")}</p>
        </div>
        {editions.length < 2 ? (
          <Empty title={t("editions.one")}>{t("editions.oneLead")}</Empty>
        ) : (
          <>
            <Form method="get" className="editions__choice no-print" key={`${from} ${to}`}>
              <SelectField label={t("editions.from")} name="from" options={options} defaultValue={String(from)} />
              <SelectField label={t("editions.to")} name="to" options={options} defaultValue={String(to)} />
              <Button type="submit" variant="quiet">
                {t("editions.go")}
              </Button>
            </Form>
            <EditionChanges changes={changes} texts={texts} />
          </>
        )}
      </main>
    </div>
  );
}
