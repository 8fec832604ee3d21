import type { Chart } from "#domain/pipeline/chart.ts";
import { chartSvg } from "../picture/index.ts";

/**
 * A chart as a picture inside a page, scaled to its column; what it says is the `text`, for readers who do not see it.
 * Ids and titles of the graph go: several pictures stand in one page, and their names are keys, not words.
 */
export const chartFigure = async (chart: Chart, text: string): Promise<string> => {
  const svg = (await chartSvg(chart))
    .replace(/ (?:id|class)="[^"]*"/g, "")
    .replace(/ xmlns(?::xlink)?="[^"]*"/g, "")
    .replace(/<title>.*?<\/title>\n?|<!--.*?-->\n?/gs, "")
    .replace(
      /^<svg width="([\d.]+pt)" height="[\d.]+pt"/,
      // a function, for what somebody typed may look like a reference to a group
      (_, width: string) => `<svg style="width:${width}" role="img" aria-label="${text}"`,
    );
  return `<figure class="chart">${svg.trim()}</figure>`;
};
