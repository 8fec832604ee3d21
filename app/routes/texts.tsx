import { data, Form, redirect, useActionData, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { placesIn, roomOfPlace, textAt } from "#domain/editorial.ts";
import { say } from "#domain/language.ts";
import { catalogue } from "#templates";
import { TextEditor } from "#ui/document/text-editor.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/texts";
import { placeName } from "./place-name.ts";

/** The text beside the clauses: which places there are, and the one that is written (`?place=`). */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { language } = context.get(askerContext);
  const places = placesIn(catalogue.sections);
  const asked = new URL(request.url).searchParams.get("place");
  const place = places.find((one) => one === asked) ?? null;
  return {
    workshop: params.workshop,
    company: record.workshop.company,
    document: `/w/${params.workshop}/document`,
    isClosed: record.workshop.status === "closed",
    mayKeep: door.audience === "facilitator",
    writer: door.participant?.name ?? record.workshop.facilitator,
    place:
      place === null
        ? null
        : {
            ...placeName(place, catalogue, (text) => say(text, language)),
            room: roomOfPlace(place),
            kept: textAt(record, place)?.wording ?? [],
          },
    places: places.map((id) => ({
      ...placeName(id, catalogue, (text) => say(text, language)),
      isWritten: textAt(record, id) !== null,
    })),
  };
};

/** Opens the shared text of a place. */
export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const place = String((await request.formData()).get("place") ?? "");
  const opened = await door.openText({ place });
  if ("refused" in opened) return data({ refusal: opened }, { status: 409 });
  return redirect(`/w/${params.workshop}/texts?place=${encodeURIComponent(place)}`);
};

export default function TextsPage() {
  const words = useWords();
  const { t } = words;
  const { workshop, company, document, isClosed, mayKeep, writer, place, places } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <div className="document-page">
      <title>{`${t("texts.title")} · ${company}`}</title>
      <header className="site-header">
        <a href={document}>{t("document.open")}</a>
        <LanguageSwitch />
      </header>
      <main className="page page--reading stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("texts.title")}</h1>
          <p className="lead">{t("texts.lead")}</p>
        </div>
        {isClosed && <Notice tone="caution">{t("texts.closed")}</Notice>}
        {problem && <Notice tone="problem">{sayRefusal(words, problem.refusal)}</Notice>}
        {place && (
          <section className="stack">
            <h2>
              {t(`texts.${place.kind}`)}
              {place.section && `: ${place.section}`}
            </h2>
            <TextEditor key={place.id} workshop={workshop} place={place} writer={writer} mayKeep={mayKeep} />
          </section>
        )}
        <ul className="places">
          {places.map(({ id, kind, section, isWritten }) => (
            <li key={id}>
              <Form method="post" className="cluster">
                <input type="hidden" name="place" value={id} />
                <button type="submit" className="link" disabled={isClosed} aria-current={id === place?.id || undefined}>
                  {t(`texts.${kind}`)}
                  {section && `: ${section}`}
                </button>
                {isWritten && <span className="quiet">{t("texts.written")}</span>}
              </Form>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
