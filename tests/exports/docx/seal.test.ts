import { execFileSync } from "node:child_process";
import { strFromU8, unzipSync, unzlibSync } from "fflate";
import { encode } from "uqr";
import { describe, expect, test } from "vitest";
import { composeRegulation } from "#domain/regulation.ts";
import { readMarks } from "#exports/docx/marks.ts";
import { writeDocx } from "#exports/docx/write.ts";
import { sealOf } from "#exports/seal.ts";
import { catalogue } from "#templates";
import { answering, windows } from "../../story/windows.ts";
import { asPdf, laidOut } from "../laid-out.ts";

const ADDRESS = "https://crm.example.org";
const sealed = (record = windows("ru")) => {
  const seal = sealOf(record, ADDRESS);
  return writeDocx(composeRegulation(record, catalogue, "ru"), seal).then((docx) => ({ seal, docx }));
};

/** The dark modules of the code, read back from the pixels of a PNG of one bit. */
const modulesOf = (png: Uint8Array): boolean[][] => {
  const view = new DataView(png.buffer, png.byteOffset);
  const side = view.getUint32(16);
  const length = view.getUint32(33);
  const pixels = unzlibSync(png.subarray(41, 41 + length));
  const stride = Math.ceil(side / 8) + 1;
  return Array.from({ length: side / 8 }, (_, y) =>
    Array.from({ length: side / 8 }, (_, x) => ((pixels[(y * 8 + 4) * stride + 1 + x] ?? 0) & 0x10) === 0),
  );
};

describe("a printed document says which it is", () => {
  test("with its name, edition and date at the foot of every page", async () => {
    const { seal, docx } = await sealed();
    const { pages } = laidOut(docx);
    expect(pages.length).toBeGreaterThan(40);
    for (const page of pages) expect(page).toMatch(new RegExp(`Редакция 1 от \\S+ · Документ ${seal.id}`));
  });

  test("with a code on the first sheet that leads to this very edition", async () => {
    const { seal, docx } = await sealed();
    const parts = unzipSync(docx);
    const [name = ""] = Object.keys(parts).filter((part) => part.startsWith("word/media/"));
    const { data } = encode(`${ADDRESS}/verify/${seal.id}`, { ecc: "M", border: 4 });
    expect(modulesOf(parts[name] ?? new Uint8Array())).toEqual(data);
    const images = execFileSync("pdfimages", ["-list", asPdf(docx)], { encoding: "utf8" })
      .trim()
      .split("\n")
      .slice(2);
    expect(images.map((row) => row.trim().split(/\s+/)[0])).toEqual(["1"]);
  });

  test("with the hash of what was agreed on the sheet that people sign", async () => {
    const { seal, docx } = await sealed();
    const sheet = laidOut(docx).pages.find((page) => page.includes("Лист согласования"));
    expect(sheet?.replace(/\s+/g, "")).toContain(seal.hash);
  });

  test("and among its properties, where a program finds it", async () => {
    const { seal, docx } = await sealed();
    const properties = strFromU8(unzipSync(docx)["docProps/core.xml"] ?? new Uint8Array());
    expect(readMarks(properties)).toEqual({ id: seal.id, language: "ru", hash: seal.hash, approved: 0, read: 0 });
    const said = execFileSync("pdfinfo", [asPdf(docx)], { encoding: "utf8" });
    expect(readMarks(said)).toEqual({ id: seal.id, language: "ru", hash: seal.hash, approved: 0, read: 0 });
  });
});

describe("the hash of an edition", () => {
  test("is the same in both languages of the file and whatever was added besides", () => {
    const story = windows("ru");
    const more = { ...story, ideas: [], participants: story.participants.slice(1) };
    expect(sealOf(more, null).hash).toBe(sealOf(story, null).hash);
  });

  test("is another when one word of one rule is another", () => {
    const story = windows("ru");
    const other = answering(story, "standards-phone", "duration", (answer) => ({
      ...answer,
      norms: answer.norms.map((norm) => ({ ...norm, what: `${norm.what}.` })),
    }));
    expect(sealOf(other, null).hash).not.toBe(sealOf(story, null).hash);
  });
});
