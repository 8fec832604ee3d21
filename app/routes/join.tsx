import { Form, Link, redirect, useActionData, useNavigation } from "react-router";
import { workshopsContext } from "#context";
import { Button } from "#ui/primitives/button.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/join";

export const action = async ({ request, context }: Route.ActionArgs) => {
  const code = String((await request.formData()).get("code") ?? "")
    .trim()
    .toUpperCase();
  const found = await context.get(workshopsContext).byCode(code, request);
  if (found && !("refused" in found)) return redirect(`/join/${encodeURIComponent(code)}`);
  return { code, refusal: found };
};

export default function Join() {
  const words = useWords();
  const { t } = words;
  const problem = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  return (
    <main className="page page--narrow">
      <title>{t("join.title")}</title>
      <div className="page__corner">
        <LanguageSwitch />
      </div>
      <h1>{t("join.title")}</h1>
      <Form method="post" className="stack">
        <Field
          label={t("join.code")}
          hint={t("join.codeHint")}
          name="code"
          className="control control--code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={8}
          required
          defaultValue={problem?.code}
          error={problem && (problem.refusal ? sayRefusal(words, problem.refusal) : t("join.unknown"))}
        />
        <Button type="submit" size="large" busy={busy}>
          {t("join.go")}
        </Button>
      </Form>
      <p className="quiet">
        <Link to="/">{t("house.name")}</Link>
      </p>
    </main>
  );
}
