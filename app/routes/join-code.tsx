import { useState } from "react";
import { data, Form, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { z } from "zod";
import { workshopsContext } from "#context";
import { joinCode } from "#domain/join-code.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Field, SelectField } from "#ui/primitives/field.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { RadioCards } from "#ui/primitives/radio-cards.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/join-code";

const Input = z.object({
  participant: z.string().optional(),
  name: z.string().trim().max(80).default(""),
  role: z.string().default(""),
  department: z.string().default(""),
});

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const code = joinCode(params.code);
  const invitation = await context.get(workshopsContext).byCode(code, request);
  if (invitation && !("refused" in invitation)) return { invitation };
  const why = invitation?.refused === "too-many" ? "too-many" : "unknown";
  throw redirect(`/join?${new URLSearchParams({ code: code.slice(0, 8), why })}`);
};

export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const input = Input.parse(Object.fromEntries(await request.formData()));
  const participant = input.participant && input.participant !== "new" ? input.participant : undefined;
  const joined = await context.get(workshopsContext).join(joinCode(params.code), { ...input, participant }, request);
  if ("refused" in joined) return data({ refusal: joined }, { status: 409 });
  return redirect(`/w/${joined.workshop}`, { headers: joined.headers });
};

export default function JoinCode() {
  const words = useWords();
  const { t } = words;
  const { invitation } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const [who, setWho] = useState<string>(invitation.people.length > 0 ? "" : "new");
  const [role, setRole] = useState(invitation.roles[0]?.id ?? "");
  const department = invitation.roles.find(({ id }) => id === role)?.department;
  const roleName = (id: string) => invitation.roles.find((known) => known.id === id)?.name ?? "";
  return (
    <main className="page page--narrow">
      <title>{t("join.title")}</title>
      <div className="page__corner">
        <LanguageSwitch />
      </div>
      <p className="eyebrow">{t("join.company", { company: invitation.company })}</p>
      <h1>{t("join.who")}</h1>
      <p className="lead">{t("join.lead")}</p>
      <Form method="post" className="stack">
        {problem && <Notice tone="problem">{sayRefusal(words, problem.refusal)}</Notice>}
        {invitation.people.length > 0 && (
          <RadioCards
            legend={t("join.listed")}
            name="participant"
            value={who || null}
            onChange={setWho}
            cards={[
              ...invitation.people.map((person) => ({
                value: person.id,
                label: person.name,
                meaning: `${roleName(person.role)}${person.here ? `, ${t("join.here")}` : ""}`,
              })),
              { value: "new", label: t("join.new") },
            ]}
          />
        )}
        {who === "new" && (
          <>
            <Field label={t("person.name")} name="name" autoComplete="name" required maxLength={80} />
            <SelectField
              label={t("person.role")}
              name="role"
              value={role}
              onChange={(event) => setRole(event.target.value)}
              options={invitation.roles.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              key={department}
              label={t("person.department")}
              name="department"
              defaultValue={department}
              options={invitation.departments.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </>
        )}
        <Button type="submit" size="large" busy={busy} disabled={!who}>
          {t("join.go")}
        </Button>
      </Form>
    </main>
  );
}
