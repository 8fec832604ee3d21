import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

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

/** The same browser without its windows: it takes half the time, for thirteen people need thirteen of them. */
const SHELL = "/usr/bin/chromium-headless-shell";

/** The browser for the checks: a given one, the system's, or the one that Playwright downloads for itself. */
export const chromium = () =>
  [process.env.CHROMIUM_PATH, SHELL, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (file) => file && existsSync(file),
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
  const noShell = isDebian() && !process.env.CHROMIUM_PATH && !existsSync(SHELL);
  if (missing.length === 0 && !noBrowser && !noShell) return null;
  const install = (packages) => {
    console.error(`[checks] apt-get install ${packages.join(" ")}`);
    return run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages]);
  };
  if (isDebian()) {
    run("apt-get", ["update", "-q"]);
    // an older Debian has no such package: then the whole browser does
    const hasShell = noShell && install([path.basename(SHELL)]);
    const packages = [...missing.flatMap(({ apt }) => apt), ...(noBrowser && !hasShell ? ["chromium"] : [])];
    if (packages.length > 0) install(packages);
  } else if (noBrowser) run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const still = [
    ...NEEDED.filter(({ found }) => !found()).map(({ name, apt }) => `${name} (Debian: ${apt.join(" ")})`),
    ...(chromium() || playwrightBrowser() ? [] : ["Chromium (set CHROMIUM_PATH to one)"]),
  ];
  return still.length > 0 ? `The checks need ${still.join(", ")}. Install it and run npm test again.` : null;
};
