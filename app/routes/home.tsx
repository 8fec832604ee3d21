import { data, Form, Link, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { accountsContext, askerContext, workshopsContext } from "#context";
import { say } from "#domain/language.ts";
import { demoTemplates } from "#templates";
import { Button } from "#ui/primitives/button.tsx";
import { SampleRule } from "#ui/sample-rule.tsx";
import { SiteHeader } from "#ui/site-header.tsx";
import { RecordUpload, WorkshopShelf } from "#ui/workshop-shelf.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/home";

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const accounts = context.get(accountsContext);
  const account = await accounts.who(request);
  if (!account && (await accounts.isFresh())) throw redirect("/welcome");
  const { language } = context.get(askerContext);
  // the first demo is the one for everybody; the others are named by their industry
  const others = demoTemplates.slice(1).map(({ id, name }) => ({ id, name: say(name, language) }));
  return { account, others, shelf: account ? await context.get(workshopsContext).shelf(account.id) : [] };
};

/** Opens a whole workshop that was taken along as workshop.json. */
export const action = async ({ request, context }: Route.ActionArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) throw redirect("/sign-in");
  const file = (await request.formData()).get("file");
  if (!(file instanceof File)) throw data(null, { status: 400 });
  const opened = await context.get(workshopsContext).openRecord(account, await file.text());
  if ("id" in opened) return redirect(`/w/${opened.id}/console`);
  const { language } = context.get(askerContext);
  const { where, expected, got } = opened.problem;
  const problem = { file: file.name, where, expected: say(expected, language), got: say(got, language) };
  return data({ problem }, { status: 400 });
};

export default function Home() {
  const { t } = useWords();
  const { account, others, shelf } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { formAction } = useNavigation();
  const busy = formAction === "/demo";
  const upload = <RecordUpload busy={formAction === "/?index"} error={problem && t("templates.broken", problem)} />;
  const demo = (
    <Form method="post" action="/demo" className="cluster">
      <Button variant="quiet" type="submit" busy={busy}>
        {t("home.demo")}
      </Button>
      {others.map(({ id, name }) => (
        <Button key={id} variant="link" type="submit" name="template" value={id} busy={busy}>
          {t("home.otherDemo", { name })}
        </Button>
      ))}
    </Form>
  );
  return (
    <>
      <SiteHeader account={account} />
      <main className="page">
        <title>{t("home.title")}</title>
        {account && shelf.length > 0 ? (
          <>
            <div className="page__head">
              <h1>{t("home.shelf")}</h1>
              <div className="cluster">
                {demo}
                <Link className="button button--primary" to="/workshops/new">
                  {t("home.new")}
                </Link>
              </div>
            </div>
            <WorkshopShelf shelf={shelf} />
            {upload}
          </>
        ) : (
          <section className="hero hero--beside">
            <div className="hero__words">
              <h1>{t("home.sentence")}</h1>
              <p className="lead">{t("home.lead")}</p>
              <div className="cluster">
                {account ? (
                  <>
                    <Link className="button button--primary" to="/workshops/new">
                      {t("home.new")}
                    </Link>
                    {demo}
                    {upload}
                  </>
                ) : (
                  <>
                    <Link className="button button--primary" to="/join">
                      {t("home.join")}
                    </Link>
                    <Link className="button button--quiet" to="/sign-in">
                      {t("home.signIn")}
                    </Link>
                  </>
                )}
              </div>
            </div>
            <SampleRule />
          </section>
        )}
      </main>
    </>
  );
}
