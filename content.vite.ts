import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "vite";
import { parseDocument } from "yaml";

const PARSER = "\0no-yaml-parser";
const CONTENT = /\/(question-bank|templates)\/[^/]+\.ts$/;

/**
 * Reads the YAML of question-bank/ and templates/ once, here, and hands its text on as JSON, which is YAML too but is
 * parsed some fifty times faster when the server or the command line starts. No parser is loaded for it: a broken
 * file ends the build with the place. While one develops, it is handed on as it is and its loader says the same.
 */
export const contentAsJson = (): Plugin => {
  let builds = false;
  let root = "";
  return {
    name: "content-as-json",
    enforce: "pre",
    configResolved(config) {
      builds = config.command === "build";
      root = config.root;
    },
    // what reads and writes a pipeline as YAML loads the real parser, when somebody asks for that
    resolveId: (source, importer) => (builds && source === "yaml" && CONTENT.test(importer ?? "") ? PARSER : null),
    async load(id) {
      if (id === PARSER)
        return `export const parseDocument = () => { throw new Error("content is handed over as JSON, see content.vite.ts"); };`;
      const file = /^(.+\.yaml)\?raw$/.exec(id)?.[1];
      if (!file) return null;
      this.addWatchFile(file);
      const text = await readFile(file, "utf8");
      const document = parseDocument(text);
      const broken = document.errors[0];
      if (broken && builds)
        this.error(`${path.relative(root, file)}: line ${broken.linePos?.[0].line ?? 1}: ${broken.message}`);
      return `export default ${JSON.stringify(broken ? text : JSON.stringify(document.toJS()))};`;
    },
  };
};
