import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** What facilitators choose this room for; each is shown in real browsers by a test that bears its name. */
const TEN = {
  "@join": "joining without an account, which survives everything",
  "@silence": "real silence for everyone, facilitator and head included",
  "@anonymous-objections": "anonymous objections that can be answered",
  "@arithmetic": "the arithmetic of near-unanimity",
  "@bound-ballots": "ballots bound to the wording",
  "@lossless-undo": "readiness, and stepping back without loss",
  "@projector": "a projector of its own",
  "@other-rooms": "a shared device and counted hands, marked as such",
  "@order-card": "the walk along the deal with its order card",
  "@document": "a document that is visible from the first rule on",
};

test("each of the ten features is shown by a browser test that bears its name, and no name is unknown", () => {
  const folder = path.join(import.meta.dirname, "../e2e");
  const specs = readdirSync(folder).filter((name) => name.endsWith(".spec.ts"));
  const tags = specs.flatMap((name) =>
    [...readFileSync(path.join(folder, name), "utf8").matchAll(/tag: \[([^\]]+)\]/g)].flatMap(([, listed = ""]) =>
      [...listed.matchAll(/"(@[a-z-]+)"/g)].map(([, tag]) => tag),
    ),
  );
  expect([...new Set(tags)].sort()).toEqual(Object.keys(TEN).sort());
});
