import { type Found, problemOf, type Read } from "./read.ts";

/** What a column may be called, in lower case; the first is what we call it in `stages.csv`. */
const COLUMNS = {
  pipeline: ["воронка", "pipeline", "направление", "тип сделки", "deal type"],
  stage: ["этап", "stage", "стадия", "статус", "status", "название", "name"],
  outcome: ["исход", "outcome", "результат", "result"],
  exit: ["закончен, когда", "ends when", "выход", "exit"],
  role: ["отвечает", "responsible", "ответственный", "owner", "роль", "role"],
} as const;
type Column = keyof typeof COLUMNS;

const OUTCOMES: Record<keyof Found["outcomes"], RegExp> = {
  won: /^(успех|успешно|выигран\p{L}*|won|success)$/iu,
  lost: /^(отказ|провал|проигран\p{L}*|lost|failure)$/iu,
  deferred: /^(отложен\p{L}*|deferred|postponed)$/iu,
};

/**
 * A table as spreadsheets write it (RFC 4180; comma, semicolon or tab), a row a stage in the order of the work. The first row
 * names the columns; a table of one column without such a row is a list of stages.
 */
export const tableChains = (text: string): Read => {
  const rows = rowsOf(text).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [head, ...body] = rows;
  if (!head) return { chains: [] };
  const isList = rows.every(({ cells }) => cells.length === 1) && columnOf(head.cells, "stage") < 0;
  if (!isList && columnOf(head.cells, "stage") < 0)
    return problemOf(
      `${head.line}:1`,
      { ru: "строка заголовков со столбцом «Этап»", en: "a row of headings with a column “Stage”" },
      { ru: `«${head.cells.join("; ").slice(0, 60)}»`, en: `"${head.cells.join("; ").slice(0, 60)}"` },
    );
  const cellOf = (cells: string[], column: Column): string => {
    if (isList) return column === "stage" ? (cells[0] ?? "") : "";
    const at = columnOf(head.cells, column);
    return at < 0 ? "" : (cells[at] ?? "");
  };
  const chains = new Map<string, Found>();
  for (const { line, cells } of isList ? rows : body) {
    const name = cellOf(cells, "pipeline");
    const stage = cellOf(cells, "stage");
    if (stage === "")
      return problemOf(
        `${line}:${columnOf(head.cells, "stage") + 1}`,
        { ru: "название этапа", en: "the name of a stage" },
        { ru: "пусто", en: "nothing" },
      );
    const chain: Found = chains.get(name) ?? {
      name: name || null,
      stages: [],
      outcomes: { won: null, lost: null, deferred: null },
    };
    chains.set(name, chain);
    const ending = endingOf(cellOf(cells, "outcome"));
    if (ending) chain.outcomes[ending] ??= stage;
    else chain.stages.push({ name: stage, exit: cellOf(cells, "exit"), role: cellOf(cells, "role") || null });
  }
  return { chains: [...chains.values()] };
};

const columnOf = (head: string[], column: Column): number =>
  head.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name.toLowerCase()));

const endingOf = (outcome: string): keyof Found["outcomes"] | undefined =>
  (Object.keys(OUTCOMES) as (keyof Found["outcomes"])[]).find((ending) => OUTCOMES[ending].test(outcome));

/** A cell, in quotation marks or without, and what ends it. A mark in the middle of a plain cell is a sign like any other. */
const CELLS = {
  ",": /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y,
  ";": /(?:"((?:[^"]|"")*)"|([^;\n]*))(;|\n|$)/y,
  "\t": /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y,
};
type Separator = keyof typeof CELLS;

/** Cells of each row with the line it begins on. The separator is the one that the first line has most of. */
const rowsOf = (text: string): { line: number; cells: string[] }[] => {
  const whole = text.replace(/\r\n?/g, "\n");
  const [first = ""] = whole.split("\n", 1);
  const count = (sign: string) => first.split(sign).length;
  const separator = (Object.keys(CELLS) as Separator[]).reduce((best, sign) =>
    count(sign) > count(best) ? sign : best,
  );
  const pattern = CELLS[separator];
  const rows: { line: number; cells: string[] }[] = [];
  let row = { line: 1, cells: [] as string[] };
  let line = 1;
  pattern.lastIndex = 0;
  for (let end: string | undefined = separator; end !== ""; ) {
    const found = pattern.exec(whole);
    const [all = "", quoted, plain = ""] = found ?? [];
    end = found?.[3] ?? "";
    // our own lists disarm formulas with an apostrophe
    row.cells.push((quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=+\-@])/, "").trim());
    line += all.split("\n").length - 1;
    if (end === separator) continue;
    rows.push(row);
    row = { line, cells: [] };
  }
  return rows;
};
