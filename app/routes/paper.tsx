import { data, Form, useActionData, useLoaderData, useNavigation } from "react-router";
import { askerContext, filesContext, workshopsContext } from "#context";
import { Brand, contrastOnPaper, READABLE } from "#domain/brand.ts";
import { editionNumber } from "#domain/edition.ts";
import { Download } from "#ui/download.tsx";
import { Button } from "#ui/primitives/button.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { useWords } from "#words/context.tsx";
import type { Route } from "./+types/paper";

const LOGO = 200_000;

export const loader = async ({ request, params, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (door?.audience !== "facilitator") throw data(null, { status: door ? 403 : 404 });
  const record = await door.record();
  const { language } = context.get(askerContext);
  const search = new URL(request.url).searchParams;
  const files = context.get(filesContext);
  return {
    back: `/w/${params.workshop}/document`,
    files: `/w/${params.workshop}/files`,
    own: `/w/${params.workshop}/company-file`,
    brand: record.workshop.brand ?? {},
    edition: editionNumber(record),
    names: files.placeholders(language),
    problem: {
      why: files.whyRefused(search.get("refused") ?? "", language),
      missing: search.get("missing"),
      unknown: search.get("unknown"),
      misplaced: search.get("misplaced"),
    },
  };
};

export const action = async ({ request, params, context }: Route.ActionArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const form = await request.formData();
  const typed = String(form.get("colour") ?? "")
    .trim()
    .toLowerCase();
  const colour = typed === "" ? undefined : typed;
  if (colour && !Brand.shape.colour.safeParse(colour).success) return { colour: "bad" as const, typed };
  if (colour && contrastOnPaper(colour) < READABLE) return { colour: "light" as const, typed };
  const file = form.get("logo");
  const before = (await door.record()).workshop.brand?.logo;
  let logo = form.get("noLogo") ? undefined : before;
  if (file instanceof File && file.size > 0) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const kind = bytes[0] === 0x89 ? "png" : bytes[0] === 0xff ? "jpeg" : null;
    const address = `data:image/${kind};base64,${bytes.toString("base64")}`;
    if (!kind || file.size > LOGO || !context.get(filesContext).isLogo(address)) return { logo: "bad" as const, typed };
    logo = address;
  }
  const done = await door.setUp({ change: "brand", brand: { ...(colour && { colour }), ...(logo && { logo }) } });
  if ("refused" in done) throw data(null, { status: 403 });
  return { done: true as const };
};

/** What the company's papers look like: its sign, its colour, its own Word file; and the smaller files. */
export default function Paper() {
  const { t } = useWords();
  const { back, files, own, brand, edition, names, problem } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const list = (given: string | null) =>
    (given ?? "")
      .split(",")
      .map((name) => `{{${name}}}`)
      .join(", ");
  const problems = [
    problem.why,
    problem.missing && t("paper.missing", { names: list(problem.missing) }),
    problem.unknown && t("paper.unknown", { names: list(problem.unknown) }),
    problem.misplaced && t("paper.misplaced", { names: list(problem.misplaced) }),
  ].filter((line): line is string => !!line);
  return (
    <main className="page page--narrow">
      <title>{t("paper.title")}</title>
      <div className="page__corner">
        <LanguageSwitch />
      </div>
      <p>
        <a href={back}>{t("house.back")}</a>
      </p>
      <h1>{t("paper.title")}</h1>

      <Form method="post" encType="multipart/form-data" className="stack">
        <h2>{t("paper.brand")}</h2>
        <p className="quiet">{t("paper.brandLead")}</p>
        <Field
          label={t("paper.colour")}
          hint={t("paper.colourHint")}
          name="colour"
          maxLength={7}
          spellCheck={false}
          defaultValue={answer && "typed" in answer ? answer.typed : (brand.colour ?? "")}
          error={
            answer && "colour" in answer
              ? answer.colour === "bad"
                ? t("paper.colourBad")
                : t("paper.colourLight")
              : undefined
          }
        />
        {brand.logo && <img src={brand.logo} alt={t("paper.brand")} style={{ maxHeight: 84, maxWidth: 228 }} />}
        <Field
          label={t("paper.logo")}
          name="logo"
          type="file"
          accept="image/png,image/jpeg"
          error={answer && "logo" in answer ? t("paper.logoBad") : undefined}
        />
        {brand.logo && (
          <label>
            <input type="checkbox" name="noLogo" value="yes" /> {t("paper.noLogo")}
          </label>
        )}
        <Button type="submit" busy={busy}>
          {t("paper.keep")}
        </Button>
        <p role="status">{answer && "done" in answer ? t("paper.kept") : ""}</p>
      </Form>

      <form method="post" action={own} encType="multipart/form-data" className="stack">
        <h2>{t("paper.own")}</h2>
        <p className="quiet">{t("paper.ownLead")}</p>
        <Field
          label={t("paper.file")}
          name="file"
          type="file"
          accept=".docx,.dotx"
          required
          error={problems.length > 0 ? problems.join(". ") : undefined}
        />
        <Button type="submit">{t("paper.make")}</Button>
        <details>
          <summary>{t("paper.names")}</summary>
          <dl>
            {names.map(({ name, what }) => (
              <div key={name}>
                <dt>
                  <code>{`{{${name}}}`}</code>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </details>
      </form>

      <section className="stack">
        <h2>{t("paper.more")}</h2>
        <ul>
          <li>
            <Download href={`${files}/summary.docx`} name="summary.docx">
              {t("paper.summary")}
            </Download>
          </li>
          <li>
            <Download href={`${files}/crib.docx`} name="crib.docx">
              {t("paper.crib")}
            </Download>
          </li>
          <li>
            <Download href={`${files}/crib.html`} name="crib.html">
              {t("paper.cribPhone")}
            </Download>
          </li>
          <li>
            <Download href={`${files}/instruction.docx?profile=gost-7.0.97-2025`} name="instruction.docx">
              {t("paper.gost")}
            </Download>
          </li>
          <li>
            <Download href={`${files}/instruction.docx?profile=international`} name="instruction.docx">
              {t("paper.international")}
            </Download>
          </li>
          {edition > 1 && (
            <li>
              <Download href={`${files}/redline.docx`} name="redline.docx">
                {t("paper.redline", { edition: String(edition) })}
              </Download>
            </li>
          )}
        </ul>
      </section>
    </main>
  );
}
