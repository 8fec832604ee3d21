import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { reactRouter } from "@react-router/dev/vite";
import { defineConfig, type Plugin } from "vite";
import { contentAsJson } from "./content.vite.ts";

/**
 * React Router names every SSR entry "index.js"; here each is named after its input. The content is a part of its own of the
 * build, so that how long it takes to read can be measured (tests/bench/content.mjs).
 */
const serverEntries = (): Plugin => ({
  name: "server-entries",
  enforce: "post",
  configEnvironment(name, config) {
    const options = name === "ssr" ? config.build?.rollupOptions : undefined;
    const output = options?.output;
    if (!output || Array.isArray(output)) return;
    options.preserveEntrySignatures = "allow-extension";
    output.entryFileNames = "[name].js";
    output.codeSplitting = {
      // what the schemas need is needed elsewhere too, by those who need no content
      includeDependenciesRecursively: false,
      groups: [
        { name: "content", test: /\/(question-bank|templates)\/[^?]*\.(ts|yaml)|no-yaml-parser/ },
        { name: "schemas-of-content", test: /\/app\/domain\/(catalogue|template|bad-input)\.ts$/ },
      ],
    };
  },
});

/**
 * Thirty small files weigh a fifth more than the same text in a few, for each is compressed alone, and each is a request of
 * its own on bad Wi-Fi. What every page starts with is one file, what rooms and forms share another; neither draws in
 * what it imports from elsewhere. `tests/routes/weight.test.ts` holds the sum.
 */
const SHARED_BY_ROOMS = new RegExp(
  `/app/(${[
    "styles/(fonts|layers)",
    "domain/(patch|refusal)",
    "words/(context|load|message|refusal|words)",
    "live/(clock|command|device-storage|draft|feed|new-id|outbox|signal|use-command|use-live|use-outbox|waking)",
    "ui/primitives/(button|field|icon|language-switch|notice|segmented-control|timer-line|visually-hidden)",
    "ui/room/(attention|connection|people|phone-actions|question-head|refusal-notice|idea-pad)",
  ].join("|")})\\.tsx?$`,
);
const browserParts = (): Plugin => ({
  name: "browser-parts",
  enforce: "post",
  configEnvironment(name, config) {
    const options = name === "client" ? config.build?.rollupOptions : undefined;
    if (!options || Array.isArray(options.output)) return;
    options.preserveEntrySignatures = "allow-extension";
    options.output = {
      ...options.output,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          {
            name: "frame",
            test: /\/node_modules\/(react|react-dom|scheduler|react-router|cookie)\/|vite\/preload-helper|rolldown\/runtime/,
          },
          { name: "shared", test: SHARED_BY_ROOMS },
        ],
      },
    };
  },
});

/** Lays each text file of the browser's part compressed beside itself, once here instead of once for every phone. */
const precompressed = (): Plugin => {
  let folder = "";
  return {
    name: "precompressed",
    applyToEnvironment: ({ name }) => name === "client",
    configResolved({ environments, root }) {
      folder = path.resolve(root, environments.client?.build.outDir ?? "build/client");
    },
    async closeBundle() {
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const texts = files
        .filter((file) => /\.(js|css|svg|webmanifest)$/.test(file))
        .map((file) => path.join(folder, file));
      await Promise.all(
        texts.map(async (file) => {
          const bytes = readFileSync(file);
          writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes));
          writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        }),
      );
    },
  };
};

/** What the one build makes: the web app, the command line, the workers that make files and merge long texts. */
const ENTRIES = {
  index: "./server/app.ts",
  cli: "./server/cli.ts",
  "exporting-worker": "./server/exporting/worker.ts",
  "merge-worker": "./server/collaboration/merge-worker.ts",
};

export default defineConfig(({ command }) => ({
  plugins: [contentAsJson(), reactRouter(), serverEntries(), browserParts(), precompressed()],
  resolve: { dedupe: ["yjs", "react", "react-dom"] },
  optimizeDeps: {
    include: [
      "yjs",
      "y-websocket",
      "y-indexeddb",
      "@tiptap/react",
      "@tiptap/starter-kit",
      "@tiptap/extension-collaboration",
      "@tiptap/extension-collaboration-caret",
      "zod",
    ],
  },
  environments: {
    ssr: {
      ...(command === "build" && {
        resolve: { noExternal: true as const, external: ["better-sqlite3", "better-sqlite3-node20", "pino"] },
      }),
      build: { sourcemap: true, rollupOptions: { input: ENTRIES } },
    },
  },
}));
