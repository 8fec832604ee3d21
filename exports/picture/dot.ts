import type { Language } from "#domain/language.ts";
import { type Chart, chartOf } from "#domain/pipeline/chart.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { namesOf } from "../crm/names.ts";

type OnePipeline = Pipeline["pipelines"][number];

/** Characters in a line of a box. */
const LINE = 22;
/** The colours of the house (`app/styles/tokens.css`), on white: a picture is printed. */
export const INK = "#1F1C17";
export const SOFT = "#6B6459";
export const ACCENT = "#1F5C4A";
export const FILL = { open: "#FFFFFF", won: "#E3EEE8", lost: "#F6E6DF", deferred: "#F3EBD8" } as const;

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const shortened = (word: string): string => {
  const all = [...letters.segment(word)].map(({ segment }) => segment);
  return all.length > LINE ? `${all.slice(0, LINE - 1).join("")}…` : word;
};

const wrapped = (text: string): string => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shortened(word));
  }
  return lines.slice(0, 4).join("\n");
};

/** A DOT string: quoted, with what would end it or be read as an entity escaped, and only whole characters. */
export const quoted = (text: string): string =>
  `"${text
    .replace(/&/g, "&amp;")
    .replace(/[\\"]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")}"`;

/** Back from the side into the bottom, so that a loop does not lie on the arrow that leads on. */
export const portsOf = (from: number, to: number, isSame: boolean): string =>
  isSame
    ? ""
    : from < to
      ? "tailport=e, headport=s, "
      : from > to
        ? "tailport=w, headport=s, "
        : "tailport=e, headport=e, ";

/** Inches: a lane is as wide as a box with air around it, a row as high as a box of four lines. */
const LANE = 2.7;
const ROW = 1.15;

/** The stages of one pipeline as a graph in DOT; under it the endings that every stage leads to. */
export const dotOf = (pipeline: Pipeline, one: OnePipeline, language: Language): string => {
  const { role, say } = namesOf(pipeline, language);
  const chart = chartOf(one, role);
  return dotOfChart(
    chart,
    chart.anywhere.length ? `${say("С любого этапа", "From any stage")}: ${chart.anywhere.join("; ")}` : "",
  );
};

/** A chart in DOT: a row a stage, a lane a role; full arrows lead on, dashed ones back. `below` is said under it. */
export const dotOfChart = ({ lanes, boxes, ways }: Chart, below: string): string => {
  const at = (lane: number, row: number) => `pos="${(lane * LANE).toFixed(2)},${(-row * ROW).toFixed(2)}!"`;
  const laneOf = (key: string) => boxes.find((box) => box.key === key)?.lane ?? 0;
  const nodes = boxes.map(({ key, text, outcome, lane, row }) => {
    const ending = outcome === "open" ? "" : ', style="filled,rounded"';
    return `  ${quoted(key)} [label=${quoted(wrapped(text))}, fillcolor="${FILL[outcome]}"${ending}, ${at(lane, row)}];`;
  });
  const edges = ways.map(({ from, to, isBack, said }) => {
    const look = isBack
      ? `[style=dashed, color="${ACCENT}", ${portsOf(laneOf(from), laneOf(to), from === to)}xlabel=${quoted(wrapped(said))}]`
      : "";
    return `  ${quoted(from)} -> ${quoted(to)} ${look};`;
  });
  const note = below ? [`  label=${quoted(below)};`, "  labelloc=b;"] : [];
  return [
    "digraph pipeline {",
    `  graph [splines=true, fontname="Arial", fontsize=14, fontcolor="${SOFT}", bgcolor="white", pad=0.3, esep=0.08];`,
    `  node [shape=box, style="filled", fontname="Arial", fontsize=14, color="${INK}", fontcolor="${INK}", margin="0.14,0.08", width=2.2, height=0.6];`,
    `  edge [fontname="Arial", fontsize=12, color="${INK}", fontcolor="${ACCENT}", arrowsize=0.8];`,
    ...note,
    ...lanes.flatMap((role, lane) =>
      role === ""
        ? []
        : [
            `  "lane ${lane}" [shape=plaintext, style="", fontcolor="${SOFT}", label=${quoted(wrapped(role))}, ${at(lane, 0)}];`,
          ],
    ),
    ...nodes,
    ...edges,
    "}",
  ].join("\n");
};
