import { chartOf } from "../pipeline/chart.ts";
import { composePipeline } from "../pipeline.ts";
import type { Scope } from "./scope.ts";
import { type Block, plain } from "./tree.ts";

/** The stages of each pipeline in their order: a picture where a format can draw, elsewhere a list that says the same. */
export const pipelineAnnex = ({ record, catalogue, speech }: Scope): Block[] => {
  const { w, quote } = speech;
  const pipeline = composePipeline(record, catalogue);
  const roles = new Map(pipeline.roles.map(({ key, name }) => [key, name]));
  const charts = pipeline.pipelines
    .map((one) => chartOf(one, (key) => roles.get(key) ?? key))
    .filter(({ boxes }) => boxes.length > 1);
  return charts.flatMap((chart): Block[] => {
    const nameOf = (key: string) => chart.boxes.find((box) => box.key === key)?.text.replace(/^\d+\. /, "") ?? key;
    const items = chart.boxes.map(({ key, outcome, lane }) => {
      const role = outcome === "open" ? chart.lanes[lane] : "";
      const back = chart.ways.filter(({ from, isBack }) => isBack && from === key);
      const returns = back.map(({ to, said }) => `${said ? `${said}: ` : ""}${w.backTo} ${quote(nameOf(to))}`);
      return plain([`${nameOf(key)}${role ? ` — ${role}` : ""}`, ...returns].join("; "));
    });
    return [
      ...(charts.length > 1 ? [{ kind: "paragraph" as const, inlines: [{ text: chart.name, bold: true }] }] : []),
      { kind: "list", ordered: true, items, chart },
      ...(chart.anywhere.length > 0
        ? [
            {
              kind: "paragraph" as const,
              quiet: true,
              inlines: plain(`${w.fromAnyStage}: ${chart.anywhere.join("; ")}`),
            },
          ]
        : []),
    ];
  });
};
