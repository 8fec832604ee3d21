import type { Chart } from "#domain/pipeline/chart.ts";
import { portsOf, quoted } from "./dot.ts";

/** Points of the paper. */
export type Point = { x: number; y: number };
type Box = { x: number; y: number; width: number; height: number };

/** A chart with its places on a paper and the ways between its boxes; the origin is the left upper corner. */
export type Routed = {
  width: number;
  height: number;
  /** Of the letters, in points. */
  size: number;
  lanes: (Box & { text: string })[];
  boxes: (Box & { text: string; outcome: Chart["boxes"][number]["outcome"] })[];
  /** Each a chain of cubic curves: a start, then two handles and an end again and again; an arrow head is at `end`. */
  ways: { curve: Point[]; end: Point; isBack: boolean; said: { at: Point; text: string } | null }[];
};

/** What of a paper a chart takes; null when it has so many stages or lanes that nobody could read it. */
export type Places = { width: number; height: number; size: number; lane: number; row: number; box: [number, number] };

const LANE = { least: 54, most: 130 };
const ROW = { least: 28, most: 52 };
/** Of the letters, where they fit. */
const SIZE = 8;
/** Room beside the lanes, where loops run. */
const SIDE = 14;
/** Of a row, between a box and the next one below, where arrows run; between two beside each other. */
const GAP = { row: 0.3, lane: 12 };

/** @param room in points */
export const placesOf = ({ boxes }: Chart, room: { width: number; height: number }): Places | null => {
  const lanes = Math.max(...boxes.map(({ lane }) => lane)) + 1;
  const rows = Math.max(...boxes.map(({ row }) => row)) + 1;
  const lane = Math.min(LANE.most, (room.width - 2 * SIDE) / lanes);
  const row = Math.min(ROW.most, room.height / rows);
  if (lane < LANE.least || row < ROW.least) return null;
  return {
    width: lane * lanes + 2 * SIDE,
    height: row * rows,
    size: SIZE,
    lane,
    row,
    box: [lane - GAP.lane, row * (1 - GAP.row)],
  };
};

type Drawn = { name?: string; pos?: string; xlp?: string };

/** The ways are found by Graphviz around boxes whose places are given. */
export const routed = async (chart: Chart, { width, height, size, lane, row, box }: Places): Promise<Routed> => {
  const { instance } = await import("@viz-js/viz");
  const graphviz = await instance();
  const centre = (at: { lane: number; row: number }): Point => ({
    x: SIDE + (at.lane + 0.5) * lane,
    y: (at.row + 0.5) * row,
  });
  const laneOf = (key: string) => chart.boxes.find((one) => one.key === key)?.lane ?? 0;
  const inch = (points: number) => (points / 72).toFixed(4);
  const dot = [
    "digraph pipeline {",
    `  graph [splines=true, esep=0.05, fontsize=${size}];`,
    `  node [shape=box, fixedsize=true, label="", width=${inch(box[0])}, height=${inch(box[1])}];`,
    `  edge [arrowsize=0.5, fontsize=${size}];`,
    ...chart.boxes.map((one) => {
      const { x, y } = centre(one);
      return `  ${quoted(one.key)} [pos="${inch(x)},${inch(-y)}!"];`;
    }),
    ...chart.ways.map(({ from, to, isBack, said }) => {
      const ports = isBack ? portsOf(laneOf(from), laneOf(to), from === to) : "";
      return `  ${quoted(from)} -> ${quoted(to)} [${ports}${said ? `xlabel=${quoted(said)}` : ""}];`;
    }),
    "}",
  ].join("\n");
  const { objects = [], edges = [] } = JSON.parse(graphviz.renderString(dot, { format: "json", engine: "neato" })) as {
    objects?: Drawn[];
    edges?: Drawn[];
  };
  // Graphviz counts upwards from a corner of its own: the first box tells where that is
  const first = chart.boxes[0];
  const found = pointOf(objects.find(({ name }) => name === first?.key)?.pos ?? "0,0");
  const meant = first ? centre(first) : { x: 0, y: 0 };
  const placed = (text: string): Point => {
    const { x, y } = pointOf(text);
    return { x: meant.x + x - found.x, y: meant.y - (y - found.y) };
  };
  const around = ({ x, y }: Point): Box => ({
    x: x - box[0] / 2,
    y: y - box[1] / 2,
    width: box[0],
    height: box[1],
  });
  return {
    width,
    height,
    size,
    lanes: chart.lanes.map((text, at) => ({ text, ...around(centre({ lane: at, row: 0 })) })),
    boxes: chart.boxes.map((one) => ({ text: one.text, outcome: one.outcome, ...around(centre(one)) })),
    ways: chart.ways.map(({ isBack, said }, at) => {
      const edge = edges[at];
      const [head = "", ...points] = (edge?.pos ?? "").split(" ");
      return {
        isBack,
        curve: points.map(placed),
        end: placed(head.replace(/^e,/, "")),
        said: said && edge?.xlp ? { text: said, at: placed(edge.xlp) } : null,
      };
    }),
  };
};

const pointOf = (text: string): Point => {
  const [x = 0, y = 0] = text.split(",").map(Number);
  return { x, y };
};
