import { data, Form, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { capacitiesOf, signaturesUnder } from "#domain/approval.ts";
import { recordAt } from "#domain/edition.ts";
import { readersOf } from "#domain/readers.ts";
import { clausesOf, composeRegulation } from "#domain/regulation.ts";
import { sealOf, signedOf } from "#exports/seal.ts";
import { catalogue } from "#templates";
import { Signatures } from "#ui/document/approvals.tsx";
import { DocumentView } from "#ui/document/document-view.tsx";
import { Button, ButtonLink } from "#ui/primitives/button.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { Field, SelectField } from "#ui/primitives/field.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import { documentFonts } from "../styles/fonts.ts";
import type { Route } from "./+types/read";

export const links: Route.LinksFunction = () => documentFonts;

/** The edition in force for somebody who came by a link: to be read, approved by those who may, and acknowledged. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).read(params.token);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const { language } = context.get(askerContext);
  const { workshop } = record;
  const last = workshop.editions?.at(-1) ?? null;
  const common = { token: params.token, company: workshop.company, person: door.person?.name ?? null };
  if (!last) return { ...common, edition: null };
  const inForce = recordAt(record, last.number);
  const regulation = composeRegulation(signedOf(inForce), catalogue, language);
  const numbers = new Map(clausesOf(regulation).map(({ id, number }) => [id, number] as const));
  const reader = readersOf(record).find(({ participant }) => participant !== null && participant === door.person?.id);
  const written = new URL(request.url).searchParams.get("written");
  const acknowledged = door.person
    ? (reader?.read ?? null)
    : (record.acknowledgements.find(({ id, participant }) => id === written && participant === null) ?? null);
  const signatures = signaturesUnder(record, last.number);
  const mayApproveAs = door.person ? capacitiesOf(door.person) : [];
  return {
    ...common,
    id: crypto.randomUUID(),
    edition: { number: last.number, closedAt: last.closedAt, name: sealOf(inForce, null).id },
    regulation,
    signatures,
    mayApprove: signatures.some(({ as, approval }) => approval === null && mayApproveAs.includes(as)),
    acknowledged: acknowledged && { id: acknowledged.id, edition: acknowledged.edition, at: acknowledged.at },
    due: door.person ? (reader?.due ?? false) : acknowledged === null,
    because: (reader?.because ?? []).map(({ rule, question }) => ({
      rule,
      question,
      number: numbers.get(question) ?? null,
    })),
    departments: workshop.departments,
  };
};

export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const workshops = context.get(workshopsContext);
  const door = await workshops.read(params.token);
  if (!door) throw data(null, { status: 404 });
  const form = await request.formData();
  const said = (name: string) => String(form.get(name) ?? "");
  const here = `/read/${params.token}`;
  if (said("intent") === "sit") {
    const seated = await workshops.sitByLink(params.token, request);
    if (!seated) throw data(null, { status: 404 });
    return redirect(`/w/${seated.workshop}/document`, { headers: seated.headers });
  }
  const seen = { id: said("id"), edition: Number(said("edition")) };
  const done =
    said("intent") === "approve"
      ? await door.approve(seen)
      : await door.acknowledge({ ...seen, name: said("name"), department: said("department") });
  if ("refused" in done) return data({ refusal: done }, { status: 409 });
  return redirect(door.person || said("intent") === "approve" ? here : `${here}?written=${seen.id}`);
};

export default function ReadPage() {
  const words = useWords();
  const { t, date } = words;
  const shown = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const { token, company, person } = shown;
  return (
    <div className="document-page">
      <title>{`${t("read.title")} · ${company}`}</title>
      <header className="site-header">
        <span>{company}</span>
        <LanguageSwitch />
      </header>
      {shown.edition === null ? (
        <main className="page page--reading">
          <h1>{t("read.title")}</h1>
          <Empty title={t("read.none")}>{t("read.noneLead")}</Empty>
        </main>
      ) : (
        <>
          <section className="page page--reading stack read__head no-print" aria-label={t("read.title")}>
            <p className="lead">
              {person && `${person}. `}
              {t("read.edition", { number: shown.edition.number, day: date(shown.edition.closedAt) })}
            </p>
            {problem && <Notice tone="problem">{sayRefusal(words, problem.refusal)}</Notice>}
            <Signatures signatures={shown.signatures} />
            {shown.mayApprove && (
              <Form method="post" className="stack stack--tight">
                <input type="hidden" name="id" value={shown.id} />
                <input type="hidden" name="edition" value={shown.edition.number} />
                <p>{t("read.approveLead", { name: shown.edition.name })}</p>
                <div>
                  <Button type="submit" name="intent" value="approve" busy={busy}>
                    {t("read.approve", { number: shown.edition.number })}
                  </Button>
                </div>
              </Form>
            )}
            {shown.acknowledged && (
              <Notice tone="good">
                {t("read.done", { number: shown.acknowledged.edition, day: date(shown.acknowledged.at) })}
              </Notice>
            )}
            {shown.because.length > 0 && (
              <div>
                <p>{t("read.because")}</p>
                <ul>
                  {shown.because.map(({ rule, question, number }) => (
                    <li key={question}>
                      <a href={`#${encodeURIComponent(question)}`}>
                        {number ?? rule} · {rule}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {shown.due ? (
              <Form method="post" className="stack stack--tight">
                <input type="hidden" name="id" value={shown.id} />
                <input type="hidden" name="edition" value={shown.edition.number} />
                {!person && (
                  <>
                    <p>{t("read.others")}</p>
                    <Field label={t("read.name")} name="name" required maxLength={80} autoComplete="name" />
                    <SelectField
                      label={t("read.department")}
                      name="department"
                      options={shown.departments.map(({ id, name }) => ({ value: id, label: name }))}
                    />
                  </>
                )}
                <div className="cluster">
                  <Button type="submit" name="intent" value="acknowledge" busy={busy}>
                    {t("read.go", { number: shown.edition.number })}
                  </Button>
                  <span className="quiet">{t("read.paper")}</span>
                </div>
              </Form>
            ) : (
              shown.acknowledged && shown.acknowledged.edition < shown.edition.number && <p>{t("read.untouched")}</p>
            )}
            <div className="cluster">
              <ButtonLink
                variant="quiet"
                to={`/read/${token}/quiz${shown.acknowledged ? `?a=${shown.acknowledged.id}` : ""}`}
              >
                {t("quiz.open")}
              </ButtonLink>
              {person && (
                <Form method="post">
                  <Button type="submit" variant="quiet" name="intent" value="sit">
                    {t("read.sit", { name: person })}
                  </Button>
                </Form>
              )}
            </div>
          </section>
          <DocumentView regulation={shown.regulation} reading={null} />
        </>
      )}
    </div>
  );
}
