import { ACCENT, FILL, INK, SOFT } from "../picture/dot.ts";
import type { Point, Routed } from "../picture/routed.ts";
import { countLines } from "./pages/lines.ts";

/** What a paragraph says where the drawing of that number is put in its place; the library has no words for drawings. */
export const placeOf = (number: number): string => `@@chart:${number}@@`;

/** Every such paragraph with its drawing: Word's own shapes, sharp on paper, in the letters of the document, editable. */
export const withCharts = (xml: string, charts: readonly { routed: Routed; text: string }[]): string =>
  xml.replace(
    /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>@@chart:(\d+)@@<\/w:t><\/w:r>/g,
    (_, at: string) => {
      const found = charts[Number(at)];
      return found ? drawing(found.routed, found.text, Number(at)) : "";
    },
  );

const NAMES = {
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  wpg: "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
  wps: "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
};
/** Declared on the drawing itself, for it also goes into a company's own file. */
const DECLARED = Object.entries(NAMES)
  .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  .join("");

const emu = (points: number): number => Math.round(points * 12_700);
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const drawing = (routed: Routed, text: string, number: number): string => {
  const { width, height, lanes, boxes, ways, size } = routed;
  const size2 = `cx="${emu(width)}" cy="${emu(height)}"`;
  let id = (number + 1) * 1000;
  const shape = (inside: string) => `<wps:wsp><wps:cNvPr id="${++id}" name="${id}"/><wps:cNvSpPr/>${inside}</wps:wsp>`;
  const shapes = [
    ...ways.map((way) => shape(wayXml(way, routed))),
    ...lanes.map((lane) => shape(boxXml(lane, { text: lane.text, size, colour: SOFT }))),
    ...boxes.map((box) =>
      shape(
        boxXml(box, {
          text: box.text,
          size,
          colour: INK,
          fill: FILL[box.outcome],
          isRound: box.outcome !== "open",
        }),
      ),
    ),
    ...ways.flatMap(({ said }) =>
      said
        ? [
            shape(
              boxXml(
                { x: said.at.x - 35, y: said.at.y - size * 0.75, width: 70, height: size * 1.5 },
                { text: said.text, size: size - 0.5, colour: ACCENT },
              ),
            ),
          ]
        : [],
    ),
  ].join("");
  return `<w:r><mc:AlternateContent${DECLARED}><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size2}/><wp:docPr id="${placeName(number)}" name="${escaped(placeName(number))}" descr="${escaped(text)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${NAMES.wpg}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size2}/><a:chOff x="0" y="0"/><a:chExt ${size2}/></a:xfrm></wpg:grpSpPr>${shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t xml:space="preserve">${escaped(text)}</w:t></mc:Fallback></mc:AlternateContent></w:r>`;
};
/** No number, which the library counts through the process and may have given: `normal.ts` counts all pictures anew. */
const placeName = (number: number): string => `chart ${number + 1}`;

type Words = { text: string; size: number; colour: string; fill?: string; isRound?: boolean };
type Rect = { x: number; y: number; width: number; height: number };

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`;

/** Points beside the words of a box. */
const INSET = 2;
/** A line of a box to the size of its letters. */
const LEADING = 1.1;
const LEAST = 6.5;

/** The largest letters in which a text fits into its box; in the least ones it loses its last words. */
const fitting = (text: string, { width, height }: Rect, size: number): { text: string; size: number } => {
  const room = (width - 2 * INSET - 1) * 20;
  const fits = (words: string, points: number) =>
    countLines([{ text: words }], { size: points * 2, width: room }) * points * LEADING <= height;
  for (let points = size; points >= LEAST; points -= 0.5) if (fits(text, points)) return { text, size: points };
  const words = text.split(" ");
  while (words.length > 1 && !fits(`${words.join(" ")}…`, LEAST)) words.pop();
  return { text: `${words.join(" ")}…`, size: LEAST };
};

const boxXml = (box: Rect, { text: whole, size: most, colour, fill, isRound }: Words): string => {
  const { x, y, width, height } = box;
  const { text, size } = fitting(whole, box, most);
  const form = `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm><a:prstGeom prst="${isRound ? "roundRect" : "rect"}"><a:avLst/></a:prstGeom>`;
  const look = fill ? `${solid(fill)}<a:ln w="9525">${solid(INK)}</a:ln>` : "<a:noFill/><a:ln><a:noFill/></a:ln>";
  const run = `<w:rPr><w:color w:val="${colour.slice(1)}"/><w:sz w:val="${Math.round(size * 2)}"/></w:rPr>`;
  return `<wps:spPr>${form}${look}</wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${Math.round(size * 20 * LEADING)}" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr wrap="square" lIns="${emu(INSET)}" tIns="0" rIns="${emu(INSET)}" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr>`;
};

/** A way as one path as large as the drawing, so that its points are those of the paper. */
const wayXml = ({ curve, end, isBack }: Routed["ways"][number], { width, height }: Routed): string => {
  const size = `cx="${emu(width)}" cy="${emu(height)}"`;
  const point = ({ x, y }: Point) => `<a:pt x="${emu(x)}" y="${emu(y)}"/>`;
  const [start = end, ...rest] = curve;
  const curves: string[] = [];
  for (let at = 0; at + 2 < rest.length; at += 3)
    curves.push(
      `<a:cubicBezTo>${rest
        .slice(at, at + 3)
        .map(point)
        .join("")}</a:cubicBezTo>`,
    );
  const path = `<a:path w="${emu(width)}" h="${emu(height)}" fill="none"><a:moveTo>${point(start)}</a:moveTo>${curves.join("")}<a:lnTo>${point(end)}</a:lnTo></a:path>`;
  const line = `<a:ln w="9525">${solid(isBack ? ACCENT : INK)}${isBack ? '<a:prstDash val="dash"/>' : ""}<a:round/><a:tailEnd type="triangle" w="sm" len="med"/></a:ln>`;
  return `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${path}</a:pathLst></a:custGeom><a:noFill/>${line}</wps:spPr><wps:bodyPr/>`;
};
