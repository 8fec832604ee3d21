import { data, Form, redirect, useActionData, useNavigation } from "react-router";
import { z } from "zod";
import { accountsContext } from "#context";
import { accountProblem } from "#ui/account-fields.tsx";
import { Button } from "#ui/primitives/button.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/sign-in";

const Input = z.object({ email: z.string().trim(), password: z.string() });

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const accounts = context.get(accountsContext);
  if (await accounts.isFresh()) throw redirect("/welcome");
  if (await accounts.who(request)) throw redirect("/");
  return null;
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const input = Input.parse(Object.fromEntries(await request.formData()));
  const entered = await context.get(accountsContext).signIn(input, request);
  if ("refused" in entered) return data({ ...entered, email: input.email }, { status: 409 });
  return redirect("/", { headers: entered.headers });
};

export default function SignIn() {
  const words = useWords();
  const { t } = words;
  const problem = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const said = accountProblem(problem);
  return (
    <main className="page page--narrow">
      <title>{t("signIn.title")}</title>
      <h1>{t("signIn.title")}</h1>
      <Form method="post" className="stack">
        {said && <Notice tone="problem">{t(said.key, said.params)}</Notice>}
        <Field
          label={t("account.email")}
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={problem?.email}
          required
        />
        <Field label={t("account.password")} name="password" type="password" autoComplete="current-password" required />
        <Button type="submit" busy={busy}>
          {t("signIn.go")}
        </Button>
      </Form>
      <p className="quiet">{t("signIn.noAccount")}</p>
    </main>
  );
}
