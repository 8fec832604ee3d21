import { say } from "../language.ts";
import type { Rule } from "../rule.ts";
import { answerBlocks, inCard, saysItsSteps, stepsOfOne, wordingBlocks } from "./answer-blocks.ts";
import { answerTable, besideTable } from "./answer-tables.ts";
import type { Scope } from "./scope.ts";
import { stageTable } from "./stage-table.ts";
import { type Block, type Clause, type Paragraph, plain } from "./tree.ts";

/** A rule as a numbered clause: the adopted wording, what the CRM is told, how it was adopted. */
export const clauseOf = (rule: Rule, number: string, scope: Scope): Clause => {
  const lines = answerBlocks(rule, scope);
  const answer = printedAnswer(rule, scope, lines);
  const wording = inCard(rule, scope)
    ? saysItsSteps(rule)
      ? [paragraph(scope.speech.w.byCard)]
      : wordingBlocks(rule, [])
    : saysItsSteps(rule)
      ? [paragraph(answer.length > 0 ? scope.speech.w.steps : scope.speech.w.byTable)]
      : wordingBlocks(rule, answer, answer === lines ? [] : lines);
  const together = answer === lines && lines.length > 0 ? stepsOfOne(rule, scope) : null;
  return {
    kind: "clause",
    id: rule.question,
    number,
    rule: rule.id,
    version: rule.version,
    adoption: rule.adoption,
    status: statusOf(rule, scope),
    blocks: [...wording, ...(together ?? answer)],
    typos: rule.typos.map(({ id, wrong, right, at }) => ({ id, wrong, right, date: at.slice(0, 10) })),
  };
};

const paragraph = (text: string): Paragraph => ({ kind: "paragraph", inlines: plain(text) });

/** Rows of a table that a clause may carry; a longer one stands in its annex alone. */
const ROWS = 12;
/** Kinds of answers that an annex lists whole, by the id of the annex. */
const ANNEX_OF: Partial<Record<Rule["answer"]["kind"], string>> = {
  fields: "card-fields",
  metrics: "reports",
  lossReasons: "loss-reasons",
};

/** The answer as it stands below the wording: a table where it is read across, otherwise what the wording leaves unsaid. */
const printedAnswer = (rule: Rule, scope: Scope, lines: Block[]): Block[] => {
  if (rule.stage && inCard(rule, scope)) return [];
  // the chain is the table below
  if (rule.questionId === "deal-stage-chain" && stageTable(rule.dealType ?? "", scope)) return [];
  const annex = scope.catalogue.annexes.find(({ id }) => id === ANNEX_OF[rule.answer.kind]);
  const table = answerTable(rule, scope);
  if (annex && (rule.answer.kind === "lossReasons" || (table && table.rows.length > ROWS))) {
    const letter = say(annex.letter, scope.language);
    // what the wording says of it already is not said again
    return new RegExp(`(?:прил\\S*|annex)\\s${letter}(?![а-яёa-z])`, "iu").test(rule.text)
      ? []
      : [{ ...paragraph(`${scope.speech.w.inAnnex} ${letter}.`), quiet: true }];
  }
  if (!table) return lines;
  const rest = besideTable(rule.answer);
  return [...(rest ? answerBlocks({ ...rule, answer: rest }, scope) : []), table];
};

/** `принято почти единогласно, особых мнений: 1`. */
export const statusOf = (rule: Rule, { speech }: Scope): string => {
  const { w } = speech;
  const { decision } = rule;
  const dissents = rule.dissents > 0 ? `, ${w.dissentsWere}: ${rule.dissents}` : "";
  const early =
    decision.kind === "consent" && decision.reviewOn
      ? `, ${w.weak}, ${w.review} ${speech.date(decision.reviewOn)}`
      : "";
  const { preset, share } = rule.threshold;
  // an own threshold stands beside every rule (domain brief §6.4)
  const own = preset === "custom" ? `, ${w.ownThreshold} ${Math.round(share * 100)} %` : "";
  switch (decision.kind) {
    case "consent":
      return `${rule.adoption === "unanimous" ? w.unanimous : w.almost}${dissents}${early}${own}`;
    case "trial":
      return `${w.trial} ${speech.date(decision.until)}${dissents}${own}`;
    case "head":
      return `${w.head}, ${w.review} ${speech.date(decision.reviewOn)}${dissents}`;
    default:
      return "";
  }
};
