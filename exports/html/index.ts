import type { Block, Inline, Regulation, SectionItem } from "#domain/regulation.ts";
import { chartFigure } from "./chart.ts";
import { STYLES } from "./styles.ts";

/** The regulation as one page that stands alone: no scripts, no other files, prints on A4. */
export const toHtml = async (regulation: Regulation): Promise<string> => {
  const { title, company, language } = regulation;
  const annexes = await Promise.all(
    regulation.annexes.map(
      async ({ id, letter, title: name, items }) =>
        `<section id="annex-${id}"><h2>${escaped(letter)}. ${escaped(name)}</h2>${(await Promise.all(items.map(drawnHtml))).join("")}</section>`,
    ),
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLES}</style>
</head>
<body>
<main>
<header>
${stamps(regulation)}
<p class="company">${escaped(company)}</p>
<h1>${escaped(title)}</h1>
<dl>${regulation.front.facts.map(({ name, value }) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join("")}</dl>
</header>
<nav aria-label="${language === "ru" ? "Содержание" : "Contents"}"><h2>${language === "ru" ? "Содержание" : "Contents"}</h2><ol>${contents(regulation)}</ol></nav>
${prefaceHtml(regulation)}${regulation.parts.map(partHtml).join("\n")}
${annexes.join("\n")}
</main>
</body>
</html>
`;
};

/** In the corner of the first sheet: who approved the edition, or lines to sign. */
const stamps = ({ front }: Regulation): string =>
  `<div class="stamps">${front.stamps.map(({ lines }) => `<p>${lines.map(escaped).join("<br>")}</p>`).join("")}</div>`;

const prefaceHtml = ({ preface, language }: Regulation): string =>
  preface.length === 0
    ? ""
    : `<section id="preface"><h2>${language === "ru" ? "Предисловие" : "Preface"}</h2>${preface.map(blockHtml).join("")}</section>\n`;

const contents = (regulation: Regulation): string =>
  [
    ...regulation.parts.map(
      (part) =>
        `<li><a href="#part-${part.id}">${part.number === null ? "" : `${part.number}. `}${escaped(part.title)}</a><ol>${part.sections
          .map((section) => `<li><a href="#${section.id}">${section.number} ${escaped(section.title)}</a></li>`)
          .join("")}</ol></li>`,
    ),
    ...regulation.annexes.map(
      (annex) => `<li><a href="#annex-${annex.id}">${escaped(annex.letter)}. ${escaped(annex.title)}</a></li>`,
    ),
  ].join("");

const partHtml = (part: Regulation["parts"][number]): string =>
  `<section id="part-${part.id}"><h2>${part.number === null ? "" : `${part.number}. `}${escaped(part.title)}</h2>${part.sections
    .map(
      (section) =>
        `<section id="${section.id}"><h3>${section.number} ${escaped(section.title)}</h3>${section.items.map(itemHtml).join("")}</section>`,
    )
    .join("\n")}</section>`;

const itemHtml = (item: SectionItem): string => {
  if (item.kind === "stage") return `<h4>${escaped(item.text)}</h4>`;
  if (item.kind !== "clause") return blockHtml(item);
  return `<div class="clause" id="${escaped(item.id)}"><p class="number">${item.number}</p><div>${item.blocks.map(blockHtml).join("")}<p class="status">${escaped(item.status)} · ${item.rule}, v${item.version}</p></div></div>`;
};

/** A list that can be drawn is a picture where there is room for it, on paper too, and stays the list on a telephone. */
const drawnHtml = async (block: Block): Promise<string> => {
  if (block.kind !== "list" || !block.chart) return blockHtml(block);
  const text = block.items.map((item, at) => `${at + 1}. ${item.map((part) => part.text).join("")}`).join("; ");
  return `${await chartFigure(block.chart, escaped(text))}<div class="chart-list">${blockHtml(block)}</div>`;
};

export const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case "paragraph":
      return `<p${block.editorial ? ' class="editorial"' : block.quiet ? ' class="quiet"' : ""}>${inlines(block.inlines)}</p>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${inlines(item)}</li>`).join("")}</${tag}>`;
    }
    case "table":
      return `<div class="table" tabindex="0" role="region" aria-label="${escaped(block.caption)}"><table><caption>${escaped(block.caption)}</caption><thead><tr>${block.columns
        .map(({ name }) => `<th scope="col">${escaped(name)}</th>`)
        .join("")}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${inlines(cell)}</td>`).join("")}</tr>`)
        .join("")}</tbody></table></div>`;
  }
};

const inlines = (parts: Inline[]): string =>
  parts
    .map(({ text, bold, italic, ref }) => {
      const words = escaped(text);
      const marked = bold ? `<strong>${words}</strong>` : italic ? `<em>${words}</em>` : words;
      return ref ? `<a href="#${encodeURIComponent(ref)}">${marked}</a>` : marked;
    })
    .join("");

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);
