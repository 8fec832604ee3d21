/** Paper on the screen, A4 in print; the type of the DOCX. */
export const STYLES = `
:root { color-scheme: light; }
body { margin: 0; background: #f4f0e8; color: #1f1c17; font: 12pt/1.5 "Times New Roman", "Liberation Serif", serif; }
main { max-width: 46rem; margin: 2rem auto; padding: clamp(1.25rem, 6vw, 4.5rem); background: #fffefb; border: 1px solid #e4ded3; }
h1, h2, h3, h4 { line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.6rem; text-align: center; }
h2 { font-size: 1.3rem; margin-top: 2.2em; }
h3 { font-size: 1.1rem; margin-top: 1.6em; }
h4 { font-size: 1rem; margin: 1.2em 0 .4em; }
.stamps { display: flex; flex-direction: row-reverse; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; }
.stamps p { margin: 0 0 1.5em; }
.company { text-align: center; }
dl div { display: flex; gap: .6em; }
dt { flex: 0 0 14em; color: #6d665a; }
dd { margin: 0; }
nav ol { list-style: none; padding-left: 1.2em; }
nav > ol { padding-left: 0; }
a { color: #1f5c4a; }
.clause { display: grid; grid-template-columns: 3.6em 1fr; margin: .9em 0; }
.number { margin: 0; font-variant-numeric: tabular-nums; }
.clause p { margin: 0 0 .4em; white-space: pre-line; overflow-wrap: anywhere; }
.clause .status, .quiet { color: #6d665a; font-size: .88em; }
.editorial { font-style: italic; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92em; margin: .8em 0; }
caption { text-align: left; color: #6d665a; padding-bottom: .3em; }
td { white-space: pre-line; }
th, td { border: 1px solid #8c8475; padding: .35em .5em; text-align: left; vertical-align: top; }
th { background: #f4f0e8; }
tr { break-inside: avoid; }
.chart { display: none; margin: 1em 0; break-inside: avoid; }
.chart svg { display: block; max-width: 100%; max-height: 240mm; margin: 0 auto; }
@media print, (min-width: 46rem) {
  .chart { display: block; }
  .chart-list { display: none; }
}
@media screen and (min-width: 46rem) { .chart { margin-inline: calc(1rem - clamp(1.25rem, 6vw, 4.5rem)); } }
@media print {
  @page { size: A4; margin: 20mm 10mm 20mm 20mm; }
  body, th { background: none; }
  main { max-width: none; margin: 0; padding: 0; border: 0; background: none; }
  a { color: inherit; text-decoration: none; }
  nav { break-before: page; break-after: page; line-height: 1.35; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  li, .editorial { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  caption { break-after: avoid; }
  .status { break-before: avoid; }
}
`;
