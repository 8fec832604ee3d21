// Log-bucketed latency histogram: 1 % wide buckets from 1 us to 1000 s. Constant memory, ~20 ns a record.
const LN = Math.log(1.01);
const MIN = 0.001; // ms
const SIZE = 2100;
export class Hist {
  constructor() {
    this.b = new Float64Array(SIZE);
    this.n = 0;
    this.max = 0;
    this.sum = 0;
  }
  add(ms) {
    if (ms < MIN) ms = MIN;
    let i = (Math.log(ms / MIN) / LN) | 0;
    if (i >= SIZE) i = SIZE - 1;
    this.b[i]++;
    this.n++;
    this.sum += ms;
    if (ms > this.max) this.max = ms;
  }
  q(p) {
    if (this.n === 0) return null;
    const want = p * this.n;
    let acc = 0;
    for (let i = 0; i < SIZE; i++) {
      acc += this.b[i];
      if (acc >= want) return Math.min(MIN * Math.exp((i + 0.5) * LN), this.max);
    }
    return this.max;
  }
  reset() {
    this.b.fill(0);
    this.n = 0;
    this.max = 0;
    this.sum = 0;
  }
  summary() {
    const r = (x) => (x == null ? null : Math.round(x * 1000) / 1000);
    return {
      n: this.n,
      p50: r(this.q(0.5)),
      p95: r(this.q(0.95)),
      p99: r(this.q(0.99)),
      max: r(this.n ? this.max : null),
    };
  }
}
export const quantile = (arr, p) => {
  if (!arr.length) return null;
  const s = [...arr].sort((a, b) => a - b);
  return s[Math.min(s.length - 1, Math.max(0, Math.ceil(p * s.length) - 1))];
};
export const median = (arr) => {
  const s = arr.filter((x) => x != null && Number.isFinite(x)).sort((a, b) => a - b);
  if (!s.length) return null;
  const m = s.length >> 1;
  return s.length % 2 ? s[m] : (s[m - 1] + s[m]) / 2;
};
