import type { AskedQuestion } from "./agenda.ts";
import type { Answer } from "./answer.ts";
import type { Catalogue } from "./catalogue.ts";
import { say } from "./language.ts";
import { questionOf, type WorkshopRecord } from "./record.ts";
import { answerBlocks, rowLine } from "./regulation/answer-blocks.ts";
import { scopeOf } from "./regulation/scope.ts";
import type { Block as DocumentBlock, Inline } from "./regulation/tree.ts";
import type { Block, Wording } from "./wording.ts";

/**
 * A typed answer in words, under its question, for a rule that nobody has worded yet: the draft of a package. In the
 * language of the workshop.
 */
export const firstWording = (
  record: WorkshopRecord,
  asked: AskedQuestion,
  answer: Answer,
  catalogue: Catalogue,
): Wording => {
  const { language } = record.workshop;
  const rule = { question: asked.key, questionId: asked.question, stage: null, text: "", answer };
  const lines = answerBlocks(rule, scopeOf(record, catalogue, language)).flatMap(worded);
  const question = say(questionOf(record, asked).wording, language);
  const [only, ...others] = lines;
  if (only && others.length === 0) return [{ kind: "paragraph", spans: [{ text: `${question} ` }, ...only.spans] }];
  return [{ kind: "paragraph", spans: [{ text: question }] }, ...lines];
};

const worded = (block: DocumentBlock): Block[] => {
  switch (block.kind) {
    case "paragraph":
      return [{ kind: "paragraph", spans: spansOf(block.inlines) }];
    case "list":
      return block.items.map((item) => ({ kind: block.ordered ? "numbered" : "bullet", spans: spansOf(item) }));
    case "table":
      return block.rows.map((cells) => ({
        kind: "bullet",
        spans: [{ text: rowLine(cells) }],
      }));
  }
};

const spansOf = (inlines: Inline[]) =>
  inlines
    .filter(({ text }) => text !== "")
    .map(({ text, bold, italic }) => ({
      text,
      ...(bold && { bold }),
      ...(italic && { italic }),
    }));
