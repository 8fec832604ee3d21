import { z } from "zod";
import { Answer } from "#domain/answer.ts";
import { checked } from "#domain/bad-input.ts";
import { type Catalogue, fieldChoice, kpiMetric, lossReasonOf, reportMetric } from "#domain/catalogue.ts";
import { Bilingual, type Language } from "#domain/language.ts";
import { Slug } from "#domain/question.ts";

const Count = z.number().int().nonnegative();
const Votes = z.strictObject({ agree: Count, reservation: Count, object: Count, abstain: Count });

/** Whom a rule is about: `dealType` and `stage` as the question's scope asks; `binds` are departments. */
const About = {
  question: Slug,
  dealType: Slug.nullable().default(null),
  stage: Slug.nullable().default(null),
  binds: z.array(Slug).default([]),
};

/** In the files an answer is written once, each text of it in both languages; see templates/README.md. */
const WrittenAnswer = z.looseObject({ kind: z.string() });

const Round = z.strictObject({
  text: Bilingual,
  answer: WrittenAnswer,
  votes: Votes,
  concerns: z.array(Bilingual).default([]),
  objections: z
    .array(
      z.strictObject({
        by: Slug.nullable(),
        reason: Bilingual,
        wish: Bilingual,
        disposition: z.enum(["integrated", "withdrawn", "stand-aside", "escalated", "parked"]),
      }),
    )
    .default([]),
});

const Decision = z.strictObject({
  ...About,
  ideas: z.array(z.strictObject({ by: Slug.nullable(), text: Bilingual })).default([]),
  rounds: z.array(Round),
  outcome: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("unanimous") }),
    z.strictObject({ kind: z.literal("almost-unanimous") }),
    z.strictObject({ kind: z.literal("head"), decidedBy: Slug, reason: Bilingual, reviewAfterDays: Count }),
    z.strictObject({ kind: z.literal("parked"), owner: Slug, missing: Bilingual, dueAfterDays: Count }),
  ]),
  note: Bilingual.nullable().default(null),
});

export const StoryFile = z.strictObject({
  id: Slug,
  template: Slug,
  dealType: Slug,
  company: z.strictObject({ name: Bilingual, about: Bilingual }),
  facilitator: z.strictObject({ id: Slug, name: Bilingual, title: Bilingual }),
  people: z.array(
    z.strictObject({
      id: Slug,
      name: Bilingual,
      title: Bilingual,
      role: Slug,
      department: Slug,
      head: z.boolean().default(false),
      votes: z.boolean().default(true),
    }),
  ),
  order: z.strictObject({ title: Bilingual, story: Bilingual }),
  events: z.array(
    z.strictObject({
      day: Count,
      time: z.string().regex(/^\d\d:\d\d$/),
      stage: Slug,
      who: Slug,
      what: Bilingual,
      fields: z.array(z.strictObject({ field: Slug, value: Slug.optional() })),
    }),
  ),
  fears: z.array(z.strictObject({ fear: Bilingual, question: Slug, answer: Bilingual })),
  decisions: z.array(Decision),
  pulled: z.array(Decision),
});

export const PackageFile = z.strictObject({
  votes: Votes,
  concerns: z.array(Bilingual),
  rules: z.array(z.strictObject({ ...About, text: Bilingual, answer: WrittenAnswer })),
});

/** A typed answer with its texts in each language. */
export type AnswerIn = Record<Language, Answer>;
type Answered<T extends { answer: unknown }> = Omit<T, "answer"> & { answer: AnswerIn };
export type DemoRound = Answered<z.infer<typeof Round>>;
export type DemoDecision = Omit<z.infer<typeof Decision>, "rounds"> & { rounds: DemoRound[] };
export type DemoRule = Answered<z.infer<typeof PackageFile>["rules"][number]>;

/**
 * A finished workshop as it was held: who, on which order, what was thought, objected and decided.
 * `decisions` were discussed one by one, `package` was adopted in one vote, `pulled` were taken out of the package.
 */
export type DemoStory = Omit<z.infer<typeof StoryFile>, "decisions" | "pulled"> & {
  decisions: DemoDecision[];
  pulled: DemoDecision[];
  package: Omit<z.infer<typeof PackageFile>, "rules"> & { rules: DemoRule[] };
};

/** Takes one language out of a value whose texts are written as `{ ru, en }`. */
const inLanguage = (value: unknown, language: Language): unknown => {
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 2 && "ru" in value && "en" in value) return value[language];
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inLanguage(part, language)]));
};

/** What the dictionaries know need not be written again: `{ fieldId }`, `{ report }`, `{ kpi }` and `{ id }` are filled in. */
const filledIn = (answer: Record<string, unknown>, catalogue: Catalogue, language: Language): unknown => {
  const each = (key: string, fill: (item: Record<string, string>) => unknown) => ({
    ...answer,
    [key]: (answer[key] as Record<string, string>[]).map(fill),
  });
  if (answer.kind === "fields")
    return each("fields", ({ fieldId = "", ...rest }) => fieldChoice(catalogue, fieldId, language, rest));
  if (answer.kind === "lossReasons")
    return each("reasons", ({ id = "", ...rest }) => ({ ...lossReasonOf(catalogue, id, language), ...rest }));
  if (answer.kind === "metrics")
    return each("metrics", ({ report = "", kpi = "", ...rest }) => ({
      ...reportMetric(catalogue, report, language),
      ...kpiMetric(catalogue, kpi, language),
      ...rest,
    }));
  return answer;
};

/** @throws {BadInput} naming the place of the answer that has not the shape of its kind. */
export const answerIn = (place: string, written: z.infer<typeof WrittenAnswer>, catalogue: Catalogue): AnswerIn => {
  const inOne = (language: Language) =>
    checked(
      `${place} (${language})`,
      filledIn(inLanguage(written, language) as Record<string, unknown>, catalogue, language),
      Answer,
    );
  return { ru: inOne("ru"), en: inOne("en") };
};

/** Puts the story and its package together and gives every answer its typed shape in both languages. */
export const tellStory = (
  file: string,
  { decisions, pulled, ...story }: z.infer<typeof StoryFile>,
  agreed: z.infer<typeof PackageFile>,
  catalogue: Catalogue,
): DemoStory => {
  const dealTypeOf = (about: { dealType: string | null; stage: string | null }) =>
    about.stage ? story.dealType : about.dealType;
  const decided = (list: z.infer<typeof Decision>[], name: string): DemoDecision[] =>
    list.map((decision, at) => ({
      ...decision,
      dealType: dealTypeOf(decision),
      rounds: decision.rounds.map((round, number) => ({
        ...round,
        answer: answerIn(`${file}: ${name}[${at}].rounds[${number}].answer`, round.answer, catalogue),
      })),
    }));
  return {
    ...story,
    decisions: decided(decisions, "decisions"),
    pulled: decided(pulled, "pulled"),
    package: {
      ...agreed,
      rules: agreed.rules.map((rule, at) => ({
        ...rule,
        dealType: dealTypeOf(rule),
        answer: answerIn(`${file}: package rules[${at}] ${rule.question}`, rule.answer, catalogue),
      })),
    },
  };
};
