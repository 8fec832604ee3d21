import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { countGaps, gapsOf } from "#domain/gaps.ts";
import type { Language } from "#domain/language.ts";
import { hashedText } from "#domain/proposal.ts";
import { WorkshopRecord } from "#domain/record.ts";
import { outcomeOfRound } from "#domain/room.ts";
import { rulesOf } from "#domain/rule.ts";
import { questions } from "#question-bank";
import { catalogue, type DemoStory, demoRecord, demoStory, templates } from "#templates";

const stories = templates.flatMap(({ id }) => demoStory(id) ?? []);

const outcomesOf = (id: string): Record<string, number> => {
  const discussed = demoRecord(id, "ru", questions)?.decisions.slice(0, demoStory(id)?.decisions.length) ?? [];
  const spread: Record<string, number> = {};
  for (const decision of discussed) {
    const outcome = decision.kind === "consent" ? decision.verdict : decision.kind;
    spread[outcome] = (spread[outcome] ?? 0) + 1;
  }
  return spread;
};

describe.each(stories)("the demo workshop of the $id story", (story: DemoStory) => {
  const record = (language: Language = "ru") => demoRecord(story.id, language, questions) as WorkshopRecord;
  const voters = story.people.filter(({ votes }) => votes).length;

  test.each(["ru", "en"] as const)("is a valid record in %s", (language) => {
    expect(WorkshopRecord.safeParse(record(language)).error).toBeUndefined();
  });

  test.each(["ru", "en"] as const)("leaves no gap that would block the final document in %s", (language) => {
    expect(countGaps(gapsOf(record(language), catalogue)).errors).toBe(0);
  });

  test("reaches each consent by the arithmetic that everybody can see", () => {
    const held = record();
    for (const decision of held.decisions) {
      if (decision.kind !== "consent") continue;
      const round = held.rounds.find(({ id }) => id === decision.round);
      expect(round && outcomeOfRound(held, round).verdict, decision.question).toBe(decision.verdict);
    }
  });

  test("counts every voter in every round", () => {
    for (const round of record().rounds) {
      expect(round.invited).toBe(voters);
      expect(round.ballots).toHaveLength(round.answered);
      expect(round.answered).toBe(voters);
    }
  });

  test("hashes every proposal the way the server does", () => {
    for (const { wording, answer, hash } of record().proposals)
      expect(hash).toBe(createHash("sha256").update(hashedText(wording, answer)).digest("hex"));
  });

  test("has a rule in every section, or a question that was parked", () => {
    const fed = new Set(rulesOf(record()).flatMap(({ sections }) => sections));
    expect(catalogue.sections.filter(({ id }) => !fed.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test("leaves no asked question open", () => {
    expect(record().asked.filter(({ phase }) => phase !== "decided" && phase !== "parked")).toEqual([]);
  });

  test("is the same record each time, and shares no id with a demo loaded under another name", () => {
    expect(record()).toEqual(record());
    const other = demoRecord(story.id, "ru", questions, "another");
    const ids = new Set(record().proposals.map(({ id }) => id));
    expect(other?.proposals.some(({ id }) => ids.has(id))).toBe(false);
  });
});

test("the windows workshop was decided as it was told: thirteen unanimous, three almost, one by the head, one parked", () => {
  expect(outcomesOf("windows")).toEqual({ unanimous: 13, "almost-unanimous": 3, head: 1, parked: 1 });
});

test("the wholesale workshop was decided as it was told: nine unanimous, three almost, one by the head, one parked", () => {
  expect(outcomesOf("wholesale")).toEqual({ unanimous: 9, "almost-unanimous": 3, head: 1, parked: 1 });
});

test("a demo does not exist for a template that has no story", () => {
  expect(demoRecord("hotel", "ru", questions)).toBeUndefined();
});
