import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** LibreOffice is there but gave no PDF in time, or none at all. */
export class OfficeFailed extends Error {
  override name = "OfficeFailed";
}

const TIME_LIMIT = 60_000;

/**
 * What a screen reader asks of a PDF: tags, the language, a title, an outline, fonts inside (PDF/UA). No PDF/A: its colour
 * profile bears the time of day, compressed. Destinations are how the page of a bookmark is found again.
 */
const FILTER = `pdf:writer_pdf_Export:${JSON.stringify(
  Object.fromEntries(
    Object.entries({
      UseTaggedPDF: true,
      PDFUACompliance: true,
      ExportBookmarks: true,
      ExportBookmarksToPDFDestination: true,
    }).map(([name, value]) => [name, { type: "boolean", value: String(value) }]),
  ),
)}`;

/**
 * Has LibreOffice lay a Word file out as PDF, in a child with a folder of its own. Only for files made here.
 * @throws {OfficeFailed} after the time limit, or when no PDF came out
 */
export const converted = (
  docx: Uint8Array,
  { program, timeLimit = TIME_LIMIT }: { program: string; timeLimit?: number },
): Promise<Uint8Array> => {
  const done = conversion(docx, program, timeLimit);
  running.add(done);
  const over = () => running.delete(done);
  done.then(over, over);
  return done;
};

const running = new Set<Promise<unknown>>();
const killers = new Set<() => void>();

let isOver = false;

/** For a process that stops: ends all conversions with {@link OfficeFailed}, and waits until nothing of them is on the disk. */
export const endConversions = async (): Promise<void> => {
  isOver = true;
  for (const kill of killers) kill();
  await Promise.allSettled(running);
};

const conversion = async (docx: Uint8Array, program: string, timeLimit: number): Promise<Uint8Array> => {
  if (isOver) throw new OfficeFailed("the process is stopping");
  const folder = await mkdtemp(path.join(tmpdir(), "reglament-office-"));
  try {
    const source = path.join(folder, "document.docx");
    await writeFile(source, docx);
    const profile = pathToFileURL(path.join(folder, "profile")).href;
    await finished(
      program,
      [
        "--headless",
        "--norestore",
        `-env:UserInstallation=${profile}`,
        "--convert-to",
        FILTER,
        "--outdir",
        folder,
        source,
      ],
      { folder, timeLimit },
    );
    const pdf = await readFile(path.join(folder, "document.pdf")).catch(() => null);
    if (!pdf) throw new OfficeFailed("LibreOffice made no PDF");
    return new Uint8Array(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

const finished = (
  program: string,
  args: string[],
  { folder, timeLimit }: { folder: string; timeLimit: number },
): Promise<void> =>
  new Promise((resolve, reject) => {
    // a group of its own, for the program is a script that starts others; nothing of our environment but what it needs
    const child = spawn(program, args, {
      cwd: folder,
      detached: process.platform !== "win32",
      stdio: "ignore",
      env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, TZ: "UTC", LANG: "C.UTF-8" },
    });
    const kill = () => {
      try {
        if (child.pid && process.platform !== "win32") process.kill(-child.pid, "SIGKILL");
        else child.kill("SIGKILL");
      } catch {
        // it has just ended by itself
      }
    };
    killers.add(kill);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      kill();
    }, timeLimit);
    const over = () => {
      clearTimeout(timer);
      killers.delete(kill);
    };
    child.once("error", (error) => {
      over();
      reject(new OfficeFailed(`LibreOffice did not start: ${error.message}`));
    });
    child.once("exit", (code) => {
      over();
      if (isLate) reject(new OfficeFailed(`LibreOffice took longer than ${timeLimit / 1000} s`));
      else if (code !== 0) reject(new OfficeFailed(`LibreOffice ended with code ${code}`));
      else resolve();
    });
  });
