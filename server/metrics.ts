import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

export const requestSeconds = new Histogram({
  name: "http_request_duration_seconds",
  help: "Time from the first byte of a request to its answer",
  labelNames: ["method", "path", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  registers: [metrics],
});

export const commitSeconds = new Histogram({
  name: "reglament_text_commit_duration_seconds",
  help: "Time that one commit of the text log took",
  buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1],
  registers: [metrics],
});

/** Shows a total that another part of the server counts by itself since the start, read whenever somebody asks. */
export const counter = (name: string, help: string, read: () => number): void => {
  new Counter({
    name,
    help,
    registers: [metrics],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
};

/** Shows figures that another part of the server keeps by itself, read whenever somebody asks. */
export const gauge = (name: string, help: string, read: () => number): void => {
  new Gauge({
    name,
    help,
    registers: [metrics],
    collect() {
      this.set(read());
    },
  });
};
