import type { Leaflet, Regulation } from "#domain/regulation.ts";
import { blockHtml, escaped } from "./index.ts";
import { STYLES } from "./styles.ts";

/** A sheet for the telephone and, printed, for the wall: alone, no scripts, no other files. */
export const leafletHtml = ({ title, company, parts, note }: Leaflet, { language, edition }: Regulation): string => {
  const day = new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  const of = language === "ru" ? "Редакция" : "Edition";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLES}${NARROW}</style>
</head>
<body class="leaflet">
<main>
<header>
<p class="company">${escaped(company)}</p>
<h1>${escaped(title)}</h1>
<p class="quiet">${of} ${edition.number}, ${day.format(new Date(edition.date))}</p>
</header>
${parts.map((part) => `<section id="${escaped(part.id)}"><h2>${escaped(part.title)}</h2>${blockHtml(part.block)}</section>`).join("\n")}
<p class="quiet">${escaped(note)}</p>
</main>
</body>
</html>
`;
};

/** On a telephone rows become cards under one another, each cell with the name of its column. */
const NARROW = `
.leaflet main { max-width: 46rem; padding: clamp(1rem, 4vw, 3rem); }
.leaflet h2 { margin-top: 1.2em; font-size: 1.1rem; }
.leaflet caption { display: none; }
@media (max-width: 36rem) {
  .leaflet body, .leaflet main { margin: 0; border: 0; }
  .leaflet thead { position: absolute; clip-path: inset(50%); }
  .leaflet tr { display: block; border: 1px solid #8c8475; margin: .6em 0; }
  .leaflet td { display: block; border: 0; }
  .leaflet td:first-child { font-weight: bold; }
}
@media print { .leaflet { font-size: 9.5pt; line-height: 1.25; } .leaflet h1 { font-size: 1.3rem; margin: .2em 0; } }
`;
