import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Chart } from "#domain/pipeline/chart.ts";
import { composeRegulation, type List, type Regulation } from "#domain/regulation.ts";
import { write, writeDocx } from "#exports/docx/write.ts";
import { placesOf, routed } from "#exports/picture/routed.ts";
import { sealOf } from "#exports/seal.ts";
import { catalogue } from "#templates";
import { windows } from "../../story/windows.ts";
import { laidOut } from "../laid-out.ts";
import { lintOf } from "./lint.ts";

const PAPER = { width: 510, height: 640 };
const regulation = composeRegulation(windows("ru"), catalogue, "ru");

const annexed = (change: (chart: Chart) => Chart): { only: Regulation; chart: Chart } => {
  const annex = regulation.annexes.find(({ id }) => id === "pipeline");
  const list = annex?.items.find((one): one is List => one.kind === "list");
  if (!annex || !list?.chart) throw new Error("the story has no chart");
  const chart = change(list.chart);
  const items = annex.items.map((one) => (one === list ? { ...list, chart } : one));
  return { only: { ...regulation, parts: [], annexes: [{ ...annex, items }] }, chart };
};
const bodyXml = (docx: Uint8Array) => strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
const long = (stages: number, roles: number) => (chart: Chart) => ({
  ...chart,
  lanes: Array.from({ length: roles }, (_, at) => `Роль ${at}`),
  boxes: Array.from({ length: stages }, (_, at) => ({
    key: `s${at}`,
    text: `${at + 1}. Этап с <именем> & "кавычками"`,
    outcome: "open" as const,
    lane: at % roles,
    row: at + 1,
  })),
  ways: Array.from({ length: stages - 1 }, (_, at) => ({ from: `s${at}`, to: `s${at + 1}`, isBack: false, said: "" })),
});

describe("the diagram of the pipeline in the Word file", { timeout: 120_000 }, () => {
  test("stands on its page with all stages, roles and what sends a deal back, in the letters of the document", async () => {
    const { only, chart } = annexed((same) => same);
    const docx = await writeDocx(only);
    expect(lintOf(docx)).toEqual([]);
    const { pages, fonts } = laidOut(docx);
    const page = pages.find((text) => text.includes("Обращение")) ?? "";
    expect(pages.filter((text) => /Обращение|Монтаж|Отзыв/.test(text))).toHaveLength(1);
    const words = page.replace(/\s+/g, " ");
    for (const { text } of chart.boxes) for (const word of text.split(" ")) expect(words).toContain(word);
    for (const role of chart.lanes) for (const word of role.split(" ")) expect(words).toContain(word);
    for (const { said } of chart.ways) expect(words).toContain(said);
    expect(words).toContain("С любого этапа: Отказ; Отложено");
    expect(fonts.every((font) => /LiberationSerif/.test(font))).toBe(true);
  });

  test("is said in words to those who do not see it, and is the same to the byte each time", async () => {
    const { only } = annexed((same) => same);
    const docx = await writeDocx(only);
    const [, said = ""] = /<wp:docPr [^>]*descr="([^"]+)"/.exec(bodyXml(docx)) ?? [];
    expect(said).toContain(
      "4. Замер получен и проверен — Менеджер по продажам; отклонено: обратно на «Замер назначен»",
    );
    expect(Buffer.from(await writeDocx(only)).equals(Buffer.from(docx))).toBe(true);
    // beside a QR code, whose number the library counts through the process
    const seal = sealOf(windows("ru"), null);
    const sealed = await writeDocx(only, seal);
    expect(lintOf(sealed)).toEqual([]);
    expect(Buffer.from(await writeDocx(only, seal)).equals(Buffer.from(sealed))).toBe(true);
  });

  test("is in a company's own file too", async () => {
    const { only } = annexed((same) => same);
    expect(bodyXml(await write({ kind: "blocks", regulation: only, seal: null }))).toContain("<wpg:wgp>");
  });

  test("keeps any words, and stays a list where nobody could read it", async () => {
    const { only } = annexed(long(20, 8));
    expect(bodyXml(await writeDocx(only))).toContain("Этап с &lt;именем&gt; &amp; &quot;кавычками&quot;");
    for (const [stages, roles] of [
      [60, 3],
      [12, 14],
    ] as const) {
      const xml = bodyXml(await writeDocx(annexed(long(stages, roles)).only));
      expect(xml).not.toContain("<wpg:wgp>");
      expect(xml).toContain("Обращение принято");
    }
  });

  test("has its arrows on the paper, each from its box to its box", async () => {
    const { chart } = annexed((same) => same);
    const places = placesOf(chart, PAPER);
    if (!places) throw new Error("the story has no room");
    const { ways, boxes, width, height } = await routed(chart, places);
    expect(ways).toHaveLength(chart.ways.length);
    const near = (a: number, from: number, size: number) => a >= from - 6 && a <= from + size + 6;
    for (const [at, { curve, end }] of ways.entries()) {
      for (const { x, y } of [...curve, end]) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      const target = boxes[chart.boxes.findIndex(({ key }) => key === chart.ways[at]?.to)];
      expect(near(end.x, target?.x ?? 0, target?.width ?? 0) && near(end.y, target?.y ?? 0, target?.height ?? 0)).toBe(
        true,
      );
    }
  });
});
