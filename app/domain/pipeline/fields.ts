import { say } from "../language.ts";
import { type Material, roleKey, sourceOf } from "./given.ts";
import { neededFields, type Word } from "./needed-fields.ts";
import type { Pipeline } from "./shape.ts";

type Field = Pipeline["fields"][number];

/** The fields that rules ask for: by a list of fields, by a step that records, or because the rule needs one to be kept. */
export const composeFields = (material: Material): Field[] =>
  [...wordsOnFields(material)].map(([id, said]) => fieldOf(material, id, said));

/** What all rules together say about fields, by the id of the field. */
export const wordsOnFields = (material: Material): Map<string, Word[]> => {
  const words = new Map<string, Word[]>();
  for (const word of [...asked(material), ...recorded(material), ...neededFields(material)])
    words.set(word.id, [...(words.get(word.id) ?? []), word]);
  return words;
};

const fieldOf = (material: Material, id: string, words: Word[]): Field => {
  const { catalogue, keys, language } = material;
  const entry = catalogue.fields[id];
  const said = words.flatMap(({ choice, rule }) => (choice ? [{ choice, rule }] : []));
  const filled = said.find(({ choice }) => choice.filledBy);
  const own = words.find(({ options }) => options)?.options;
  const name = said[0]?.choice.label ?? (entry ? say(entry.name, language) : id);
  return {
    key: keys("field", id, name),
    name,
    type: said[0]?.choice.type ?? entry?.type ?? "text",
    entity: entry?.entity ?? "deal",
    options: own ?? (entry?.options ?? []).map((option) => ({ key: option.id, name: say(option.label, language) })),
    required: said.some(({ choice }) => choice.required),
    auto: said.length > 0 ? said.some(({ choice }) => choice.auto) : (entry?.auto ?? false),
    autoBy: entry?.autoBy ? say(entry.autoBy, language) : null,
    filledBy: filled?.choice.filledBy ? roleKey(material, filled.choice.filledBy, filled.rule) : null,
    usedIn: [...new Set(said.flatMap(({ choice }) => choice.usedIn))],
    source: sourceOf(...words.map(({ rule }) => rule)),
  };
};

const asked = ({ rules }: Material): Word[] =>
  rules.flatMap((rule) =>
    rule.answer.kind === "fields" ? rule.answer.fields.map((choice) => ({ id: choice.fieldId, rule, choice })) : [],
  );

/** Fields that a step records in, and date fields that a term waits for, wherever an answer names one. */
const recorded = ({ rules }: Material): Word[] =>
  rules.flatMap((rule) => {
    const ids: string[] = [];
    JSON.stringify(rule.answer, (key, value) => {
      if ((key === "recordIn" || key === "dateField") && typeof value === "string") ids.push(value);
      return value;
    });
    return ids.map((id) => ({ id, rule }));
  });
