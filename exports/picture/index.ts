import { instance } from "@viz-js/viz";
import type { Language } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { dotOf } from "./dot.ts";

/** A pipeline as a picture: stages in lanes of roles, transitions, loops back. SVG without scripts; drawn by Graphviz. */
export const pipelineSvg = async (
  pipeline: Pipeline,
  one: Pipeline["pipelines"][number],
  language: Language,
): Promise<string> => {
  const graphviz = await instance();
  const svg = graphviz.renderString(dotOf(pipeline, one, language), { format: "svg", engine: "neato" });
  return svg.slice(svg.indexOf("<svg"));
};
