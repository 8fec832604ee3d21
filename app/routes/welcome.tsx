import { data, Form, redirect, useActionData, useNavigation } from "react-router";
import { z } from "zod";
import { accountsContext } from "#context";
import { AccountFields, accountProblem } from "#ui/account-fields.tsx";
import { Button } from "#ui/primitives/button.tsx";
import { SampleRule } from "#ui/sample-rule.tsx";
import { SiteHeader } from "#ui/site-header.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/welcome";

const Input = z.object({ name: z.string().trim(), email: z.string().trim(), password: z.string() });

export const loader = async ({ context }: Route.LoaderArgs) => {
  if (!(await context.get(accountsContext).isFresh())) throw redirect("/");
  return null;
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const input = Input.parse(Object.fromEntries(await request.formData()));
  const entered = await context.get(accountsContext).signUp(input, request);
  if ("refused" in entered) return data({ ...entered, name: input.name, email: input.email }, { status: 409 });
  return redirect("/", { headers: entered.headers });
};

export default function Welcome() {
  const { t } = useWords();
  const problem = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  return (
    <>
      <SiteHeader account={null} />
      <main className="page">
        <title>{t("welcome.title")}</title>
        <section className="hero hero--beside hero--form">
          <div className="hero__words">
            <h1>{t("home.sentence")}</h1>
            <p className="lead">{t("home.lead")}</p>
          </div>
          <div className="stack">
            <h2>{t("welcome.title")}</h2>
            <p>{t("welcome.lead")}</p>
            <Form method="post" className="stack">
              <AccountFields problem={accountProblem(problem)} name={problem?.name} email={problem?.email} />
              <Button type="submit" busy={busy}>
                {t("welcome.go")}
              </Button>
            </Form>
            <p className="quiet">{t("welcome.local")}</p>
          </div>
          <SampleRule />
        </section>
      </main>
    </>
  );
}
