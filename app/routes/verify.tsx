import { Form, Link, useActionData, useLoaderData, useNavigation } from "react-router";
import { type Verified, verifierContext } from "#context";
import { Button } from "#ui/primitives/button.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/verify";

/** Larger files are none of ours. */
const MOST = 10_000_000;

export const loader = async ({ request, params, context }: Route.LoaderArgs) => {
  const asked = params.id ?? new URL(request.url).searchParams.get("id") ?? "";
  const found = asked ? await context.get(verifierContext).document(asked) : null;
  return { asked, found };
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  if (Number(request.headers.get("content-length") ?? 0) > MOST) return { tooLarge: true as const };
  const file = (await request.formData()).get("file");
  if (!(file instanceof File) || file.size === 0) return { noFile: true as const };
  if (file.size > MOST) return { tooLarge: true as const };
  const answer = await context.get(verifierContext).file(new Uint8Array(await file.arrayBuffer()));
  return { name: file.name, answer };
};

export default function Verify() {
  const words = useWords();
  const { t } = words;
  const { asked, found } = useLoaderData<typeof loader>();
  const checked = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  return (
    <main className="page page--narrow">
      <title>{t("verify.title")}</title>
      <div className="page__corner">
        <LanguageSwitch />
      </div>
      <h1>{t("verify.title")}</h1>
      <Form method="get" action="/verify" className="stack">
        <Field
          label={t("verify.id")}
          hint={t("verify.idHint")}
          name="id"
          defaultValue={asked}
          autoComplete="off"
          spellCheck={false}
          maxLength={90}
          required
          error={
            asked && !found ? t("verify.unknown") : found && "refused" in found ? sayRefusal(words, found) : undefined
          }
        />
        <Button type="submit">{t("verify.find")}</Button>
      </Form>
      {found && !("refused" in found) && <Told document={found} />}
      <Form method="post" encType="multipart/form-data" className="stack">
        <h2>{t("verify.fileTitle")}</h2>
        <Field
          label={t("verify.file")}
          hint={t("verify.fileHint")}
          name="file"
          type="file"
          accept=".docx,.pdf"
          required
          error={
            checked && "tooLarge" in checked
              ? t("verify.tooLarge")
              : checked && "noFile" in checked
                ? t("verify.noFile")
                : undefined
          }
        />
        <Button type="submit" busy={busy}>
          {t("verify.check")}
        </Button>
        <p role="status" aria-live="polite">
          {busy ? t("verify.busy") : ""}
        </p>
      </Form>
      {checked && "answer" in checked && checked.answer && (
        <section aria-live="polite" className="stack">
          {"refused" in checked.answer ? (
            <p>{sayRefusal(words, checked.answer)}</p>
          ) : (
            <>
              <h2>{t(`verify.standing.${checked.answer.standing}`)}</h2>
              <p>{t(`verify.why.${checked.answer.standing}`)}</p>
              {checked.answer.document && <Told document={checked.answer.document} />}
              <p className="quiet">
                {t("verify.sha")} <code className="figures">{grouped(checked.answer.sha256)}</code>
              </p>
            </>
          )}
        </section>
      )}
      <p className="quiet">
        <Link to="/">{t("house.name")}</Link>
      </p>
    </main>
  );
}

/** In eights, as it stands on the sheet that people sign. */
const grouped = (hash: string): string => hash.match(/.{8}/g)?.join(" ") ?? hash;

const Told = ({ document }: { document: Verified }) => {
  const { t, date } = useWords();
  const { id, edition, newest, hash, date: day } = document;
  return (
    <section className="stack">
      <p>
        <strong>{id}</strong>: {t("verify.edition", { edition: String(edition), day: date(day) })}
      </p>
      <p>{edition === newest ? t("verify.newest") : t("verify.superseded", { newest: String(newest) })}</p>
      <p className="quiet">
        {t("verify.hash")} <code className="figures">{grouped(hash)}</code>
      </p>
    </section>
  );
};
