import { Form, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { accountsContext } from "#context";
import { Button } from "#ui/primitives/button.tsx";
import { CopyButton } from "#ui/primitives/copy-button.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SiteHeader } from "#ui/site-header.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/invitations";

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const accounts = context.get(accountsContext);
  const account = await accounts.who(request);
  if (!account) throw redirect("/sign-in");
  return { account, invitations: await accounts.invitations(account.id) };
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const accounts = context.get(accountsContext);
  const account = await accounts.who(request);
  if (!account) throw redirect("/sign-in");
  const form = await request.formData();
  const revoked = form.get("revoke");
  if (typeof revoked === "string") {
    await accounts.revokeInvitation(account.id, revoked);
    return { link: null };
  }
  const { token } = await accounts.invite(account.id, String(form.get("email") ?? "").trim() || null);
  return { link: `${new URL(request.url).origin}/invitation/${token}` };
};

export default function Invitations() {
  const { t, date } = useWords();
  const { account, invitations } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  return (
    <>
      <SiteHeader account={account} />
      <main className="page page--narrow">
        <title>{t("invitations.title")}</title>
        <h1>{t("invitations.title")}</h1>
        <p className="lead">{t("invitations.lead")}</p>
        <Form method="post" className="stack">
          <Field label={t("invitations.email")} hint={t("invitations.emailHint")} name="email" type="email" />
          <Button type="submit" busy={busy}>
            {t("invitations.make")}
          </Button>
        </Form>
        {made?.link && (
          <Notice tone="info">
            {t("invitations.once")} <a href={made.link}>{made.link}</a> <CopyButton text={made.link} />
          </Notice>
        )}
        {invitations.length === 0 ? (
          <Empty title={t("invitations.none")} />
        ) : (
          <ul className="rows">
            {invitations.map((invitation) => (
              <li key={invitation.id} className="row">
                <span>{invitation.email ?? t("invitations.anybody")}</span>
                <span className="quiet">
                  {invitation.usedAt
                    ? t("invitations.used")
                    : t("invitations.until", { date: date(invitation.expiresAt) })}
                </span>
                {!invitation.usedAt && (
                  <Form method="post">
                    <Button variant="link" type="submit" name="revoke" value={invitation.id}>
                      {t("invitations.revoke")}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  );
}
