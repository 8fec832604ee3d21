import { Form, Link, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { workshopsContext } from "#context";
import { isForeign, joinCode } from "#domain/join-code.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/join";

/** Why somebody was sent here instead of where the link led. */
const WHY = {
  unknown: "join.deadLink",
  "not-listed": "join.notListed",
  "too-many": "refusal.too-many",
} as const;
const isKnown = (why: string | null): why is keyof typeof WHY => why !== null && Object.hasOwn(WHY, why);

/** `code` and `why` come with somebody whom another page could not let in. */
export const loader = ({ request }: Route.LoaderArgs) => {
  const { searchParams } = new URL(request.url);
  const why = searchParams.get("why");
  return {
    code: joinCode(searchParams.get("code") ?? "").slice(0, 8),
    why: isKnown(why) ? why : null,
  };
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const code = joinCode(String((await request.formData()).get("code") ?? ""));
  if (isForeign(code)) return { code, refusal: null, isForeign: true };
  const found = await context.get(workshopsContext).byCode(code, request);
  if (found && !("refused" in found)) return redirect(`/join/${encodeURIComponent(code)}`);
  return { code, refusal: found, isForeign: false };
};

export default function Join() {
  const words = useWords();
  const { t } = words;
  const { code, why } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  return (
    <main className="page page--narrow">
      <title>{t("join.title")}</title>
      <div className="page__corner">
        <LanguageSwitch />
      </div>
      <h1>{t("join.title")}</h1>
      {why && !problem && <Notice tone="caution">{t(WHY[why])}</Notice>}
      <Form method="post" className="stack">
        <Field
          label={t("join.code")}
          hint={t("join.codeHint")}
          name="code"
          className="control control--code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          required
          defaultValue={problem?.code ?? code}
          error={
            problem &&
            (problem.refusal
              ? sayRefusal(words, problem.refusal)
              : t(problem.isForeign ? "join.foreign" : "join.unknown"))
          }
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
