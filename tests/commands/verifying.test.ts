import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { recordAt } from "#domain/edition.ts";
import { formatByName } from "#exports/index.ts";
import { sealOf } from "#exports/seal.ts";
import { openVerifier } from "#server/commands/verifying.ts";
import { openExporter } from "#server/exporting/index.ts";
import { catalogue } from "#templates";
import { secondEdition } from "../exports/docx/made.ts";
import { answering, windows } from "../story/windows.ts";

const ADDRESS = "https://crm.example.org";
const story = windows("ru");
const seal = sealOf(story, ADDRESS);
const verifier = (record = story) =>
  openVerifier(
    {
      house: { loaded: { of: async (id: string) => (id === record.workshop.id ? { record } : null) } as never },
      limits: { verify: async () => null, verifyFile: async () => null },
      publicAddress: ADDRESS,
      exporter: openExporter(),
    },
    "192.0.2.1",
  );

describe("somebody holds a document and asks whether it is the one", { timeout: 120_000 }, () => {
  let docx: Uint8Array;
  beforeAll(async () => {
    vi.stubEnv("OFFICE", "none");
    docx =
      (await formatByName("instruction.docx")?.make(story, catalogue, "ru", { address: ADDRESS })) ?? new Uint8Array();
  });
  afterAll(() => vi.unstubAllEnvs());

  test("by its id, typed from paper, gets edition, date and checksum, and nothing for an id that is nobody's", async () => {
    expect(await verifier().document(seal.id)).toEqual({
      id: seal.id,
      hash: seal.hash,
      edition: 1,
      newest: 1,
      date: "2026-11-16",
    });
    for (const wrong of ["", "demo-windows.7", "demo-windows.0", "nobody.1", "../../etc/passwd.1"])
      expect(await verifier().document(wrong)).toBeNull();
  });

  test("by the file as it was issued hears that it is genuine", async () => {
    expect(await verifier().file(docx)).toMatchObject({ standing: "exact", document: { id: seal.id } });
  });

  test("by the file of a former edition hears that it is genuine and that there is a newer one", async () => {
    const later = secondEdition(story);
    const former = await formatByName("instruction.docx")?.make(recordAt(later, 1), catalogue, "ru", {
      address: ADDRESS,
    });
    expect(await verifier(later).file(former ?? new Uint8Array())).toMatchObject({
      standing: "exact",
      document: { edition: 1, newest: 2 },
    });
  });

  test("by a file in which one letter was changed hears that it was saved anew", async () => {
    const parts = unzipSync(docx);
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    const forged = zipSync({ ...parts, "word/document.xml": strToU8(xml.replace("третьего гудка", "пятого гудка")) });
    expect(await verifier().file(forged)).toMatchObject({ standing: "resaved" });
  });

  test("by a file of other rules under the same id hears that the content is another", async () => {
    const other = answering(story, "standards-phone", "duration", (answer) => ({
      ...answer,
      norms: answer.norms.map((norm) => ({ ...norm, what: `${norm.what}.` })),
    }));
    expect(await verifier(other).file(docx)).toMatchObject({ standing: "other" });
  });

  test("by something else hears that it is none of ours", async () => {
    for (const foreign of [new Uint8Array(), strToU8("%PDF-1.7 чужой"), strToU8("PK чужой"), strToU8("текст")])
      expect(await verifier().file(foreign)).toMatchObject({ standing: "foreign", document: null });
  });

  test("is asked to wait when that is tried too often", async () => {
    const busy = openVerifier(
      {
        house: { loaded: { of: async () => null } as never },
        limits: { verify: async () => ({ refused: "too-many" as const, count: 7 }), verifyFile: async () => null },
        publicAddress: null,
        exporter: openExporter(),
      },
      "192.0.2.1",
    );
    expect(await busy.document("x.1")).toEqual({ refused: "too-many", count: 7 });
  });

  test("is asked to come again while others' files are compared", async () => {
    const busy = openVerifier(
      {
        house: { loaded: { of: async () => null } as never },
        limits: { verify: async () => null, verifyFile: async () => null },
        publicAddress: null,
        exporter: { ...openExporter(), waiting: (job) => (job === "standing" ? 2 : 0) },
      },
      "192.0.2.1",
    );
    expect(await busy.file(docx)).toEqual({ refused: "too-many", count: 20 });
  });

  test("by a file of ten megabytes that is made to be read slowly is answered at once", async () => {
    const began = performance.now();
    const slow = `%PDF-${"a".repeat(5_000_000)}${", sha256-".repeat(500_000)}`;
    expect(await verifier().file(strToU8(slow))).toMatchObject({ standing: "foreign" });
    // seconds to hours for a pattern that is tried from each letter
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
