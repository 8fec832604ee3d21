import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["app", "server", "exports"];

export type Source = { file: string; text: string };

/** All code that people hear: not the catalogues, not the domain, which knows no language, not the sample page. */
export const sources = (root: string): Source[] => {
  const found: Source[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.tsx?$/.test(entry.name) && !/app\/(words\/(ru|en)\/|domain\/|routes\/look\.tsx)/.test(path))
        found.push({ file: path.slice(root.length + 1), text: readFileSync(path, "utf8") });
    }
  };
  for (const folder of FOLDERS) if (readdirSync(root).includes(folder)) walk(join(root, folder));
  return found;
};

/** Every string literal of the code that could be a key, and every beginning of a completed one, with its file. */
export const spoken = (
  code: Source[],
): { literals: Set<string>; completed: Map<string, string>; asked: Map<string, string> } => {
  const literals = new Set<string>();
  const completed = new Map<string, string>();
  const asked = new Map<string, string>();
  for (const { file, text } of code) {
    for (const [, literal] of text.matchAll(/["'`]([A-Za-z][\w.-]*\.[\w.-]+)["'`]/g))
      if (literal) literals.add(literal);
    for (const [, key] of text.matchAll(/\bt\(\s*["']([^"']+)["']/g)) if (key) asked.set(key, file);
    for (const [, start] of text.matchAll(/`([A-Za-z][\w.-]*\.)\$\{/g)) if (start) completed.set(start, file);
  }
  return { literals, completed, asked };
};
