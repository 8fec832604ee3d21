import { data, Form, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { workshopsContext } from "#context";
import { refuse } from "#domain/refusal.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/lead";

/** Whoever leads hands the lead to another account; the owner takes it back from the shelf. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (door?.audience !== "facilitator") throw redirect("/");
  const { shared } = await door.view();
  return { company: shared.workshop.company, back: `/w/${params.workshop}/console` };
};

export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const workshops = context.get(workshopsContext);
  const form = await request.formData();
  if (form.get("intent") === "reclaim") {
    const taken = await workshops.reclaim(params.workshop, request);
    return "done" in taken ? redirect(`/w/${params.workshop}/console`) : redirect("/");
  }
  const email = form.get("email");
  const given =
    typeof email === "string"
      ? await workshops.handOver(params.workshop, email, request)
      : refuse("bad-input", { where: "email" });
  return "done" in given ? redirect("/") : data({ refusal: given }, { status: 409 });
};

export default function Lead() {
  const words = useWords();
  const { t } = words;
  const { company, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  return (
    <main className="page page--narrow">
      <title>{`${t("lead.title")} · ${company}`}</title>
      <p className="eyebrow">{company}</p>
      <h1>{t("lead.title")}</h1>
      <p className="lead">{t("lead.lead")}</p>
      <Form method="post" className="stack">
        {problem && <Notice tone="problem">{sayRefusal(words, problem.refusal)}</Notice>}
        <Field label={t("lead.email")} name="email" type="email" autoComplete="off" required />
        <Button type="submit" busy={busy}>
          {t("lead.go")}
        </Button>
        <a href={back}>{t("house.back")}</a>
      </Form>
    </main>
  );
}
