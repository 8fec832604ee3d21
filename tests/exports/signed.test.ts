import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { WorkshopRecord } from "#domain/record.ts";
import { formatByName } from "#exports/index.ts";
import { sealOf, signedOf } from "#exports/seal.ts";
import { claimOf, standingOfFile } from "#exports/verify.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";
import { secondEdition } from "./docx/made.ts";
import { headings, laidOut } from "./laid-out.ts";

const AT = "2026-11-17T09:00:00.000Z";
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const closed = (): WorkshopRecord => {
  const story = windows("ru");
  return {
    ...story,
    workshop: {
      ...story.workshop,
      editions: [{ number: 1, closedAt: "2026-11-16T18:00:00.000Z", decisions: story.decisions.length }],
    },
  };
};
const who = (record: WorkshopRecord, as: "head" | "director") => {
  const found = record.participants.find((person) => (as === "head" ? person.head : person.role === "director"));
  if (!found) throw new Error(`the story has no ${as}`);
  return found;
};
const approvedBy = (
  record: WorkshopRecord,
  as: "head" | "director",
  hash = sealOf(record, null).hash,
): WorkshopRecord => {
  const { id, name } = who(record, as);
  const approval = { id: uuid(as === "head" ? 1 : 2), edition: 1, hash, as, participant: id, name, at: AT };
  return { ...record, approvals: [...record.approvals, approval] };
};
const readBy = (record: WorkshopRecord, name: string): WorkshopRecord => {
  const person = record.participants.find((one) => one.name === name);
  const acknowledgement = {
    id: uuid(10 + record.acknowledgements.length),
    edition: 1,
    hash: sealOf(record, null).hash,
    participant: person?.id ?? null,
    name,
    department: person?.department ?? "sales",
    at: AT,
  };
  return { ...record, acknowledgements: [...record.acknowledgements, acknowledgement] };
};

const made = async (name: string, record: WorkshopRecord) =>
  (await formatByName(name)?.make(record, catalogue, "ru")) ?? new Uint8Array();
const asText = async (name: string, record: WorkshopRecord) => new TextDecoder().decode(await made(name, record));

describe("an edition that was approved and read in the record", { timeout: 120_000 }, () => {
  beforeAll(() => void vi.stubEnv("OFFICE", "none"));
  afterAll(() => vi.unstubAllEnvs());

  const record = approvedBy(approvedBy(closed(), "head"), "director");
  const [head, director] = [who(record, "head").name, who(record, "director").name];

  test("is printed with who approved and agreed, and when, in Word, HTML and Markdown", async () => {
    const [first = ""] = laidOut(await made("instruction.docx", record)).pages;
    for (const text of [first, await asText("instruction.html", record), await asText("instruction.md", record)]) {
      const flat = text.replace(/\s+/g, " ");
      expect(flat).toMatch(new RegExp(`УТВЕРЖДАЮ.{1,40}${director}.{1,30}17 ноября 2026 г..{1,30}по личной ссылке`));
      expect(flat).toMatch(new RegExp(`СОГЛАСОВАНО.{1,60}${head}.{1,30}17 ноября 2026 г.`));
      expect(flat).not.toContain("приказом");
    }
  });

  test("keeps a line to sign for whoever has not, and both forms of the stamp", async () => {
    const { pages } = laidOut(await made("instruction.docx", approvedBy(closed(), "head")));
    expect(pages[0]).toMatch(/УТВЕРЖДАЮ\s+_+ \(должность\)/);
    expect(pages[0]).toContain("УТВЕРЖДЕНА приказом");
    expect(pages[0]).toContain("СОГЛАСОВАНО");
    const sheet = pages.find((page) => page.includes("Лист согласования") && page.includes("SHA-256"));
    expect(sheet).toMatch(new RegExp(`${head}.*17\\.11\\.2026\\s+по ссылке`));
    expect(sheet?.split("\n").find((row) => row.includes(director))).not.toContain("по ссылке");
  });

  test("bears nobody's name under other words than those that were approved", async () => {
    const forged = approvedBy(closed(), "director", "f".repeat(64));
    expect(await asText("instruction.md", forged)).toMatch(/УТВЕРЖДАЮ:\*\* __/);
    expect(signedOf(forged).approvals).toEqual([]);
  });

  test("has on its acknowledgement sheet who has read it, newcomers too, and lines for the others", async () => {
    const [anna, boris] = closed().participants;
    const text = await asText("instruction.md", readBy(readBy(closed(), anna?.name ?? ""), "Пётр Новый"));
    expect(text).toMatch(new RegExp(`${anna?.name} \\|.*\\| 1 \\| 17\\.11\\.2026 \\| по ссылке`));
    expect(text).toMatch(/Пётр Новый \|.*\| 1 \| 17\.11\.2026 \| по ссылке/);
    expect(text).toMatch(new RegExp(`${boris?.name} \\|.*\\| 1 \\|  \\|  \\|`));
  });

  test("asks on the sheet of the next edition those again whom its changes touch", async () => {
    const first = secondEdition(windows("ru"));
    const editions = first.workshop.editions ?? [];
    const second = {
      ...first,
      workshop: {
        ...first.workshop,
        editions: [...editions, { number: 2, closedAt: "2027-01-11T18:00:00.000Z", decisions: first.decisions.length }],
      },
    };
    const everybody = second.participants.reduce((known, { name }) => readBy(known, name), {
      ...second,
      workshop: { ...second.workshop, editions },
      decisions: second.decisions.slice(0, editions[0]?.decisions),
    } as WorkshopRecord);
    const text = await asText("instruction.md", { ...second, acknowledgements: everybody.acknowledgements });
    const sheet = text.slice(text.lastIndexOf("Лист ознакомления")).split("\n");
    const asked = second.participants.filter(({ name }) =>
      sheet.some((row) => row.includes(`| ${name} |`) && /\| 2 \| {2}\| {2}\|/.test(row)),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(second.participants.length);
    expect(sheet.filter((row) => row.endsWith("| 1 | 17.11.2026 | по ссылке |"))).toHaveLength(
      second.participants.length - asked.length,
    );
  });

  test("gives the same bytes for the same record, and a copy made before the approval is still known as genuine", async () => {
    const before = await made("instruction.docx", closed());
    const after = await made("instruction.docx", record);
    expect(Buffer.from(await made("instruction.docx", record)).equals(Buffer.from(after))).toBe(true);
    expect(Buffer.from(before).equals(Buffer.from(after))).toBe(false);
    for (const file of [before, after]) {
      const claim = claimOf(file);
      if (!claim) throw new Error("the file says nothing of itself");
      expect(await standingOfFile(file, claim, readBy(record, "Пётр Новый"), catalogue, null)).toBe("exact");
    }
    expect(headings(after)).toEqual(headings(before));
  });
});
