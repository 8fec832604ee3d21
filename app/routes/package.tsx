import { redirect, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { PackageForm } from "#ui/room/package-form.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/package";

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  const drafts = await door?.packageDrafts();
  if (!door || !drafts) throw redirect(door ? `/w/${params.workshop}` : "/sign-in");
  const { shared } = await door.view();
  return { shared, drafts };
};

export default function PackagePage() {
  const { t } = useWords();
  const { shared, drafts } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`${t("package.title")} · ${shared.workshop.company}`}</title>
      <header className="site-header">
        <a href={`/w/${shared.workshop.id}/console`}>{t("house.back")}</a>
        <LanguageSwitch />
      </header>
      <main className="page page--reading stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("package.title")}</h1>
          <p className="lead">{t("package.lead")}</p>
        </div>
        <PackageForm shared={shared} drafts={drafts} />
      </main>
    </>
  );
}
