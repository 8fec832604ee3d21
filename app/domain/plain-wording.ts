import type { Answer } from "./answer.ts";
import { referencesIn } from "./references.ts";
import type { Stage } from "./stage.ts";
import type { Workshop } from "./workshop.ts";

/** What a rule should tell its reader (domain brief §1, S4); `null` where the kind of answer has no such part. */
export type PlainWording = {
  who: boolean | null;
  what: boolean | null;
  when: boolean | null;
  where: boolean | null;
  /** The longest sentence has so many words; above `LONG` it is read twice. */
  longest: number;
  /** Words that leave it to everybody what they mean, as they were written. */
  vague: string[];
};

/** Words of a sentence that people still take in at one reading. */
export const LONG = 25;

const TERM =
  /\d|час|минут|день|дня|дней|недел|месяц|сразу|немедленно|накануне|до конца|при выходе|hour|minute|day|week|month|at once|immediately|before|after/i;
const PLACE = /crm|карточк|пол[еяю]\b|запис|отмеч|журнал|отч[её]т|card|field|record|mark|log\b|report/i;

/** What nobody can check: no figure, no person, and everybody is right. */
const VAGUE =
  /(?<!\p{L})(?:оперативно|своевременно|вовремя|по возможности|при необходимости|как правило|в кратчайшие сроки|по мере\s+\p{L}+|желательно|в основном|как можно \p{L}+|при случае|обычно|asap|in due time|if possible|if necessary|when necessary|as a rule|usually|promptly|as soon as possible|timely|preferably)(?!\p{L})/giu;

/** Forms that say somebody does something. */
const VERB =
  /(?<!\p{L})\p{L}{2,}(?:ет|ёт|ит|ют|ут|ат|ят)(?:ся)?(?!\p{L})|(?<!\p{L})\p{L}+[аеиоуыя]ть(?:ся)?(?!\p{L})|\b(?:must|shall|will|should|is|are|has|have|does|do|may|can|[a-z]{3,}(?:es|s|ed))\b/giu;
/** Nouns and numbers that end like verbs. */
const NO_VERB =
  /^(?:от(?:вет|чет|чёт)|бюджет|приоритет|кабинет|предмет|совет|пакет|комитет|макет|сюжет|авторитет|кредит|лимит|визит|аудит|дефицит|профицит|магнит|результат|формат|возврат|сертификат|адресат|аппарат|печать|кровать|тетрадь|пять|девять|десять|двадцать|тридцать|опять|минут|маршрут|институт|атрибут|статут|нет|лет|hours|days|weeks|minutes|months|always|process|access|address|business)$/i;

type Told = { text: string; answer: Answer; stage: Stage | string | null | undefined };

/** Steps and norms tell people what to do; lists, facts and choices need no doer and no term of their own. */
const TELLING = new Set<Answer["kind"]>(["steps", "duration", "yesno", "text"]);

export const namesDoer = ({ answer, text, stage }: Told, { roles }: Pick<Workshop, "roles">): boolean =>
  !!stage ||
  referencesIn(answer).some(({ of }) => of === "role") ||
  roles.some(({ name }) => text.toLowerCase().includes(stem(name)));

export const namesTerm = ({ answer, text }: Pick<Told, "answer" | "text">): boolean =>
  answer.kind === "duration" || (answer.kind === "steps" && answer.steps.some(({ due }) => due)) || TERM.test(text);

const namesPlace = ({ answer, text }: Pick<Told, "answer" | "text">): boolean =>
  (answer.kind === "steps" && answer.steps.some(({ recordIn }) => recordIn)) || PLACE.test(text);

export const namesDeed = ({ answer, text }: Pick<Told, "answer" | "text">): boolean =>
  (answer.kind === "steps" && answer.steps.some(({ text }) => text.trim())) ||
  (text.match(VERB) ?? []).some((word) => !NO_VERB.test(word));

/** Who does what, by when, where it is seen that it is done: a rule that says so is kept. Guidance, never a condition. */
export const plainWording = (told: Told, workshop: Pick<Workshop, "roles">): PlainWording => {
  const telling = TELLING.has(told.answer.kind);
  return {
    what: telling ? namesDeed(told) : null,
    vague: [...new Set((told.text.match(VAGUE) ?? []).map((word) => word.toLowerCase()))],
    who: telling ? namesDoer(told, workshop) : null,
    when: telling ? namesTerm(told) : null,
    where: telling && told.answer.kind !== "duration" ? namesPlace(told) : null,
    longest: Math.max(
      0,
      ...told.text.split(/[.!?;\n]+/).map((sentence) => sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    ),
  };
};

/** The part of a name that its cases share: «менедж» of «менеджер по продажам». */
const stem = (name: string): string => (name.toLowerCase().split(/\s/)[0] ?? "").slice(0, 6);
