import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Json, Plan } from "#exports/crm/contract.ts";
import { planFor, vendors } from "#exports/crm/index.ts";
import { packageOf } from "#exports/crm/package.ts";
import { windowsPipeline } from "./pipelines.ts";

const digest = (value: Json | Uint8Array): string =>
  createHash("sha256")
    .update(value instanceof Uint8Array ? value : JSON.stringify(value))
    .digest("hex")
    .slice(0, 12);

/**
 * A plan as a table that can be compared line by line: what is called, with which body, after what; which files go along; how much of each
 * kind is left for the hand, and why.
 */
const table = ({ steps, files, warnings, unsupported }: Plan): string => {
  const left = new Map<string, Json[]>();
  for (const { element, reason, manual } of unsupported) {
    const why = `by hand, ${element.slice(0, element.indexOf(":"))}, ${reason}`;
    left.set(why, [...(left.get(why) ?? []), [element, manual]]);
  }
  return `${[
    ...steps.map(({ id, method, path, body, finds, changes, needs, carries, when }) =>
      [
        `${id}: ${method} ${path} ${digest(body)}`,
        finds && `finds ${finds.method} ${finds.path} ${digest(finds.body)}`,
        changes && `changes ${changes.method} ${changes.path} ${digest(changes.body)}`,
        needs.length > 0 && `needs ${needs.length < 4 ? needs.join(", ") : needs.length}`,
        when && `when ${when}`,
        carries.length > 0 && `carries ${carries.length < 4 ? carries.join(", ") : carries.length}`,
      ]
        .filter(Boolean)
        .join(" | "),
    ),
    "",
    ...files.map(({ name, text }) => `${name} ${text.length} ${digest(text)}`),
    "",
    ...warnings.map(({ element, what }) => `${element}: ${what}`),
    "",
    ...[...left].map(([why, elements]) => `${why}: ${elements.length} ${digest(elements)}`),
  ].join("\n")}\n`;
};

test.each(vendors.map((vendor) => [vendor.name, vendor] as const))(
  "the package of the windows story for %s is, letter for letter, what it was",
  async (name, vendor) => {
    const pipeline = windowsPipeline();
    const files = unzipSync(packageOf(vendor, pipeline, "ru"));
    const text = (file: string) => new TextDecoder().decode(files[`${name}/${file}`]);
    const plan = JSON.parse(text("plan.json")) as Plan;
    expect(plan).toEqual(JSON.parse(JSON.stringify(planFor(vendor, pipeline, "ru"))));
    for (const file of plan.files) expect(text(file.name)).toBe(file.text);
    await expect(table(plan)).toMatchFileSnapshot(`../../golden/${name}.plan.txt`);
    await expect(text("README.md")).toMatchFileSnapshot(`../../golden/${name}.readme.md`);
    for (const { manual } of plan.unsupported) expect(manual.trim()).not.toBe("");
    expect(text("checklist.md").match(/^- \[ \] /gm)?.length).toBe(plan.unsupported.length);
  },
);
