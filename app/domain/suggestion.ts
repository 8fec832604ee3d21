import type { AskedQuestion } from "./agenda.ts";
import type { Answer, AnswerOf } from "./answer.ts";
import type { Catalogue } from "./catalogue.ts";
import { say } from "./language.ts";
import { questionOf, type WorkshopRecord } from "./record.ts";
import { multi, single } from "./suggestion/choices.ts";
import { fields } from "./suggestion/fields.ts";
import { collectedIn, type Ground } from "./suggestion/ground.ts";
import { lossReasons, metrics } from "./suggestion/measures.ts";
import { role } from "./suggestion/roles.ts";
import { steps } from "./suggestion/steps.ts";
import { duration, limit } from "./suggestion/terms.ts";
import { pairs, text, yesno } from "./suggestion/told.ts";
import type { Template } from "./template.ts";

/**
 * An answer to start the discussion from, made of what the template, the chain and the dictionaries know. It is whole
 * and names only roles and stages of the workshop, so that a team which agrees with it at once may vote on it as it
 * stands. Null where only the team can know.
 */
export const suggestAnswer = (
  record: WorkshopRecord,
  asked: AskedQuestion,
  catalogue: Catalogue,
  template?: Template,
): Answer | null => {
  const { workshop } = record;
  const question = questionOf(record, asked);
  const stages = (workshop.dealTypes.find(({ id }) => id === asked.dealType) ?? workshop.dealTypes[0])?.stages ?? [];
  const known = (id: string | undefined) => workshop.roles.find((own) => own.id === id)?.id;
  return SUGGEST[question.kind]({
    question,
    workshop,
    catalogue,
    template,
    stage: stages.find(({ id }) => id === asked.stage),
    stages,
    head: known(record.participants.find(({ head }) => head)?.role) ?? known("sales-head"),
    collected: collectedIn(stages),
    tell: (both) => say(both, workshop.language),
  });
};

const SUGGEST: { [K in Answer["kind"]]: (ground: Ground) => AnswerOf<K> | null } = {
  text,
  single,
  multi,
  role,
  fields,
  duration,
  limit,
  metrics,
  lossReasons,
  steps,
  pairs,
  yesno,
};
