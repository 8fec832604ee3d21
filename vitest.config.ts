import { defineConfig } from "vitest/config";
import { contentAsJson } from "./content.vite.ts";

export default defineConfig({
  plugins: [contentAsJson()],
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/e2e/**"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // left to itself it keeps a core free, which is half of a small machine
    maxWorkers: "100%",
    // modules are read once a worker, not once a file: a third of the time. What a test changes for all, it puts back
    isolate: false,
  },
});
