import { readXml } from "./xml.ts";

type Level = { start: number; format: string; text: string; style: string | undefined };
type List = { abstract: string; starts: Map<number, number> };

/** What stands before a paragraph: `2.4.3`, `1)`, or `-` for any bullet; "" when its list prints nothing. */
export type Numbers = {
  next: (list: string, level: number) => string;
  /** The level that a list gives to paragraphs of a style. */
  levelOfStyle: (list: string, style: string) => number | undefined;
};

/** Counts as Word does from `word/numbering.xml`: a number of one level begins the levels below it anew. */
export const numbersOf = (xml: string | undefined): Numbers => {
  const { abstracts, lists } = xml ? listsOf(xml) : { abstracts: new Map<string, Level[]>(), lists: new Map() };
  const counted = new Map<string, number[]>();
  const begun = new Set<string>();
  const levelsOf = (list: string): Level[] => abstracts.get(lists.get(list)?.abstract ?? "") ?? [];
  return {
    levelOfStyle: (list, style) => {
      const found = levelsOf(list).findIndex((level) => level?.style === style);
      return found < 0 ? undefined : found;
    },
    next: (list, at) => {
      const levels = levelsOf(list);
      const level = levels[at];
      if (!level || level.format === "none") return "";
      if (level.format === "bullet") return "-";
      const key = lists.get(list)?.abstract ?? "";
      const numbers = counted.get(key) ?? [];
      counted.set(key, numbers);
      const restart = lists.get(list)?.starts.get(at);
      if (restart !== undefined && !begun.has(`${list} ${at}`)) numbers[at] = restart;
      else numbers[at] = (numbers[at] ?? level.start - 1) + 1;
      begun.add(`${list} ${at}`);
      numbers.length = at + 1;
      return level.text
        .replace(/%(\d)/g, (_, digit: string) => {
          const one = Number(digit) - 1;
          return written(numbers[one] ?? levels[one]?.start ?? 1, levels[one]?.format ?? "decimal");
        })
        .trim();
    },
  };
};

const listsOf = (xml: string) => {
  const abstracts = new Map<string, Level[]>();
  const lists = new Map<string, List>();
  let abstract: Level[] | undefined;
  let level: Level | undefined;
  let list: List | undefined;
  let at = 0;
  readXml(xml, {
    open: (name, attribute) => {
      const value = () => attribute("w:val") ?? "";
      if (name === "w:abstractNum") {
        abstract = [];
        abstracts.set(attribute("w:abstractNumId") ?? "", abstract);
      } else if (name === "w:num") {
        list = { abstract: "", starts: new Map() };
        lists.set(attribute("w:numId") ?? "", list);
      } else if (name === "w:lvl" || name === "w:lvlOverride") {
        at = Math.min(8, Math.max(0, Number(attribute("w:ilvl")) || 0));
        level = { start: 1, format: "decimal", text: "", style: undefined };
        if (name === "w:lvl" && abstract && !list) abstract[at] = level;
      } else if (name === "w:abstractNumId" && list) list.abstract = value();
      else if (name === "w:startOverride" && list) list.starts.set(at, Number(value()) || 0);
      else if (!level) return;
      else if (name === "w:start") level.start = Number(value()) || 0;
      else if (name === "w:numFmt") level.format = value();
      else if (name === "w:lvlText") level.text = value();
      else if (name === "w:pStyle") level.style = value();
    },
    close: (name) => {
      if (name === "w:abstractNum") abstract = undefined;
      if (name === "w:num") list = undefined;
      if (name === "w:lvl") level = undefined;
    },
    text: () => {},
  });
  return { abstracts, lists };
};

const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя";
const LATIN = "abcdefghijklmnopqrstuvwxyz";
const ROMAN: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

const written = (number: number, format: string): string => {
  const letter = (alphabet: string) => alphabet[(number - 1) % alphabet.length] ?? String(number);
  switch (format) {
    case "lowerLetter":
      return letter(LATIN);
    case "upperLetter":
      return letter(LATIN).toUpperCase();
    case "russianLower":
      return letter(RUSSIAN);
    case "russianUpper":
      return letter(RUSSIAN).toUpperCase();
    case "lowerRoman":
    case "upperRoman": {
      let rest = Math.min(number, 3999);
      let roman = "";
      for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) roman += sign;
      return format === "upperRoman" ? roman.toUpperCase() : roman;
    }
    default:
      return String(number);
  }
};
