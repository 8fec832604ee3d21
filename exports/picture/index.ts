import { instance } from "@viz-js/viz";
import type { Language } from "#domain/language.ts";
import type { Chart } from "#domain/pipeline/chart.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { dotOf, dotOfChart } from "./dot.ts";

/** A pipeline as a picture: stages in lanes of roles, transitions, loops back. SVG without scripts; drawn by Graphviz. */
export const pipelineSvg = async (
  pipeline: Pipeline,
  one: Pipeline["pipelines"][number],
  language: Language,
): Promise<string> => drawn(dotOf(pipeline, one, language));

/** The same of a chart alone, without what is said below it. */
export const chartSvg = (chart: Chart): Promise<string> => drawn(dotOfChart(chart, ""));

const drawn = async (dot: string): Promise<string> => {
  const svg = (await instance()).renderString(dot, { format: "svg", engine: "neato" });
  return svg.slice(svg.indexOf("<svg"));
};

const SIZE = /^<svg width="(\d+(?:\.\d+)?)pt" height="(\d+(?:\.\d+)?)pt"/;

/** All pipelines of a configuration in one picture, one below the other; a file of its own, with no scripts or links. */
export const allPipelinesSvg = async (pipeline: Pipeline, language: Language): Promise<string> => {
  const pictures: string[] = [];
  let width = 0;
  let height = 0;
  for (const [at, one] of pipeline.pipelines.entries()) {
    const svg = await pipelineSvg(pipeline, one, language);
    const [, wide = "0", high = "0"] = SIZE.exec(svg) ?? [];
    pictures.push(
      svg.replace(SIZE, `<svg y="${height}" width="${wide}" height="${high}"`).replace(/ id="/g, ` id="p${at + 1}-`),
    );
    width = Math.max(width, Number(wide));
    height += Number(high);
  }
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return [head, ...pictures, "</svg>", ""].join("\n");
};
