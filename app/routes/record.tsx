import { data, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { editionsOf } from "#domain/edition.ts";
import { type Language, say } from "#domain/language.ts";
import { summaryOf } from "#domain/meeting-summary.ts";
import { proceedingsOf } from "#domain/proceedings.ts";
import { manyByHead } from "#domain/room.ts";
import { templateById } from "#templates";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Proceedings } from "#ui/proceedings.tsx";
import { Summoned } from "#ui/room/summoned.tsx";
import { useWords } from "#words/context.tsx";
import { documentFonts } from "../styles/fonts.ts";
import type { Route } from "./+types/record";

export const links: Route.LinksFunction = () => documentFonts;

/** The minutes: what was asked, thought, worded, voted, objected and decided. What is silent is in no record. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { workshop, participants, attendance } = record;
  return {
    room: door.audience === "participant" ? await door.view() : null,
    back: door.audience === "facilitator" ? `/w/${params.workshop}/console` : `/w/${params.workshop}`,
    company: workshop.company,
    template: nameOf(workshop.template, context.get(askerContext).language),
    facilitator: workshop.facilitator,
    attendance: attendance.map(({ participant, what, at }) => ({
      name: participants.find(({ id }) => id === participant)?.name ?? "",
      what,
      at,
    })),
    editions: (workshop.editions ?? []).length > 0 ? editionsOf(record) : [],
    departments: workshop.departments
      .map(({ id, name }) => ({
        id,
        name,
        people: participants.filter(({ department }) => department === id).map((person) => person.name),
      }))
      .filter(({ people }) => people.length > 0),
    summary: summaryOf(record, context.get(askerContext).language),
    byHead: manyByHead(record),
    proceedings: proceedingsOf(record, context.get(askerContext).language),
  };
};

/** The name of a template; its id when it is not of this installation. */
const nameOf = (id: string | null, language: Language): string | null => {
  const template = id === null ? undefined : templateById(id);
  return template ? say(template.name, language) : id;
};

export default function RecordPage() {
  const { t } = useWords();
  const { room, back, company, ...rest } = useLoaderData<typeof loader>();
  return (
    <div className="document-page">
      <title>{`${t("record.title")} · ${company}`}</title>
      {room && <Summoned view={room} />}
      <header className="site-header">
        <a href={back}>{t("house.back")}</a>
        <LanguageSwitch />
      </header>
      <main className="page page--reading stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("record.title")}</h1>
          <p className="lead">{company}</p>
        </div>
        <Proceedings {...rest} />
      </main>
    </div>
  );
}
