import { statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readEnv } from "#server/env.ts";
import { dataFolder } from "./data-folder.ts";

describe("the settings", () => {
  test("have defaults, and a secret is made once and kept for the owner only", () => {
    const DATA_DIR = dataFolder();
    const env = readEnv({ DATA_DIR });
    expect(env).toMatchObject({ PORT: 3000, HOST: "0.0.0.0", LOG_LEVEL: "info" });
    expect(readEnv({ DATA_DIR }).SECRET).toBe(env.SECRET);
    expect(statSync(path.join(DATA_DIR, "secret")).mode & 0o777).toBe(0o600);
  });

  test.each([
    [{ PORT: "abc" }, 'PORT: expected a whole number from 0 to 65535, got "abc"'],
    [
      { PUBLIC_URL: "crm.example.org" },
      'PUBLIC_URL: expected an address such as https://crm.example.org, got "crm.example.org"',
    ],
    [{ SECRET: "short" }, "SECRET: expected at least 16 characters, got a shorter one"],
    [
      { DATABASE_URL: "postgres://x" },
      "DATABASE_URL: more than one machine is not supported yet; take the variable out",
    ],
  ])("stop the start with one line: %j", (given, line) => {
    expect(() => readEnv({ DATA_DIR: dataFolder(), ...given })).toThrow(line);
  });

  test("name a folder that cannot be used", () => {
    expect(() => readEnv({ DATA_DIR: "/dev/null/nowhere" })).toThrow(
      /^DATA_DIR: "\/dev\/null\/nowhere" cannot be used \(E\w+\)$/,
    );
  });
});
