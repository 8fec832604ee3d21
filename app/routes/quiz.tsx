import { data, useActionData, useLoaderData } from "react-router";
import { askerContext, workshopsContext } from "#context";
import type { QuizAnswers } from "#domain/quiz.ts";
import { QuizForm } from "#ui/document/quiz-form.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { useWords } from "#words/context.tsx";
import { sayRefusal } from "#words/refusal.ts";
import type { Route } from "./+types/quiz";

/** Whose rules are asked about first. */
const departmentOf = (person: { department: string } | null, record: { workshop: { departments: { id: string }[] } }) =>
  person?.department ?? record.workshop.departments[0]?.id ?? "";

/** Ten situations on the edition in force. What is right stays on the server until somebody has answered. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).read(params.token);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const situations = await door.quiz(context.get(askerContext).language, departmentOf(door.person, record));
  return {
    back: `/read/${params.token}`,
    company: record.workshop.company,
    acknowledgement: new URL(request.url).searchParams.get("a"),
    situations: situations.map(({ id, stage, ask, options }) => ({ id, stage, ask, options })),
  };
};

export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const door = await context.get(workshopsContext).read(params.token);
  if (!door) throw data(null, { status: 404 });
  const { language } = context.get(askerContext);
  const department = departmentOf(door.person, await door.record());
  const form = await request.formData();
  const answers: QuizAnswers = {};
  for (const [name, value] of form) if (name.startsWith("s.")) answers[name.slice(2)] = String(value);
  const acknowledgement = form.get("keep") === "on" ? String(form.get("acknowledgement") ?? "") || null : null;
  const marked = await door.answerQuiz({ acknowledgement, answers, department, language });
  if ("refused" in marked) return data({ refusal: marked }, { status: 409 });
  const situations = await door.quiz(language, department);
  return {
    ...marked,
    answers,
    truth: Object.fromEntries(situations.map(({ id, right, clause }) => [id, { right, clause }])),
  };
};

export default function QuizPage() {
  const words = useWords();
  const { t } = words;
  const { back, company, acknowledgement, situations } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const marked = answered && !("refusal" in answered) ? answered : null;
  return (
    <>
      <title>{`${t("quiz.title")} · ${company}`}</title>
      <header className="site-header">
        <a href={back}>{t("document.open")}</a>
        <LanguageSwitch />
      </header>
      <main className="page page--reading stack stack--loose">
        <div className="stack stack--tight">
          <h1>{t("quiz.title")}</h1>
          <p className="lead">{t("quiz.lead")}</p>
        </div>
        {answered && "refusal" in answered && <Notice tone="problem">{sayRefusal(words, answered.refusal)}</Notice>}
        {situations.length === 0 ? (
          <Empty title={t("quiz.none")}>{t("quiz.noneLead")}</Empty>
        ) : (
          <QuizForm situations={situations} acknowledgement={acknowledgement} marked={marked} back={back} />
        )}
      </main>
    </>
  );
}
