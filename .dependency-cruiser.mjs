/** The import table of the house: who may know whom. Each rule says what to do instead. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: { path: "^(app|server|exports|question-bank|templates|tests)/", pathNot: allowed },
});

/** Packages from npm that a folder may use. */
const packages = (name, from, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "core"], pathNot: allowed },
});

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one file, or a third is missing.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    only(
      "domain-is-pure",
      "^app/domain/",
      "^app/domain/",
      "The domain knows only itself. Hand in what it needs as an argument (a catalogue, a date).",
    ),
    packages(
      "domain-needs-zod-only",
      "^app/domain/",
      "node_modules/zod/",
      "No clock, no randomness, no I/O in the domain: zod is all it may use.",
    ),
    only(
      "live-knows-domain",
      "^app/live/",
      "^app/(domain|live)/|^app/context\\.ts$",
      "The live side of the browser speaks in terms of the domain; screens come to it, not the other way round.",
    ),
    only(
      "ui-has-no-rules",
      "^app/ui/",
      "^app/(domain|live|ui|words)/",
      "Components show; loaders fetch and the domain decides. Pass the value in as a prop.",
    ),
    only(
      "words-know-domain",
      "^app/words/",
      "^app/(domain|words)/",
      "Words are said about the domain and know nothing of screens.",
    ),
    only(
      "routes-never-import-server",
      "^app/(routes/|root|entry|routes\\.ts)",
      "^app/|^(exports|question-bank|templates)/",
      "A route asks the server through a door in app/context.ts; add a method there.",
    ),
    only("context-is-interfaces", "^app/context\\.ts$", "^app/domain/", "Doors are described in terms of the domain."),
    only(
      "content-is-data",
      "^(question-bank|templates)/",
      "^app/domain/|^(question-bank|templates)/",
      "Content is data with a loader; it knows the shapes of the domain and nothing else.",
    ),
    only(
      "exports-render",
      "^exports/",
      "^app/domain/|^exports/",
      "An exporter turns a tree of the domain into bytes; compose the tree in app/domain.",
    ),
    only(
      "server-knows-no-screens",
      "^server/(?!app\\.ts)",
      "^app/(domain/|context\\.ts|words/language-of\\.ts)|^(server|exports|question-bank|templates)/",
      "The server implements app/context.ts and renders nothing itself.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.react-router)|\\+types|virtual:|\\?" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
