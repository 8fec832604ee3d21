import { Form, Link, redirect, useLoaderData, useNavigation } from "react-router";
import { accountsContext, workshopsContext } from "#context";
import { Button } from "#ui/primitives/button.tsx";
import { SampleRule } from "#ui/sample-rule.tsx";
import { SiteHeader } from "#ui/site-header.tsx";
import { WorkshopShelf } from "#ui/workshop-shelf.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/home";

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const accounts = context.get(accountsContext);
  const account = await accounts.who(request);
  if (!account && (await accounts.isFresh())) throw redirect("/welcome");
  return { account, shelf: account ? await context.get(workshopsContext).shelf(account.id) : [] };
};

export default function Home() {
  const { t } = useWords();
  const { account, shelf } = useLoaderData<typeof loader>();
  const busy = useNavigation().formAction === "/demo";
  const demo = (
    <Form method="post" action="/demo">
      <Button variant="quiet" type="submit" busy={busy}>
        {t("home.demo")}
      </Button>
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
