import { data, Form, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { z } from "zod";
import { accountsContext } from "#context";
import { AccountFields, accountProblem } from "#ui/account-fields.tsx";
import { Button } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/invitation";

const Input = z.object({ name: z.string().trim(), email: z.string().trim(), password: z.string() });

export const loader = async ({ params, context }: Route.LoaderArgs) => ({
  invitation: await context.get(accountsContext).invitation(params.token),
});

export const action = async ({ request, params, context }: Route.ActionArgs) => {
  const input = Input.parse(Object.fromEntries(await request.formData()));
  const entered = await context.get(accountsContext).signUp({ ...input, invitation: params.token }, request);
  if ("refused" in entered) return data({ ...entered, name: input.name, email: input.email }, { status: 409 });
  return redirect("/", { headers: entered.headers });
};

export default function Invitation() {
  const { t } = useWords();
  const { invitation } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  return (
    <main className="page page--narrow">
      <title>{t("invitation.title")}</title>
      <h1>{t("invitation.title")}</h1>
      {invitation ? (
        <>
          <p className="lead">{t("invitation.lead", { by: invitation.by })}</p>
          <Form method="post" className="stack">
            <AccountFields
              problem={accountProblem(problem)}
              name={problem?.name}
              email={problem?.email ?? invitation.email ?? undefined}
            />
            <Button type="submit" busy={busy}>
              {t("invitation.go")}
            </Button>
          </Form>
        </>
      ) : (
        <Notice tone="problem">{t("invitation.gone")}</Notice>
      )}
    </main>
  );
}
