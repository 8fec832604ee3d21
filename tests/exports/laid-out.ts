import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const scratch = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "reglament-office-"));
  folders.push(folder);
  return folder;
};

const run = (command: string, args: string[]): string =>
  execFileSync(command, args, { encoding: "utf8", maxBuffer: 64 << 20, stdio: ["ignore", "pipe", "ignore"] });

/** The path of a PDF that LibreOffice made of a Word file. */
export const asPdf = (docx: Uint8Array): string => {
  const folder = scratch();
  writeFileSync(path.join(folder, "instruction.docx"), docx);
  run("soffice", [
    "--headless",
    `-env:UserInstallation=file://${folder}/profile`,
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
    path.join(folder, "instruction.docx"),
  ]);
  return path.join(folder, "instruction.pdf");
};

/** The pages of a Word file as LibreOffice lays them out, as text, and the fonts it took. */
export const laidOut = (docx: Uint8Array): { pages: string[]; fonts: string[] } => {
  const pdf = asPdf(docx);
  return {
    pages: run("pdftotext", ["-layout", pdf, "-"]).split("\f").slice(0, -1),
    fonts: run("pdffonts", [pdf])
      .split("\n")
      .slice(2)
      .filter(Boolean)
      .map((line) => line.split(/\s+/)[0] ?? ""),
  };
};

type Node = { t: string; c?: unknown };

/** Headings of a Word file as pandoc reads them: level and text. */
export const headings = (docx: Uint8Array): { level: number; text: string }[] => {
  const folder = scratch();
  writeFileSync(path.join(folder, "instruction.docx"), docx);
  run("pandoc", [
    "-f",
    "docx",
    "-t",
    "json",
    "-o",
    path.join(folder, "tree.json"),
    path.join(folder, "instruction.docx"),
  ]);
  const { blocks } = JSON.parse(readFileSync(path.join(folder, "tree.json"), "utf8")) as { blocks: Node[] };
  return blocks.flatMap((block) => {
    if (block.t !== "Header") return [];
    const [level, , inlines] = block.c as [number, unknown, Node[]];
    return [
      { level, text: inlines.map((one) => (one.t === "Str" ? String(one.c) : one.t === "Space" ? " " : "")).join("") },
    ];
  });
};
