import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { gapsOf } from "#domain/gaps.ts";
import type { Language } from "#domain/language.ts";
import { hashedText } from "#domain/proposal.ts";
import { WorkshopRecord } from "#domain/record.ts";
import { outcomeOfRound } from "#domain/room.ts";
import { rulesOf } from "#domain/rule.ts";
import { questions } from "#question-bank";
import { catalogue, demoRecord, demoStory, demoTemplates } from "#templates";
import { windows } from "../story/windows.ts";

describe.each(demoTemplates.map(({ id }) => id))("the demo workshop of %s", (id) => {
  const record = (language: Language = "ru") => demoRecord(id, language, questions) as WorkshopRecord;

  test.each(["ru", "en"] as const)("is a valid record in %s, with no gap that blocks the final edition", (language) => {
    expect(WorkshopRecord.safeParse(record(language)).error).toBeUndefined();
    expect(gapsOf(record(language), catalogue).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("reaches each consent by the arithmetic that everybody can see", () => {
    for (const decision of record().decisions) {
      if (decision.kind !== "consent") continue;
      const round = record().rounds.find((one) => one.id === decision.round);
      expect(round && outcomeOfRound(record(), round).verdict, decision.question).toBe(decision.verdict);
    }
  });

  test("counts ten voters in every round", () => {
    for (const round of record().rounds) {
      expect(round.invited).toBe(10);
      expect(round.ballots).toHaveLength(round.answered);
      expect(round.answered).toBe(10);
    }
  });

  test("hashes every proposal the way the server does", () => {
    for (const { wording, answer, hash } of record().proposals)
      expect(hash).toBe(createHash("sha256").update(hashedText(wording, answer)).digest("hex"));
  });

  test("has a rule in every section, or a question that was parked", () => {
    const fed = new Set(rulesOf(record()).flatMap(({ sections }) => sections));
    expect(catalogue.sections.filter((section) => !fed.has(section.id)).map((section) => section.id)).toEqual([]);
  });

  test("leaves no asked question open", () => {
    expect(record().asked.filter(({ phase }) => phase !== "decided" && phase !== "parked")).toEqual([]);
  });

  test("is the same record each time, and shares no id with a demo loaded under another name", () => {
    expect(record()).toEqual(record());
    const other = demoRecord(id, "ru", questions, "another");
    const ids = new Set(record().proposals.map((proposal) => proposal.id));
    expect(other?.proposals.some((proposal) => ids.has(proposal.id))).toBe(false);
  });
});

describe("the demo workshop of the windows company", () => {
  test("was decided as it was told: thirteen unanimous, three almost, one by the head, one parked", () => {
    const discussed = windows().decisions.slice(0, demoStory("windows")?.decisions.length);
    const spread: Record<string, number> = {};
    for (const decision of discussed) {
      const outcome = decision.kind === "consent" ? decision.verdict : decision.kind;
      spread[outcome] = (spread[outcome] ?? 0) + 1;
    }
    expect(spread).toEqual({ unanimous: 13, "almost-unanimous": 3, head: 1, parked: 1 });
  });

  test("does not exist for a template that has no story", () => {
    expect(demoRecord("hotel", "ru", questions)).toBeUndefined();
  });
});
