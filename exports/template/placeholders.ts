import type { Bilingual } from "#domain/language.ts";
import { clean } from "../docx/clean.ts";

/** What a placeholder stands for, as the page lists it. Blocks are paragraphs and stand alone in theirs. */
export const PLACEHOLDERS = {
  regulation: {
    isBlock: true,
    what: { ru: "текст инструкции с приложениями", en: "the text of the regulation with its annexes" },
  },
  contents: { isBlock: true, what: { ru: "содержание с номерами страниц", en: "the contents list with page numbers" } },
  agreement: { isBlock: true, what: { ru: "лист согласования", en: "the agreement sheet" } },
  changes: { isBlock: true, what: { ru: "лист регистрации изменений", en: "the change register" } },
  title: { isBlock: false, what: { ru: "название документа", en: "the title of the document" } },
  company: { isBlock: false, what: { ru: "организация", en: "the company" } },
  edition: { isBlock: false, what: { ru: "номер редакции", en: "the number of the edition" } },
  date: { isBlock: false, what: { ru: "дата редакции", en: "the date of the edition" } },
  "document-id": { isBlock: false, what: { ru: "номер документа для сверки", en: "the document id" } },
  hash: { isBlock: false, what: { ru: "контрольная сумма содержания", en: "the checksum of the content" } },
  link: {
    isBlock: false,
    what: { ru: "адрес, где редакцию можно сверить", en: "the address at which the edition is verified" },
  },
  approvals: {
    isBlock: false,
    what: { ru: "кто и когда утвердил и согласовал редакцию", en: "who approved and agreed to the edition, and when" },
  },
  approved: { isBlock: false, what: { ru: "«УТВЕРЖДЕНА» в нужном роде", en: "“APPROVED”" } },
} as const satisfies Record<string, { isBlock: boolean; what: Bilingual }>;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** Without this one there is nothing to fill in. */
export const REQUIRED: readonly Placeholder[] = ["regulation"];

export const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name);

/** Word writes `{{ title }}` with blanks, or in other letters, when a person types it so. */
const NAMED = /\{\{\s*([^{}]{1,60}?)\s*\}\}/g;

/** A paragraph that holds no other paragraph (text boxes do). */
const PARAGRAPH = /<w:p(?: [^>]*)?>(?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g;
const TEXT = /(<w:t(?: [^>]*)?>)([^<]*)(<\/w:t>)/g;

const textOf = (paragraph: string): string => [...paragraph.matchAll(TEXT)].map(([, , text]) => text).join("");

/** Each placeholder of a part, with whether it is all that its paragraph says. */
export const namedIn = (xml: string): { name: string; isAlone: boolean }[] =>
  [...xml.matchAll(PARAGRAPH)].flatMap(([paragraph]) => {
    const text = textOf(paragraph);
    return [...text.matchAll(NAMED)].map(([whole, name = ""]) => ({
      name: name.toLowerCase(),
      isAlone: text.trim() === whole,
    }));
  });

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Puts values in the place of names. The run in which a name begins keeps its look and takes the value; what of the name
 * stands in later runs goes.
 */
export const filled = (xml: string, valueFor: (name: Placeholder) => string | undefined): string =>
  xml.replace(PARAGRAPH, (paragraph) => {
    const text = textOf(paragraph);
    const found = [...text.matchAll(NAMED)].flatMap((match) => {
      const name = (match[1] ?? "").toLowerCase();
      const value = isPlaceholder(name) ? valueFor(name) : undefined;
      return value === undefined ? [] : [{ from: match.index, to: match.index + match[0].length, value }];
    });
    if (found.length === 0) return paragraph;
    let at = 0;
    return paragraph.replace(TEXT, (_, open: string, words: string, close: string) => {
      const begin = at;
      at += words.length;
      let out = "";
      for (let index = 0; index < words.length; index++) {
        const place = begin + index;
        const hit = found.find(({ from, to }) => place >= from && place < to);
        if (!hit) out += words[index];
        else if (place === hit.from) out += escaped(clean(hit.value));
      }
      const kept = open.includes("xml:space") ? open : open.replace("<w:t", '<w:t xml:space="preserve"');
      return `${kept}${out}${close}`;
    });
  });

/** Puts paragraphs in the place of one that holds nothing but a block's name; a section that ends in it ends behind them. */
export const replaced = (xml: string, blockOf: (name: Placeholder) => string | undefined): string =>
  xml.replace(PARAGRAPH, (paragraph) => {
    const [, name = ""] = /^\{\{\s*([^{}]{1,60}?)\s*\}\}$/.exec(textOf(paragraph).trim()) ?? [];
    const known = name.toLowerCase();
    const block = isPlaceholder(known) ? blockOf(known) : undefined;
    if (block === undefined) return paragraph;
    const section = /<w:sectPr[\s\S]*?<\/w:sectPr>/.exec(paragraph)?.[0];
    return section ? `${block}<w:p><w:pPr>${section}</w:pPr></w:p>` : block;
  });
