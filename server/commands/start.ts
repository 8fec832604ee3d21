import type { AskedQuestion } from "#domain/agenda.ts";
import { suggestAnswer } from "#domain/suggestion.ts";
import { catalogue, templateById } from "#templates";
import { latestProposal } from "../store/proposals.ts";
import { recordOf } from "../store/record.ts";
import type { Act } from "./command.ts";
import { prefill } from "./draft.ts";

/** Wording starts from the last proposal, or else from an answer that the template suggests. */
export const startWording = async ({ house, trx, workshop, afterwards }: Act, asked: AskedQuestion): Promise<void> => {
  const proposal = await latestProposal(trx, workshop, asked.key);
  const record = proposal ? null : await recordOf(trx, workshop);
  const template = record?.workshop.template ? templateById(record.workshop.template) : undefined;
  const answer = proposal?.answer ?? (record && suggestAnswer(record, asked, catalogue, template));
  if (answer) afterwards(() => prefill(house, workshop, asked.key, { wording: proposal?.wording ?? null, answer }));
};
