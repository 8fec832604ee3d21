import { accessSync, constants } from "node:fs";
import path from "node:path";

const NAMES = process.platform === "win32" ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];
/** Where installers put it without telling PATH. */
const USUAL = [
  "/usr/lib/libreoffice/program",
  "/opt/libreoffice/program",
  "/snap/bin",
  "/Applications/LibreOffice.app/Contents/MacOS",
  "C:\\Program Files\\LibreOffice\\program",
];

/**
 * The path of LibreOffice on this machine, or null. `OFFICE` names it where it is not found by itself, or is `none`.
 * Looked up each time: it may be installed while the server runs.
 */
export const officeProgram = (env: NodeJS.ProcessEnv = process.env): string | null => {
  if (env.OFFICE === "none") return null;
  const places = (env.PATH ?? "").split(path.delimiter).concat(USUAL);
  const files = env.OFFICE ? [env.OFFICE] : places.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return files.find(isProgram) ?? null;
};

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return path.isAbsolute(file);
  } catch {
    return false;
  }
};
