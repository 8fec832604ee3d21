import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordAt } from "#domain/edition.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { clausesOf, composeRegulation, textOf } from "#domain/regulation.ts";
import { rulesOf } from "#domain/rule.ts";
import { plainText } from "#domain/wording.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";

const story = windows("ru");
const regulation = composeRegulation(story, catalogue, "ru");
const sections = regulation.parts.flatMap((part) => part.sections);

describe("the regulation of the windows company", () => {
  test("has three numbered parts, then final provisions outside them", () => {
    expect(regulation.parts.map(({ number }) => number)).toEqual([1, 2, 3, null]);
    expect(sections.map(({ number }) => number)).toEqual(catalogue.sections.map(({ number }) => number));
  });

  test("prints every rule in force exactly once, with its version and how it was adopted", () => {
    const printed = clausesOf(regulation)
      .map(({ rule }) => rule)
      .sort();
    expect(printed).toEqual(
      rulesOf(story)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("numbers clauses by their section without holes", () => {
    for (const section of sections) {
      const numbers = section.items.flatMap((item) => (item.kind === "clause" ? [item.number] : []));
      expect(numbers).toEqual(numbers.map((_, index) => `${section.number}.${index + 1}`));
    }
  });

  test("names a rule that belongs to several sections by its number in the others", () => {
    const references = sections.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === "paragraph" ? item.inlines.filter(({ ref }) => ref) : [])),
    );
    expect(references.length).toBeGreaterThan(10);
    for (const { ref, text } of references)
      expect(clausesOf(regulation).find(({ id }) => id === ref)?.number).toBe(text);
  });

  test("shows the stages with what was agreed about them", () => {
    const table = sections.find(({ id }) => id === "stages")?.items.find(({ kind }) => kind === "table");
    const rows = table?.kind === "table" ? table.rows.map((row) => row.map(textOf)) : [];
    expect(rows).toHaveLength(11);
    expect(rows[6]?.slice(0, 3)).toEqual(["7. Изделия готовы", "Начальник производства", "10 рабочих дней"]);
  });

  test("speaks in right plurals and in both languages", () => {
    const english = composeRegulation(windows("en"), catalogue, "en");
    expect(JSON.stringify(regulation)).toMatch(/1 рабочий день/);
    expect(JSON.stringify(regulation)).toMatch(/4 рабочих часа/);
    expect(JSON.stringify(english)).toMatch(/10 working days/);
    expect(JSON.stringify(english)).not.toMatch(/[а-яё]{3}/i);
  });

  test("registers each decision with its counts, objections and what became of them", () => {
    const register = JSON.stringify(regulation.annexes.find(({ id }) => id === "decisions"));
    expect(register).toContain("учтено в тексте");
    expect(register).toContain("почти единогласно");
    expect(register).toContain("решение руководителя");
  });
});

