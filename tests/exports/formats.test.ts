import { createHash } from "node:crypto";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { readWorkshopFile } from "#domain/workshop-file.ts";
import { PlanRefused } from "#exports/crm/contract.ts";
import { formatByName, formats, makeFile, makeFiles, NotMade } from "#exports/index.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";

/** The story with its last decision made after the meeting: there are two editions to compare. */
const twice = () => {
  const story = windows();
  const edition = { number: 1, closedAt: "2026-11-23T16:00:00.000Z", decisions: story.decisions.length - 1 };
  return { ...story, workshop: { ...story.workshop, editions: [edition] } };
};

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe("the table of formats", { timeout: 120_000 }, () => {
  test("names each file once, in the order in which people look for them", () => {
    expect(formats.map(({ name }) => name)).toEqual([
      "instruction.docx",
      "instruction.pdf",
      "instruction.md",
      "instruction.html",
      "summary.docx",
      "crib.docx",
      "crib.html",
      "redline.docx",
      "pipeline.json",
      "pipeline.yaml",
      "pipeline.svg",
      "fields.csv",
      "stages.csv",
      "loss-reasons.csv",
      "amocrm.zip",
      "amocrm-checklist.docx",
      "bitrix24.zip",
      "bitrix24-checklist.docx",
      "odoo.zip",
      "odoo-checklist.docx",
      "hubspot.zip",
      "hubspot-checklist.docx",
      "pipedrive.zip",
      "pipedrive-checklist.docx",
      "salesforce.zip",
      "salesforce-checklist.docx",
      "requirements.md",
      "crm-comparison.md",
      "reviews.ics",
      "workshop.json",
    ]);
    expect(formatByName("pipeline.json")?.type).toBe("application/json");
    expect(formatByName("../secret")).toBeUndefined();
  });

  test.each(formats.map(({ name }) => name))("makes the same bytes of %s each time", async (name) => {
    const format = formatByName(name);
    const first = await format?.make(twice(), catalogue, "ru");
    expect(first?.length).toBeGreaterThan(500);
    expect(await format?.make(twice(), catalogue, "ru")).toEqual(first);
  });

  test("reports each file with its SHA-256, and what it could not carry", async () => {
    const made = await makeFiles(twice(), catalogue, "en");
    const report = JSON.parse(text(made.at(-1)?.bytes));
    expect(made.at(-1)?.name).toBe("report.json");
    expect(report.files).toHaveLength(formats.length);
    for (const { name, sha256, size, lost } of report.files) {
      const bytes = made.find((file) => file.name === name)?.bytes ?? new Uint8Array();
      expect([sha256, size]).toEqual([createHash("sha256").update(bytes).digest("hex"), bytes.length]);
      for (const { what, why } of lost) expect([what, why]).toEqual([expect.any(String), expect.any(String)]);
    }
    const pipeline = report.files.find(({ name }: { name: string }) => name === "pipeline.json");
    expect(pipeline.lost.map(({ what }: { what: string }) => what)).toContainEqual(
      expect.stringContaining("goals-why-crm"),
    );
  });

  test("names in the report what a machine without LibreOffice cannot make, and refuses it when it is asked for", async () => {
    vi.stubEnv("OFFICE", "none");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const made = await makeFiles(twice(), catalogue, "en");
    expect(made.map(({ name }) => name)).not.toContain("instruction.pdf");
    expect(JSON.parse(text(made.at(-1)?.bytes)).notMade).toEqual([
      { name: "instruction.pdf", why: expect.stringContaining("no LibreOffice") },
    ]);
    await expect(makeFiles(windows(), catalogue, "en", { wanted: ["instruction.pdf"] })).rejects.toThrow(NotMade);
  });

  test("says of a first edition that there is none to compare it with", async () => {
    const made = await makeFiles(windows(), catalogue, "en", { wanted: ["redline.docx"] }).catch((error) => error);
    expect(made).toBeInstanceOf(NotMade);
  });

  test("says of a CRM that cannot hold the pipeline why, as of any file that cannot be made", async () => {
    const wanted = formatByName("amocrm.zip");
    const refusing = { ...wanted, name: "amocrm.zip", make: () => Promise.reject(new PlanRefused("этапов 101")) };
    await expect(makeFile(refusing as never, windows(), catalogue, "ru")).rejects.toMatchObject({
      name: "NotMade",
      file: "amocrm.zip",
      why: { ru: "этапов 101" },
    });
  });

  test("hands the whole record over in workshop.json", async () => {
    const bytes = await formatByName("workshop.json")?.make(windows("en"), catalogue, "en");
    expect(readWorkshopFile(text(bytes))).toEqual({ record: windows("en") });
  });
});
