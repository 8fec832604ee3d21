/** A line of the text, told by its marks; `level` counts from 1 for headings and is 0 otherwise. */
export type Line = {
  kind: "heading" | "paragraph" | "bullet" | "numbered" | "row";
  label: string;
  text: string;
  level: number;
};

const ATX = /^(#{1,6})\s+(.*?)(?:\s+#+)?$/;
const ROW = /^\|(.+)\|$/;
const BULLET = /^[-*+•–—●▪◦·‣∙]\s+(.+)$/;
const NUMBERED = /^(\d{1,3}[.)]|[a-zа-я]\))\s+(.+)$/i;
const CLAUSE = /^(\d{1,3}(?:\.\d{1,3})+[.)]?)\s+(?=["«“(*\p{Lu}])(.+)$/u;
const WHOLE_BOLD = /^(\*\*|__)([^*_]+)\1$/;
const WORDED = /[\p{L}\p{N}]/u;
const LONGEST_HEADING = 120;

/** The lines of a text; those that belong together are made one, what holds no letter or digit goes. */
export const linesOf = (raw: string[]): Line[] => {
  const lines: Line[] = [];
  let open: Line | null = null;
  const bares = raw.map((written) =>
    written
      .replace(/\s+/g, " ")
      .replace(/^ ?(?:> ?)+/, "")
      .trim(),
  );
  const isWrapped = wrapped(bares);
  bares.forEach((bare, at) => {
    if (open?.kind === "paragraph" && open.text.length <= LONGEST_HEADING && /^(={3,}|-{3,})$/.test(bare)) {
      open.kind = "heading";
      open.level = bare.startsWith("=") ? 1 : 2;
      open = null;
      return;
    }
    if (!WORDED.test(bare)) {
      open = null;
      return;
    }
    const line = lineOf(bare);
    const continues: boolean =
      open !== null &&
      open.kind !== "heading" &&
      open.kind !== "row" &&
      line.kind === "paragraph" &&
      line.label === "" &&
      (isWrapped[at] || /^\p{Ll}/u.test(line.text));
    if (open && continues) open.text = `${open.text} ${line.text}`;
    else {
      lines.push(line);
      open = line;
    }
  });
  return lines;
};

/**
 * Tells of each line whether it goes on the one above: its block is broken at one width, as mail and terminals do, and
 * most lines of it begin inside a sentence. One rule a line, without empty lines between them, is not such a block.
 */
const wrapped = (lines: string[]): boolean[] => {
  const found: boolean[] = [];
  for (let first = 0; first < lines.length; first = found.length) {
    let end = first;
    while (end < lines.length && lines[end] !== "") end++;
    const following = lines.slice(first + 1, end);
    const inside = following.filter((line) => !/^["«“(*]*\p{Lu}/u.test(line)).length;
    // the last line of a block may be as short as it likes
    const lengths = lines.slice(first, end - 1).map(({ length }) => length);
    const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
    const isOneWidth = longest >= 40 && longest <= 130 && lengths.every((length) => length > longest - 25);
    const isWrapped = following.length > 1 && inside >= following.length * 0.6 && isOneWidth;
    for (let at = first; at <= end; at++) found.push(isWrapped && at > first && at < end);
  }
  return found;
};

const unmarked = (text: string): string =>
  text
    .replace(/(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_\\])([*_])(?=\S)(.{1,200}?)(?<=[^\s\\])\1(?![\p{L}\p{N}*_])/gu, "$2")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();

const lineOf = (bare: string): Line => {
  const line = (kind: Line["kind"], text: string, label = "", level = 0): Line => ({
    kind,
    label,
    text: unmarked(text),
    level,
  });
  const atx = ATX.exec(bare);
  if (atx?.[1] && atx[2] && WORDED.test(atx[2])) return line("heading", atx[2], "", atx[1].length);
  const row = ROW.exec(bare);
  if (row?.[1]) {
    const cells = row[1].split(/(?<!\\)\|/).map(unmarked);
    return { ...line("row", ""), text: cells.filter(Boolean).join(" — ") };
  }
  const clause = CLAUSE.exec(bare);
  if (clause?.[1] && clause[2] && WORDED.test(clause[2])) return line("paragraph", clause[2], clause[1]);
  const numbered = NUMBERED.exec(bare);
  if (numbered?.[1] && numbered[2] && WORDED.test(numbered[2])) return line("numbered", numbered[2], numbered[1]);
  const bullet = BULLET.exec(bare);
  if (bullet?.[1]) return line("bullet", bullet[1]);
  const bold = WHOLE_BOLD.exec(bare);
  const isTitle = (text: string) => text.length <= LONGEST_HEADING && !/[.;:,!?…]$/.test(text.trim());
  if (bold?.[2] && isTitle(bold[2])) return line("heading", bold[2], "", 5);
  if (isTitle(bare) && /\p{Lu}{4}/u.test(bare) && !/\p{Ll}/u.test(bare)) return line("heading", bare, "", 1);
  return line("paragraph", bare);
};
