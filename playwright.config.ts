import { defineConfig } from "@playwright/test";
import { chromium } from "./tests/system.mjs";

const LONG = /(?:twelve|screens|story|silence|wall)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  workers: 2,
  // every test has a server of its own
  fullyParallel: true,
  // seven browsers on two cores are slow at times; a test that passes waits for none of this
  timeout: 300_000,
  // the longest come first, so that no worker is left with one of them at the end
  projects: [
    { name: "long", testMatch: LONG },
    { name: "short", testIgnore: LONG },
  ],
  expect: { timeout: 30_000 },
  retries: 1,
  reporter: [["list"]],
  use: {
    locale: "ru-RU",
    trace: "off",
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: chromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
