import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashedText } from "#domain/proposal.ts";
import { WorkshopRecord } from "#domain/record.ts";
import { outcomeOfRound } from "#domain/room.ts";
import { rulesOf } from "#domain/rule.ts";
import { questions } from "#question-bank";
import { catalogue, demoRecord, demoStory } from "#templates";
import { windows } from "../story/windows.ts";

describe("the demo workshop of the windows company", () => {
  test.each(["ru", "en"] as const)("is a valid record in %s", (language) => {
    expect(WorkshopRecord.safeParse(windows(language)).error).toBeUndefined();
  });

  test("was decided as it was told: thirteen unanimous, three almost, one by the head, one parked", () => {
    const discussed = windows().decisions.slice(0, demoStory("windows")?.decisions.length);
    const spread: Record<string, number> = {};
    for (const decision of discussed) {
      const outcome = decision.kind === "consent" ? decision.verdict : decision.kind;
      spread[outcome] = (spread[outcome] ?? 0) + 1;
    }
    expect(spread).toEqual({ unanimous: 13, "almost-unanimous": 3, head: 1, parked: 1 });
  });

  test("reaches each consent by the arithmetic that everybody can see", () => {
    const record = windows();
    for (const decision of record.decisions) {
      if (decision.kind !== "consent") continue;
      const round = record.rounds.find(({ id }) => id === decision.round);
      expect(round && outcomeOfRound(record, round).verdict, decision.question).toBe(decision.verdict);
    }
  });

  test("counts ten voters in every round", () => {
    for (const round of windows().rounds) {
      expect(round.invited).toBe(10);
      expect(round.ballots).toHaveLength(round.answered);
      expect(round.answered).toBe(10);
    }
  });

  test("hashes every proposal the way the server does", () => {
    for (const { wording, answer, hash } of windows().proposals)
      expect(hash).toBe(createHash("sha256").update(hashedText(wording, answer)).digest("hex"));
  });

  test("has a rule in every section, or a question that was parked", () => {
    const fed = new Set(rulesOf(windows()).flatMap(({ sections }) => sections));
    expect(catalogue.sections.filter(({ id }) => !fed.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test("leaves no asked question open", () => {
    expect(windows().asked.filter(({ phase }) => phase !== "decided" && phase !== "parked")).toEqual([]);
  });

  test("is the same record each time, and shares no id with a demo loaded under another name", () => {
    expect(windows()).toEqual(windows());
    const other = demoRecord("windows", "ru", questions, "another");
    const ids = new Set(windows().proposals.map(({ id }) => id));
    expect(other?.proposals.some(({ id }) => ids.has(id))).toBe(false);
  });

  test("does not exist for a template that has no story", () => {
    expect(demoRecord("hotel", "ru", questions)).toBeUndefined();
  });
});
