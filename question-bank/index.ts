import { parseDocument } from "yaml";
import { z } from "zod";
import { BadInput, checked } from "#domain/bad-input.ts";
import { BadCondition, parseCondition } from "#domain/follow-up.ts";
import { Bilingual } from "#domain/language.ts";
import { Question, Slug } from "#domain/question.ts";

/** A condition speaks of options and answer parts that the question has. */
const conditionsHold = (question: Pick<Question, "kind" | "options" | "followUps">, refine: z.RefinementCtx) =>
  question.followUps.forEach(({ when }, at) => {
    try {
      parseCondition(when, question);
    } catch (error) {
      if (!(error instanceof BadCondition)) throw error;
      refine.addIssue({ code: "custom", path: ["followUps", at, "when"], message: error.message });
    }
  });

/** One file of the bank: a block of questions. `letter` gives the order of the blocks. */
const QuestionFile = z.strictObject({
  letter: z.string().regex(/^[A-Z]$/, "one capital letter"),
  id: Slug,
  name: Bilingual,
  questions: z
    .array(
      Question.omit({ block: true })
        .extend({
          feeds: Question.shape.feeds.default([]),
          options: Question.shape.options.default([]),
          followUps: Question.shape.followUps.default([]),
          traps: Question.shape.traps.default([]),
          seed: Question.shape.seed.default([]),
        })
        .superRefine(conditionsHold),
    )
    .min(1),
});

const parsed = (file: string, text: string): unknown => {
  // the build hands the files over as JSON, see content.vite.ts
  if (text.startsWith("{")) return JSON.parse(text);
  const document = parseDocument(text);
  const broken = document.errors[0];
  if (broken)
    throw new BadInput(`${file}: line ${broken.linePos?.[0].line ?? 1}: ${broken.message.split(/ at line|\n/)[0]}`);
  return document.toJS();
};

export type Block = { letter: string; id: string; name: Bilingual; questions: Question[] };

/**
 * Reads one file of the bank.
 * @throws {BadInput} one line: `question-bank/intake.yaml: questions[2].hint.en: expected string, received undefined`
 */
export const readQuestions = (file: string, text: string): Block => {
  const { letter, id, name, questions } = checked(file, parsed(file, text), QuestionFile);
  return { letter, id, name, questions: questions.map((question) => ({ ...question, block: id })) };
};

/** The JSON Schema that editors complete and check the files with. */
export const questionFileSchema = () => z.toJSONSchema(QuestionFile, { io: "input" });

const files = import.meta.glob<string>("./*.yaml", { query: "?raw", import: "default", eager: true });

/** The blocks in the order in which they are asked. */
export const blocks: readonly Block[] = Object.entries(files)
  .map(([path, text]) => readQuestions(path.replace("./", "question-bank/"), text))
  .sort((a, b) => (a.letter < b.letter ? -1 : 1));

export const questions: readonly Question[] = blocks.flatMap((block) => block.questions);

const byId = new Map(questions.map((question) => [question.id, question]));

export const questionById = (id: string): Question | undefined => byId.get(id);
