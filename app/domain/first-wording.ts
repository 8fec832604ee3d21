import type { AskedQuestion } from "./agenda.ts";
import type { Answer } from "./answer.ts";
import type { Catalogue } from "./catalogue.ts";
import { say } from "./language.ts";
import { questionOf, type WorkshopRecord } from "./record.ts";
import { answerBlocks, rowLine } from "./regulation/answer-blocks.ts";
import { type Scope, scopeOf } from "./regulation/scope.ts";
import type { Block as DocumentBlock, Inline } from "./regulation/tree.ts";
import type { Block, Span, Wording } from "./wording.ts";

/**
 * A typed answer as a rule, for a question that nobody has worded yet: the draft of a package. Opens with the lead of the
 * question, in the language of the workshop.
 */
export const firstWording = (
  record: WorkshopRecord,
  asked: AskedQuestion,
  answer: Answer,
  catalogue: Catalogue,
): Wording => {
  const { language } = record.workshop;
  const question = questionOf(record, asked);
  const lead = question.lead ? `${say(question.lead, language)}:` : say(question.wording, language);
  const rule = {
    question: asked.key,
    questionId: asked.question,
    stage: null,
    dealType: asked.dealType,
    text: "",
    answer,
  };
  const scope = scopeOf(record, catalogue, language);
  const lines = plainLines(answer, scope)?.map(bullet) ?? answerBlocks(rule, scope).flatMap(worded);
  const [only, ...others] = lines;
  if (!only || others.length > 0) return [{ kind: "paragraph", spans: [{ text: lead }] }, ...lines];
  const isSaid = only.spans[0]?.text.startsWith(lead) ?? false;
  return [{ kind: "paragraph", spans: isSaid ? only.spans : [{ text: `${lead} ` }, ...goingOn(only.spans)] }];
};

/** After a lead the sentence goes on with a small letter, but for abbreviations. */
const goingOn = ([first, ...rest]: Span[]): Span[] => {
  if (!first) return rest;
  const isWord = /^(?!I\s)\p{Lu}[\p{Ll}\s]/u.test(first.text);
  return [{ ...first, text: isWord ? first.text.charAt(0).toLowerCase() + first.text.slice(1) : first.text }, ...rest];
};

/** Answers that need no more words than their own after a lead; null for the others. */
const plainLines = (answer: Answer, { role }: Scope): string[] | null => {
  if (answer.kind === "yesno" && answer.value && answer.condition) return [answer.condition, ...answer.exceptions];
  if (answer.kind !== "role" || !answer.accountable) return null;
  return answer.legs.length + answer.assignments.length + answer.checks.length > 0 ? null : [role(answer.accountable)];
};

const bullet = (text: string): Block => ({ kind: "bullet", spans: [{ text }] });

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