describe("a regulation", () => {
  test("says of a section without rules that nothing is agreed yet", () => {
    const empty = composeRegulation({ ...story, decisions: [] }, catalogue, "ru");
    expect(clausesOf(empty)).toEqual([]);
    expect(
      empty.parts.flatMap((part) => part.sections).every(({ isAgreed, items }) => !isAgreed && items.length === 1),
    ).toBe(true);
  });

  test("of a closed edition says the same whatever is objected to and voted on later", () => {
    const question = "standards-phone";
    const closedAt = "2026-11-16T18:00:00.000Z";
    const editions = [{ number: 1, closedAt, decisions: story.decisions.length, findings: [] }];
    const closed = { ...story, workshop: { ...story.workshop, editions } };
    const round = story.rounds.findLast((one) => one.question === question);
    if (!round) throw new Error("the story has no such round");
    const objection = {
      id: "99999999-0000-4000-8000-000000000002",
      question,
      round: round.id,
      reason: "Трубку берут двое сразу",
      wish: "Назвать одного",
      by: null,
      disposition: "integrated" as const,
      replies: [],
      late: true as const,
    };
    const raised = { ...closed, objections: [...story.objections, objection] };
    const later = {
      ...round,
      id: "99999999-0000-4000-8000-000000000003",
      number: 2,
      closedAt: "2026-12-01T10:00:00.000Z",
    };
    const voted = { ...raised, rounds: [...story.rounds, later] };
    const said = (record: WorkshopRecord, edition: number) =>
      composeRegulation(recordAt(record, edition), catalogue, "ru");
    expect(said(raised, 1)).toEqual(said(closed, 1));
    expect(said(voted, 1)).toEqual(said(closed, 1));
    const decision = story.decisions.find((one) => one.question === question);
    if (decision?.kind !== "consent") throw new Error("the story has no such decision");
    const anew = { ...decision, id: objection.id, round: later.id, at: "2026-12-01T10:01:00.000Z" };
    const second = said({ ...voted, decisions: [...story.decisions, anew] }, 2);
    expect(JSON.stringify(second.annexes)).toContain("Трубку берут двое сразу");
  });

  test("lists as open what is parked now, not what was parked once and adopted later", () => {
    const parked = (record: WorkshopRecord) =>
      JSON.stringify(composeRegulation(record, catalogue, "ru").annexes.find(({ id }) => id === "dissent"));
    const [adopted] = story.decisions.filter(({ kind }) => kind === "consent");
    if (!adopted) throw new Error("the story has no consent");
    const parking = {
      kind: "parked" as const,
      id: "99999999-0000-4000-8000-000000000001",
      question: adopted.question,
      owner: "Кладовщик Семён",
      dueOn: "2027-02-01",
      missing: "цифры за год",
      at: "2026-11-15T07:00:00.000Z",
    };
    expect(parked({ ...story, decisions: [...story.decisions, parking] })).toContain("Кладовщик Семён");
    expect(parked({ ...story, decisions: [parking, ...story.decisions] })).not.toContain("Кладовщик Семён");
  });

  test("keeps apart the stages of two deal types that share their ids", () => {
    const again = (key: string) => key.replace("@new-private", "@old");
    const [first] = story.workshop.dealTypes;
    if (!first) throw new Error("the story has no deal type");
    const old = {
      ...first,
      id: "old",
      name: "Действующий клиент",
      stages: first.stages.map((stage) => ({ ...stage, name: `${stage.name} повторно` })),
    };
    const ofStages = (one: { question: string }) => one.question.includes("@new-private.");
    const copied = story.decisions.filter(ofStages).map((one) => ({ ...one, question: again(one.question) }));
    const record: WorkshopRecord = {
      ...story,
      workshop: { ...story.workshop, dealTypes: [first, old] },
      asked: [
        ...story.asked,
        ...story.asked
          .filter(({ key }) => key.includes("@new-private."))
          .map((one) => ({ ...one, key: again(one.key), dealType: "old" })),
      ],
      decisions: [...story.decisions, ...copied],
    };
    const both = composeRegulation(record, catalogue, "ru");
    const stages = both.parts.flatMap((part) => part.sections).find(({ id }) => id === "stages");
    const heads = stages?.items.flatMap((item) => (item.kind === "stage" ? [item.text] : [])) ?? [];
    const own = heads.filter((text) => text.includes("(Действующий клиент)"));
    expect(own).toHaveLength(heads.length / 2);
    expect(own.every((text) => text.includes(" повторно"))).toBe(true);
    expect(heads.filter((text) => !own.includes(text)).some((text) => text.includes("повторно"))).toBe(false);
    const roles = JSON.stringify(both.annexes.find(({ id }) => id === "roles"));
    expect(roles).toContain(`${old.stages[0]?.name} (Действующий клиент)`);
  });

  test("of any part of the decisions prints the rules of that part, each once", () => {
    fc.assert(
      fc.property(fc.subarray(story.decisions), (decisions) => {
        const record = { ...story, decisions };
        const printed = clausesOf(composeRegulation(record, catalogue, "ru"));
        expect(printed.map(({ rule }) => rule).sort()).toEqual(
          rulesOf(record)
            .map(({ id }) => id)
            .sort(),
        );
      }),
      { numRuns: 25 },
    );
  });

  test("prints the superseding wording of a rule and registers the change", () => {
    const [decision] = story.decisions.filter((one) => one.kind === "consent");
    const proposal = story.proposals.find(({ id }) => decision?.kind === "consent" && id === decision.proposal);
    if (decision?.kind !== "consent" || !proposal) throw new Error("the story has no consent");
    const id = "99999999-0000-4000-8000-000000000000";
    const later = composeRegulation(
      {
        ...story,
        proposals: [
          ...story.proposals,
          { ...proposal, id, version: 9, wording: [{ kind: "paragraph", spans: [{ text: "Иначе." }] }] },
        ],
        decisions: [...story.decisions, { ...decision, id, proposal: id, at: "2027-01-10T10:00:00.000Z" }],
      },
      catalogue,
      "ru",
    );
    expect(plainText(proposal.wording)).not.toContain("Иначе.");
    expect(clausesOf(later).find((clause) => clause.id === decision.question)?.version).toBe(2);
    expect(later.changes.at(-1)).toMatchObject({ version: 2, date: "2027-01-10" });
  });
});
