// CPU seconds and RSS of a process and its descendants, read from /proc.
import fs from "node:fs";

const TCK = 100; // USER_HZ on Linux
const readStat = (pid) => {
  try {
    const s = fs.readFileSync(`/proc/${pid}/stat`, "latin1");
    const f = s.slice(s.lastIndexOf(")") + 2).split(" ");
    return { ppid: +f[1], cpu: (+f[11] + +f[12]) / TCK, rss: +f[21] * 4096 };
  } catch {
    return null;
  }
};
export const descendants = (root) => {
  const kids = new Map();
  for (const d of fs.readdirSync("/proc")) {
    const pid = +d;
    if (!Number.isInteger(pid)) continue;
    const s = readStat(pid);
    if (!s) continue;
    if (!kids.has(s.ppid)) kids.set(s.ppid, []);
    kids.get(s.ppid).push(pid);
  }
  const out = [root];
  for (let i = 0; i < out.length; i++) for (const k of kids.get(out[i]) || []) out.push(k);
  return out;
};
// pids: array; returns cpu seconds and rss bytes, summed
export const usage = (pids) => {
  let cpu = 0;
  let rss = 0;
  for (const p of pids) {
    const s = readStat(p);
    if (s) {
      cpu += s.cpu;
      rss += s.rss;
    }
  }
  return { cpu, rss };
};
export const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
export const loadavg = () => {
  try {
    return +fs.readFileSync("/proc/loadavg", "latin1").split(" ")[0];
  } catch {
    return null;
  }
};
// share of CPU time taken by the hypervisor or by anything else on this machine
export const cpuTotals = () => {
  const f = fs.readFileSync("/proc/stat", "latin1").split("\n")[0].trim().split(/\s+/).slice(1).map(Number);
  return { total: f.slice(0, 8).reduce((a, b) => a + b, 0) / TCK, idle: (f[3] + f[4]) / TCK, steal: (f[7] || 0) / TCK };
};
