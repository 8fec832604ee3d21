import { statSync, writeFileSync } from "node:fs";
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
    [{ PORT: "99999" }, 'PORT: expected a whole number from 0 to 65535, got "99999"'],
    [{ PORT: "30.5" }, 'PORT: expected a whole number from 0 to 65535, got "30.5"'],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL: expected one of "fatal"\|.*"silent", got "loud"$/],
    [
      { PUBLIC_URL: "crm.example.org" },
      'PUBLIC_URL: expected an address without a path, such as https://crm.example.org, got "crm.example.org"',
    ],
    [
      { PUBLIC_URL: "https://example.org/crm" },
      'PUBLIC_URL: expected an address without a path, such as https://crm.example.org, got "https://example.org/crm"',
    ],
    [{ SECRET: "short" }, "SECRET: expected at least 16 characters, got a shorter one"],
    [
      { DATABASE_URL: "postgres://x" },
      "DATABASE_URL: more than one machine is not supported yet; take the variable out",
    ],
    [{ REDIS_URL: "redis://x" }, "REDIS_URL: more than one machine is not supported yet; take the variable out"],
  ])("stop the start with one line: %j", (given, line) => {
    expect(() => readEnv({ DATA_DIR: dataFolder(), ...given })).toThrow(line);
  });

  test("are plain where somebody set them to nothing", () => {
    expect(readEnv({ DATA_DIR: dataFolder(), PORT: "", PUBLIC_URL: "", DATABASE_URL: "" }).PORT).toBe(3000);
  });

  test("give the public address without a slash at its end", () => {
    expect(readEnv({ DATA_DIR: dataFolder(), PUBLIC_URL: "https://crm.example.org/" }).PUBLIC_URL).toBe(
      "https://crm.example.org",
    );
  });

  test("do not sign cookies with a secret that was cut off", () => {
    const DATA_DIR = dataFolder();
    writeFileSync(path.join(DATA_DIR, "secret"), "");
    expect(() => readEnv({ DATA_DIR })).toThrow(/^DATA_DIR: ".*secret" is damaged/);
  });

  test("name a folder that cannot be used", () => {
    expect(() => readEnv({ DATA_DIR: "/dev/null/nowhere" })).toThrow(
      /^DATA_DIR: "\/dev\/null\/nowhere" cannot be used \(E\w+\)$/,
    );
  });
});
