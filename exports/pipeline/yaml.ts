import { Document, LineCounter, parseDocument } from "yaml";
import type { Pipeline } from "#domain/pipeline.ts";
import { readPipelineFile } from "#domain/pipeline-file.ts";

/** `pipeline.yaml`: the same pipeline for people who keep configuration as YAML; every text stands on one line. */
export const pipelineYaml = (pipeline: Pipeline): string =>
  new Document(pipeline, { aliasDuplicateObjects: false }).toString({ lineWidth: 0 });

/** Reads such a file. Never throws: what is wrong comes back as `readPipelineFile` says it. */
export const readPipelineYaml = (text: string): ReturnType<typeof readPipelineFile> => {
  const lineCounter = new LineCounter();
  // a file of ours needs no aliases; without them a small file cannot unfold into a large one
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) {
    const { line, col } = lineCounter.linePos(broken.pos[0]);
    return {
      problem: {
        where: `${line}:${col}`,
        expected: { ru: "YAML", en: "YAML" },
        got: { ru: broken.message, en: broken.message },
      },
    };
  }
  try {
    return readPipelineFile(JSON.stringify(document.toJS({ maxAliasCount: 0 }) ?? null));
  } catch {
    return {
      problem: {
        where: "1:1",
        expected: { ru: "YAML без ссылок (&, *)", en: "YAML without aliases (&, *)" },
        got: { ru: "со ссылками", en: "one with aliases" },
      },
    };
  }
};
