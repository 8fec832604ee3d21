import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** What the checks need beside Node, and the Debian packages that bring it. */
const NEEDED = [
  { name: "LibreOffice Writer", found: () => onPath("soffice"), apt: ["libreoffice-writer-nogui"] },
  { name: "pandoc", found: () => onPath("pandoc"), apt: ["pandoc"] },
  { name: "xmllint", found: () => onPath("xmllint"), apt: ["libxml2-utils"] },
  { name: "poppler (pdftotext)", found: () => onPath("pdftotext"), apt: ["poppler-utils"] },
  { name: "Liberation fonts", found: () => hasFont("Liberation Serif"), apt: ["fonts-liberation", "fontconfig"] },
  { name: "Carlito font", found: () => hasFont("Carlito"), apt: ["fonts-crosextra-carlito"] },
];

const onPath = (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
const hasFont = (family) => spawnSync("fc-list", [family]).stdout?.toString().trim().length > 0;
const isDebian = () => existsSync("/etc/debian_version") && process.getuid?.() === 0;

/** The browser for the checks: a given one, the system's, or the one that Playwright downloads for itself. */
export const chromium = () =>
  [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path && existsSync(path),
  );

const run = (command, args) =>
  spawnSync(command, args, { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
    .status === 0;

const playwrightBrowser = () => {
  try {
    const { chromium } = createRequire(import.meta.url)("@playwright/test");
    return existsSync(chromium.executablePath());
  } catch {
    return false;
  }
};

/** Brings what is missing; answers with one line when something cannot be had, else with null. */
export const bringSystem = () => {
  const missing = NEEDED.filter(({ found }) => !found());
  const noBrowser = !chromium() && !playwrightBrowser();
  if (missing.length === 0 && !noBrowser) return null;
  if (isDebian()) {
    const packages = [...missing.flatMap(({ apt }) => apt), ...(noBrowser ? ["chromium"] : [])];
    console.error(`[checks] apt-get install ${packages.join(" ")}`);
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages]);
  } else if (noBrowser) run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const still = [
    ...NEEDED.filter(({ found }) => !found()).map(({ name, apt }) => `${name} (Debian: ${apt.join(" ")})`),
    ...(chromium() || playwrightBrowser() ? [] : ["Chromium (set CHROMIUM_PATH to one)"]),
  ];
  return still.length > 0 ? `The checks need ${still.join(", ")}. Install it and run npm test again.` : null;
};
