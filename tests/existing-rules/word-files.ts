import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { onTestFinished } from "vitest";

const scratch = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "reglament-rules-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const run = (command: string, args: string[]) => execFileSync(command, args, { stdio: "ignore" });

/** A Word file that pandoc makes of Markdown. */
export const byPandoc = (markdown: string): Uint8Array => {
  const folder = scratch();
  writeFileSync(path.join(folder, "rules.md"), markdown);
  run("pandoc", ["-f", "markdown", "-o", path.join(folder, "rules.docx"), path.join(folder, "rules.md")]);
  return readFileSync(path.join(folder, "rules.docx"));
};

/** A file that LibreOffice makes of another: `doc` is Word 97, `odt` its own. */
export const byLibreOffice = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const folder = scratch();
  writeFileSync(path.join(folder, `rules.${from}`), bytes);
  run("soffice", [
    "--headless",
    `-env:UserInstallation=file://${folder}/profile`,
    "--convert-to",
    to,
    "--outdir",
    path.join(folder, "made"),
    path.join(folder, `rules.${from}`),
  ]);
  return readFileSync(path.join(folder, "made", `rules.${to}`));
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** The smallest Word file around a body that is written out, for what no program would write. */
export const byHand = (body: string, parts: Record<string, string> = {}, attributes = W): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        "[Content_Types].xml": TYPES,
        "word/document.xml": `<?xml version="1.0"?><w:document ${attributes}><w:body>${body}</w:body></w:document>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
