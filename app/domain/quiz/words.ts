import type { Language } from "../language.ts";

const WORDS = {
  ru: {
    inRule: "Что из этого есть в правиле?",
    leads: (from: string, to: string) => `Кто ведёт заказ на отрезке ${from} — ${to}?`,
    assigns: (from: string, subject: string) => `${from} даёт поручение ${subject}. Кому?`,
    term: (what: string) => `Какой срок мы себе поставили: ${what}?`,
    limit: (role: string, condition: string | null) =>
      `${role}: до какого предела это решают без согласования${condition ? ` (${condition})` : ""}?`,
    required: "Что обязательно записать?",
    requiredFrom: (stage: string) => `Что обязательно записать, начиная с этапа ${stage}?`,
    after: (step: string) => `Что идёт сразу после шага ${step}?`,
    pair: (question: string, left: string) => `${question} Речь о том, что записано так: ${left}.`,
    comment: "Какая причина отказа не принимается без пояснения?",
    formula: (formula: string) => `Какой показатель считают так: ${formula}?`,
  },
  en: {
    inRule: "Which of these stands in the rule?",
    leads: (from: string, to: string) => `Who leads the order from ${from} to ${to}?`,
    assigns: (from: string, subject: string) => `${from} assigns ${subject}. To whom?`,
    term: (what: string) => `Which term have we set ourselves: ${what}?`,
    limit: (role: string, condition: string | null) =>
      `${role}: up to what limit is this decided without asking anybody${condition ? ` (${condition})` : ""}?`,
    required: "What has to be recorded?",
    requiredFrom: (stage: string) => `What has to be recorded from the stage ${stage} on?`,
    after: (step: string) => `What comes right after the step ${step}?`,
    pair: (question: string, left: string) => `${question} This is about what is written as ${left}.`,
    comment: "Which loss reason is not accepted without a comment?",
    formula: (formula: string) => `Which indicator is calculated like this: ${formula}?`,
  },
} as const satisfies Record<Language, unknown>;

/** How the quiz asks; what people agreed stays in the language of their workshop. */
export const quizWords = (language: Language): (typeof WORDS)[Language] => WORDS[language];
