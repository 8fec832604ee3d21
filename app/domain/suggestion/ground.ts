import type { Catalogue } from "../catalogue.ts";
import type { Bilingual } from "../language.ts";
import type { Question } from "../question.ts";
import type { Stage } from "../stage.ts";
import type { Template } from "../template.ts";
import type { Workshop } from "../workshop.ts";

/**
 * What a suggestion is made from. `stage` is the one that is asked about, `stages` the chain it stands in, `head` the
 * role that leads the sales team, `collected` the fields of the chain. `tell` speaks the workshop's language.
 */
export type Ground = {
  question: Question;
  workshop: Workshop;
  catalogue: Catalogue;
  template: Template | undefined;
  stage: Stage | undefined;
  stages: Stage[];
  head: string | undefined;
  collected: ReadonlySet<string>;
  tell: (text: Bilingual) => string;
};

export const collectedIn = (stages: readonly Stage[]): Set<string> =>
  new Set(stages.flatMap(({ required, conditional }) => [...required, ...conditional]));

/** The role, if the workshop has it. */
export const known = ({ workshop }: Ground, role: string | null | undefined): string | undefined =>
  workshop.roles.find(({ id }) => id === role)?.id;

/** The role that leads the order at a stage: by the legs of the template, otherwise by who answers for the stage. */
export const leadsAt = (ground: Ground, stage: Stage | undefined): string | undefined => {
  const place = (id: string | undefined) => ground.stages.findIndex((at) => at.id === id);
  const at = place(stage?.id);
  const leg = ground.template?.ownerLegs.find(({ from, to }) => place(from) <= at && at <= place(to));
  return known(ground, leg?.role) ?? known(ground, stage?.role);
};

/** Who talks with the client about the price, for whoever takes the request may be somebody else; then who takes it. */
export const seller = (ground: Ground): string | undefined => {
  const pricing = ground.stages.find((at) => collectedIn([at]).has("discount-percent"));
  return leadsAt(ground, pricing) ?? leadsAt(ground, ground.stages[0]) ?? ground.head;
};

/** Whom a role turns to when a matter is above it. */
export const above = (ground: Ground, role: string | undefined): string | undefined => {
  const next = role === ground.head ? known(ground, "director") : ground.head;
  return next === role ? undefined : next;
};

/**
 * Seeds of the bank that make sense only where the field is collected which they speak of or are written into; other
 * seeds hold for every company.
 */
const NEEDS: Record<string, Record<string, string>> = {
  "first-contact-clarifying-questions": {
    "what-what-you-solving": "need",
    when: "desired-date",
    "how-many-what-size": "quantity",
    "used-before-what-was": "current-system",
    "who-else-decides": "decision-maker",
    "what-budget-you-have": "budget",
  },
  "first-contact-prospect-rating": {
    "need-fit": "need",
    "budget-fit": "budget",
    "date-known": "desired-date",
    decider: "decision-maker",
    volume: "quantity",
  },
  "offer-discount-grounds": {
    volume: "quantity",
    "prepay-full": "payment-terms",
    repeat: "client-type",
    referral: "referral-by",
    "our-fault": "complaint",
  },
  "outcome-after-win": {
    "warranty-term-card": "warranty-until",
    "call-3-5-days": "feedback-score",
    "next-touch-date": "repeat-contact-date",
  },
  "feedback-goals": {
    fix: "complaint",
    measure: "feedback-score",
    repeat: "repeat-contact-date",
    reviews: "referral-by",
  },
};

/** A seed of the bank in the workshop's language; `field` is the one it is written into. */
export type Seed = { id: string; text: string; field: string | undefined };

/** The seeds of the question that hold for this chain. */
export const seeds = ({ question, collected, tell }: Ground): Seed[] =>
  question.options.flatMap(({ id, label }) => {
    const field = NEEDS[question.id]?.[id];
    return field === undefined || collected.has(field) ? [{ id, text: tell(label), field }] : [];
  });
