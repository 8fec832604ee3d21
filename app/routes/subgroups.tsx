import { redirect, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { suggestSubgroups } from "#domain/subgroups.ts";
import { useLive } from "#live/use-live.ts";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { GroupsInWork, GroupsPlan } from "#ui/room/groups-plan.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/subgroups";

/** Two groups for the stage walk: who is in which, and then how far each is. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (door?.audience !== "facilitator") throw redirect(door ? `/w/${params.workshop}` : "/sign-in");
  const record = await door.record();
  return { view: await door.view(), suggested: suggestSubgroups(record) };
};

export default function Subgroups() {
  const { t } = useWords();
  const { view: initial, suggested } = useLoaderData<typeof loader>();
  const { view } = useLive(initial);
  const { shared } = view;
  return (
    <>
      <title>{`${t("subgroups.title")} · ${shared.workshop.company}`}</title>
      <header className="site-header">
        <a href={`/w/${shared.workshop.id}/console`}>{t("house.back")}</a>
        <LanguageSwitch />
      </header>
      <main className="page stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("subgroups.title")}</h1>
          <p className="lead">{t("subgroups.lead")}</p>
        </div>
        {shared.subgroups ? (
          <GroupsInWork shared={shared} subgroups={shared.subgroups} />
        ) : (
          <GroupsPlan shared={shared} suggested={suggested} />
        )}
      </main>
    </>
  );
}
