import { data, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { fearsOf } from "#domain/fear.ts";
import { rulesOf } from "#domain/rule.ts";
import { FearWall } from "#ui/fear-wall.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Summoned } from "#ui/room/summoned.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/fears";

/** The wall of fears: what people are afraid of, without names, and what became of each. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const isFacilitator = door.audience === "facilitator";
  return {
    room: door.audience === "participant" ? await door.view() : null,
    workshop: params.workshop,
    company: record.workshop.company,
    back: isFacilitator ? `/w/${params.workshop}/console` : `/w/${params.workshop}`,
    isOpen: isFacilitator && record.workshop.status === "open",
    fears: fearsOf(record),
    rules: rulesOf(record).map(({ id, question, text }) => ({ id, question, text })),
  };
};

export default function Fears() {
  const { t } = useWords();
  const { room, back, company, ...wall } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`${t("fears.title")} · ${company}`}</title>
      {room && <Summoned view={room} />}
      <header className="site-header">
        <a href={back}>{t("house.back")}</a>
        <LanguageSwitch />
      </header>
      <main className="page page--reading stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("fears.title")}</h1>
          <p className="lead">{t("fears.lead")}</p>
        </div>
        <FearWall {...wall} />
      </main>
    </>
  );
}
