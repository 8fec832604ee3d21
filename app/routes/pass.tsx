import { useState } from "react";
import { data, Form, redirect, useActionData, useLoaderData } from "react-router";
import { workshopsContext } from "#context";
import { useOutbox } from "#live/use-outbox.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { RadioCards } from "#ui/primitives/radio-cards.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/pass";

/** One phone for several people: whoever holds it says who is next, and nothing of the one before is on the screen. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door?.participant) throw redirect("/join?why=not-listed");
  const { shared } = await door.view();
  const { id: own } = door.participant;
  const roles = new Map(shared.workshop.roles.map(({ id, name }) => [id, name]));
  return {
    workshop: params.workshop,
    back: `/w/${params.workshop}`,
    people: shared.people
      .filter(({ id }) => id !== own)
      .map(({ id, name, role }) => ({ id, name, role: roles.get(role) ?? "" })),
  };
};

export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const participant = String((await request.formData()).get("participant") ?? "");
  const passed = await context.get(workshopsContext).pass(params.workshop, participant, request);
  if ("refused" in passed) return data({ refusal: passed }, { status: 409 });
  return redirect(`/w/${params.workshop}`, { headers: passed.headers });
};

export default function Pass() {
  const words = useWords();
  const { t } = words;
  const { workshop, back, people } = useLoaderData<typeof loader>();
  // what this person did last goes out under the own name, before somebody else sits here
  const waiting = useOutbox(workshop).pending.length > 0;
  const problem = useActionData<typeof action>();
  const [who, setWho] = useState<string | null>(null);
  return (
    <main className="page page--narrow">
      <title>{t("pass.title")}</title>
      <h1>{t("pass.title")}</h1>
      <p className="lead">{t("pass.lead")}</p>
      <Form method="post" className="stack" reloadDocument>
        {problem && <Notice tone="problem">{sayRefusal(words, problem.refusal)}</Notice>}
        <RadioCards
          legend={t("pass.next")}
          name="participant"
          value={who}
          onChange={setWho}
          cards={people.map(({ id, name, role }) => ({ value: id, label: name, meaning: role }))}
        />
        {waiting && <Notice tone="caution">{t("pass.waiting")}</Notice>}
        <Button type="submit" size="large" disabled={!who || waiting}>
          {t("pass.go")}
        </Button>
        <a href={back}>{t("house.back")}</a>
      </Form>
    </main>
  );
}
