import type { AskedQuestion } from "#domain/agenda.ts";
import { corrected } from "#domain/editorial.ts";
import { proposalsOf, type WorkshopRecord } from "#domain/record.ts";
import { siblingOf } from "#domain/sibling.ts";
import { suggestAnswer } from "#domain/suggestion.ts";
import { wordingOf } from "#domain/wording.ts";
import { catalogue, templateById } from "#templates";
import { recordOf } from "../store/record.ts";
import type { Act } from "./command.ts";
import { prefill, type Start } from "./draft.ts";

/** Gives the text of a question what its wording starts from. */
export const startWording = async ({ house, trx, workshop, afterwards }: Act, asked: AskedQuestion): Promise<void> => {
  const record = await recordOf(trx, workshop);
  if (record) afterwards(() => prefill(house, workshop, asked.key, startIn(record, asked)));
};

/**
 * Wording starts from the last proposal, or else from the rule in force now, from what another deal type settled, or from
 * an answer that the template suggests; all but the first are marked as a start, until somebody changes them.
 */
export const startIn = (record: WorkshopRecord, asked: AskedQuestion): Start => {
  const proposal = proposalsOf(record, asked.key).at(-1);
  if (proposal) return { ...corrected(record, proposal), from: null };
  const template = record.workshop.template ? templateById(record.workshop.template) : undefined;
  const suggested = suggestAnswer(record, asked, catalogue, template);
  const existing = record.workshop.existing.filter(({ question }) => question === asked.key);
  if (existing.length > 0)
    return { wording: existing.flatMap(({ text }) => wordingOf(text)), answer: suggested, from: "existing" };
  const sibling = siblingOf(record, asked);
  if (sibling) return { wording: sibling.rule.wording, answer: sibling.rule.answer, from: "sibling" };
  return { wording: null, answer: suggested, from: "template" };
};
