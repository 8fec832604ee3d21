import { data, Form, redirect, useActionData, useLoaderData, useNavigation } from "react-router";
import { z } from "zod";
import { accountsContext, workshopsContext } from "#context";
import { layAgenda } from "#domain/agenda.ts";
import { Depth, questionsAt } from "#domain/depth.ts";
import { Language, say } from "#domain/language.ts";
import { estimateMinutes } from "#domain/preparation.ts";
import type { Template } from "#domain/template.ts";
import { questions as bank } from "#question-bank";
import { catalogue, dealTypeOf, templates } from "#templates";
import { NewWorkshopForm } from "#ui/new-workshop-form.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SiteHeader } from "#ui/site-header.tsx";
import { useWords } from "#words/context.tsx";
import { languageOf } from "#words/language-of.ts";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/new-workshop";

const Person = z.object({
  name: z.string().trim().min(1).max(80),
  role: z.string().min(1),
  department: z.string().min(1),
  head: z.boolean(),
  votes: z.boolean(),
});

const Input = z.object({
  company: z.string().trim().min(1).max(200),
  template: z.string().min(1),
  dealType: z.string().min(1),
  language: Language,
  depth: Depth,
  preset: z.enum(["unanimous", "almost-unanimous", "custom"]),
  // per cent, of the own threshold only
  share: z.coerce.number().int().min(50).max(100).default(90),
  smallGroup: z.literal("on").optional(),
  people: z.string().transform((text) => z.array(Person).max(60).parse(JSON.parse(text))),
  orderTitle: z.string().trim().max(120).default(""),
  orderStory: z.string().trim().max(4000).default(""),
  // which page is next
  next: z.enum(["console", "set-up"]).default("console"),
});

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) throw redirect("/sign-in");
  const language = languageOf(request);
  return {
    account,
    language,
    templates: templates.map((template) => ({
      id: template.id,
      name: say(template.name, language),
      stages: template.stages.map((stage) => say(stage.name, language)),
      dealTypes: template.dealTypes.map(({ id, name }) => ({ id, name: say(name, language) })),
      hours: hoursOf(template),
      roles: [...new Set([...template.stages.map(({ role }) => role), "sales-head", "director"])],
    })),
    roles: Object.entries(catalogue.roles).map(([id, role]) => ({
      id,
      name: say(role.name, language),
      department: role.department,
    })),
    departments: Object.entries(catalogue.departments).map(([id, name]) => ({ id, name: say(name, language) })),
  };
};

/** How long each depth takes with the chain of an industry, to the half hour. */
const hoursOf = (template: Template): Record<Depth, number> => {
  const chain = template.dealTypes[0] && dealTypeOf(template, template.dealTypes[0].id, "ru");
  const hours = (depth: Depth) => {
    const questions = questionsAt(depth, bank);
    const asked = layAgenda(questions, chain ? [chain] : []);
    return Math.round((estimateMinutes(asked, questions) / 60) * 2) / 2;
  };
  return { express: hours("express"), normal: hours("normal"), deep: hours("deep") };
};

export const action = async ({ request, context }: Route.ActionArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) throw redirect("/sign-in");
  const parsed = Input.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success)
    return data(
      { refusal: { refused: "bad-input" as const, where: parsed.error.issues[0]?.path.join(".") } },
      { status: 400 },
    );
  const { preset, share, smallGroup, orderTitle, orderStory, next, ...input } = parsed.data;
  const made = await context.get(workshopsContext).create(account, {
    ...input,
    threshold: { preset, share: share / 100, smallGroup: smallGroup === "on" },
    order: orderTitle ? { title: orderTitle, story: orderStory } : null,
  });
  if ("refused" in made) return data({ refusal: made }, { status: 409 });
  return redirect(`/w/${made.id}/${next}`);
};

export default function NewWorkshop() {
  const words = useWords();
  const { t } = words;
  const { account, language, ...choices } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const busy = useNavigation().formAction === "/workshops/new";
  return (
    <>
      <SiteHeader account={account} />
      <main className="page page--reading">
        <title>{t("new.title")}</title>
        <h1>{t("new.title")}</h1>
        <Form method="post" className="stack stack--loose">
          {problem && <Notice tone="problem">{sayRefusal(words, problem.refusal)}</Notice>}
          <NewWorkshopForm {...choices} language={language} busy={busy} />
        </Form>
      </main>
    </>
  );
}
