/** The import table of the house: who may know whom. Each rule says what to do instead. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: { path: "^(app|server|exports|question-bank|templates|tests)/", pathNot: allowed },
});

/** Packages from npm, and modules of Node, that a folder may use. */
const packages = (name, from, allowed, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: {
    dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-no-pkg", "core"],
    pathNot: `node_modules/(@types/)?(${allowed.join("|")})(/|$)|^(node:)?(${allowed.join("|")})$`,
  },
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
    {
      name: "what-is-imported-exists",
      severity: "error",
      comment: "Nothing stands at this path. Every import carries its extension.",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:|\\+types/" },
    },
    {
      name: "what-runs-is-a-dependency",
      severity: "error",
      comment: "A server is installed without devDependencies: move the package to dependencies.",
      from: {
        path: "^(app|server|exports|question-bank|templates)/",
        pathNot: "^app/routes\\.ts$|^server/main\\.mjs$",
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
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
      ["zod"],
      "No clock, no randomness, no I/O in the domain: zod is all it may use.",
    ),
    only(
      "live-knows-domain",
      "^app/live/",
      "^app/(domain|live)/|^app/context\\.ts$",
      "The live side of the browser speaks in terms of the domain; screens come to it, not the other way round.",
    ),
    packages(
      "live-needs-yjs",
      "^app/live/",
      ["react", "yjs", "y-[a-z]+", "lib0"],
      "The live side is sockets and shared texts; what is shown belongs to app/ui.",
    ),
    only(
      "ui-has-no-rules",
      "^app/ui/",
      "^app/(domain|live|ui|words)/",
      "Components show; loaders fetch and the domain decides. Pass the value in as a prop.",
    ),
    packages(
      "ui-needs-react",
      "^app/ui/",
      ["react", "react-dom", "react-router", "@base-ui", "@dnd-kit", "@tiptap", "uqr", "yjs", "y-[a-z]+"],
      "A component library of its own needs a reason: look into app/ui/primitives first.",
    ),
    only(
      "words-know-domain",
      "^app/words/",
      "^app/(domain|words)/",
      "Words are said about the domain and know nothing of screens.",
    ),
    packages("words-need-nothing", "^app/words/", ["react"], "Plurals, dates and numbers are Intl's."),
    only(
      "routes-never-import-server",
      "^app/(routes/|root|entry|routes\\.ts)",
      "^app/|^(exports|question-bank|templates)/",
      "A route asks the server through a door in app/context.ts; add a method there.",
    ),
    packages(
      "routes-are-thin",
      "^app/routes/",
      ["react", "react-router", "zod"],
      "A route is a door of a dozen lines: move the work to app/domain, app/ui or behind app/context.ts.",
    ),
    only("context-is-interfaces", "^app/context\\.ts$", "^app/domain/", "Doors are described in terms of the domain."),
    only(
      "content-is-data",
      "^(question-bank|templates)/",
      "^app/domain/|^(question-bank|templates)/",
      "Content is data with a loader; it knows the shapes of the domain and nothing else.",
    ),
    packages(
      "content-needs-yaml",
      "^(question-bank|templates)/",
      ["yaml", "zod", "crypto"],
      "Content is read and checked, no more.",
    ),
    only(
      "exports-render",
      "^exports/",
      "^app/domain/|^exports/",
      "An exporter turns a tree of the domain into bytes; compose the tree in app/domain.",
    ),
    packages(
      "exports-need-docx",
      "^exports/(?!office/)",
      ["yaml", "docx", "fflate", "uqr", "zod", "@viz-js/viz", "crypto", "fs", "url", "worker_threads"],
      "An exporter is a pure function of the record: no store, no network.",
    ),
    packages(
      "office-needs-a-child",
      "^exports/office/",
      ["fflate", "crypto", "fs", "fs/promises", "url", "os", "path", "child_process"],
      "exports/office runs LibreOffice and reads what it made, no more.",
    ),
    only(
      "server-knows-no-screens",
      "^server/(?!app\\.ts)",
      "^app/(domain/|context\\.ts|words/language-of\\.ts)|^(server|exports|question-bank|templates)/",
      "The server implements app/context.ts and renders nothing itself.",
    ),
    {
      name: "ensure-stands-alone",
      severity: "error",
      comment: "ensure.mjs runs on a bare clone, before anything is installed.",
      from: { path: "^server/ensure\\.mjs$" },
      to: { dependencyTypesNot: ["core"] },
    },
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
