import { data, Form, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { z } from "zod";
import { accountsContext, ownTemplatesContext, workshopsContext } from "#context";
import { say } from "#domain/language.ts";
import { Empty } from "#ui/primitives/empty.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { OwnTemplateRow, TemplateUpload } from "#ui/set-up/own-templates.tsx";
import { SiteHeader } from "#ui/site-header.tsx";
import { useWords } from "#words/context.tsx";
import { languageOf } from "#words/language-of.ts";
import type { Route } from "./+types/templates";

const Name = z.string().trim().min(1).max(200);
const Input = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("keep"), workshop: z.string().min(1), name: Name }),
  z.object({ intent: z.literal("bring-in"), file: z.instanceof(File) }),
  z.object({ intent: z.literal("start"), template: z.string(), company: Name }),
  z.object({ intent: z.literal("remove"), template: z.string() }),
]);

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) throw redirect("/sign-in");
  return { account, templates: await context.get(ownTemplatesContext).list(account) };
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) throw redirect("/sign-in");
  const own = context.get(ownTemplatesContext);
  const parsed = Input.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return data({ problem: null, kept: false }, { status: 400 });
  const input = parsed.data;
  if (input.intent === "remove") await own.remove(account, input.template);
  if (input.intent === "start") {
    const made = await own.start(account, input.template, input.company);
    return "id" in made ? redirect(`/w/${made.id}/set-up`) : data({ problem: null, kept: false }, { status: 404 });
  }
  if (input.intent === "keep") {
    const door = await context.get(workshopsContext).enter(input.workshop, request);
    if (door?.audience !== "facilitator") throw data(null, { status: 403 });
    await own.keep(account, await door.record(), input.name);
    return redirect("/templates");
  }
  if (input.intent === "bring-in") {
    const read = await own.bringIn(account, await input.file.text());
    if ("problem" in read) {
      const { where, expected, got } = read.problem;
      const language = languageOf(request);
      const problem = { file: input.file.name, where, expected: say(expected, language), got: say(got, language) };
      return data({ problem, kept: false }, { status: 400 });
    }
  }
  return { problem: null, kept: true };
};

/** Set-ups that a consultant has kept to begin with again, private to the account. */
export default function Templates() {
  const { t } = useWords();
  const { account, templates } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  return (
    <>
      <SiteHeader account={account} />
      <main className="page page--reading">
        <title>{t("templates.title")}</title>
        <h1>{t("templates.title")}</h1>
        <p className="lead">{t("templates.lead")}</p>
        {answered?.problem && <Notice tone="problem">{t("templates.broken", answered.problem)}</Notice>}
        {templates.length === 0 ? (
          <Empty title={t("templates.none")}>{t("templates.how")}</Empty>
        ) : (
          <ul className="rows">
            {templates.map((template) => (
              <OwnTemplateRow key={template.id} template={template} busy={busy} />
            ))}
          </ul>
        )}
        <Form method="post" encType="multipart/form-data" className="stack">
          <TemplateUpload busy={busy} />
        </Form>
      </main>
    </>
  );
}
