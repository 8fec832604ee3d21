import type { Block, Inline, Regulation, SectionItem } from "#domain/regulation.ts";

/** The regulation as CommonMark with pipe tables: headings carry the numbers that the document has. */
export const toMarkdown = (regulation: Regulation): string => {
  const lines: string[] = [
    `# ${text(regulation.title)}`,
    ...regulation.front.stamps.map(
      ({ lines: [word = "", ...rest] }) => `**${text(word)}:** ${rest.map(toSign).join(", ")}  `,
    ),
    ...regulation.front.facts.map(({ name, value }) => `**${text(name)}:** ${text(value)}  `),
  ];
  if (regulation.preface.length > 0) {
    lines.push(`## ${regulation.language === "ru" ? "Предисловие" : "Preface"}`);
    for (const block of regulation.preface) lines.push(...blockLines(block));
  }
  for (const part of regulation.parts) {
    lines.push(`## ${part.number === null ? "" : `${part.number}. `}${text(part.title)}`);
    for (const section of part.sections) {
      lines.push(`### ${section.number} ${text(section.title)}`);
      for (const item of section.items) lines.push(...itemLines(item));
    }
  }
  for (const annex of regulation.annexes) {
    lines.push(`## ${text(annex.letter)}. ${text(annex.title)}`);
    for (const block of annex.items) lines.push(...blockLines(block));
  }
  return `${lines.join("\n\n").replace(/ {2}\n\n(?=\*\*)/g, "  \n")}\n`;
};

/** Lines to sign stay lines. */
const toSign = (words: string): string => text(words).replace(/(?:\\_)+/g, (blank) => blank.replaceAll("\\", ""));

const itemLines = (item: SectionItem): string[] => {
  if (item.kind === "stage") return [`#### ${text(item.text)}`];
  if (item.kind !== "clause") return blockLines(item);
  const [first, ...rest] = item.blocks;
  const opening = first?.kind === "paragraph" ? inlines(first.inlines) : "";
  return [
    `**${item.number}** ${opening}`.trim(),
    ...(first && first.kind !== "paragraph" ? blockLines(first) : []),
    ...rest.flatMap(blockLines),
    `*${text(item.status)} · ${item.rule}, v${item.version}*`,
  ];
};

const blockLines = (block: Block): string[] => {
  switch (block.kind) {
    case "paragraph":
      return [inlines(block.inlines)];
    case "list":
      return [block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${inlines(item)}`).join("\n")];
    case "table":
      return [
        [
          row(block.columns.map(({ name }) => text(name))),
          row(block.columns.map(() => "---")),
          ...block.rows.map((cells) =>
            row(cells.map((cell) => inlines(cell).replaceAll("|", "\\|").replaceAll("\n", "<br>"))),
          ),
        ].join("\n"),
      ];
  }
};

const row = (cells: string[]): string => `| ${cells.join(" | ")} |`;

const inlines = (parts: Inline[]): string =>
  parts.map(({ text: words, bold, italic }) => wrapped(text(words), bold ? "**" : italic ? "*" : "")).join("");

/** Marks stand close to the words: blanks at the ends stay outside. */
const wrapped = (words: string, mark: string): string =>
  mark === ""
    ? words
    : words.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, before, inside, after) =>
        inside ? `${before}${mark}${inside}${mark}${after}` : words,
      );

/** Characters that would start a mark, and what only looks like HTML, stay as they were typed. */
const text = (words: string): string =>
  words
    .replace(/[\\`*_[\]<>]/g, "\\$&")
    .replace(
      /^(\s*)([-+#]|\d+[.)])(?=\s)/gm,
      (_, before: string, mark: string) => `${before}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
