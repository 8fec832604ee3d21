import { describe, expect, test } from "vitest";
import { changesBetween, editionContent, editionNumber, recordAt } from "#domain/edition.ts";
import { type Editorial, mayCorrect, noteTo, PREFACE } from "#domain/editorial.ts";
import { readersOf } from "#domain/readers.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { searchClauses } from "#domain/regulation/search.ts";
import { clausesOf, composeRegulation } from "#domain/regulation.ts";
import { rulesOf } from "#domain/rule.ts";
import { wordingOf } from "#domain/wording.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";

const ID = "00000000-0000-4000-8000-00000000000";
const at = "2026-12-01T10:00:00.000Z";
const by = "Марина Лебедева";
const story = windows();
const closedAt = (record: WorkshopRecord): WorkshopRecord => ({
  ...record,
  workshop: {
    ...record.workshop,
    editions: [
      ...(record.workshop.editions ?? []),
      {
        number: (record.workshop.editions?.length ?? 0) + 1,
        closedAt: at,
        decisions: record.decisions.length,
        ...(record.editorials.length > 0 && { editorials: record.editorials.length }),
      },
    ],
  },
});
const rule = rulesOf(story)[0] as ReturnType<typeof rulesOf>[number];
const word = /[а-яё]{7,}/.exec(rule.text)?.[0] ?? "";
const slip: Editorial = {
  kind: "typo",
  id: `${ID}1`,
  question: rule.question,
  proposal: rule.proposal.id,
  wrong: word,
  right: `${word.slice(0, -1)}ц`,
  by,
  at,
};
const edited = (...editorials: Editorial[]): WorkshopRecord => ({ ...closedAt(story), editorials });

describe("a correction of spelling", () => {
  const wording = wordingOf("Менеджер не дает скидку до 10 % без согласия. Клеинт ждет, что делать или отказаться.");
  const refused = (wrong: string, right: string) => mayCorrect(wording, { wrong, right })?.refused ?? null;

  test.each([
    ["Клеинт", "Клиент"],
    ["скидку до", "скидку, до"],
    ["что делать", "что-делать"],
    ["согласия", "согласея"],
  ])("may be made without a vote: «%s» → «%s»", (wrong, right) => expect(refused(wrong, right)).toBeNull());

  test.each([
    ["10 %", "15 %"],
    ["не дает", "дает"],
    ["до 10", "от 10"],
    ["делать или отказаться", "делать и отказаться"],
    ["Менеджер", "Директор"],
    ["ждет", "ждет звонка"],
    ["без согласия", "с согласия"],
  ])("has to be voted on where the meaning may change: «%s» → «%s»", (wrong, right) =>
    expect(refused(wrong, right)).toBe("typo-meaning"),
  );

  test("names what is wrong with it otherwise", () => {
    expect(refused("слона", "слон")).toBe("typo-not-there");
    expect(refused("Клеинт", "Клеинт")).toBe("typo-same");
    expect(refused(" ", "а")).toBe("text-empty");
    expect(refused("а".repeat(121), "б")).toBe("text-too-long");
  });

  test("is read in the rule and marked in the clause and the register, while the proposal stays as it was voted on", () => {
    const record = edited(slip);
    const [now] = rulesOf(record);
    expect(now?.text).toContain(slip.right);
    expect(now?.proposal).toEqual(rule.proposal);
    const regulation = composeRegulation(record, catalogue, "ru");
    expect(clausesOf(regulation).find(({ id }) => id === rule.question)?.typos).toEqual([
      { id: slip.id, wrong: slip.wrong, right: slip.right, date: "2026-12-01" },
    ]);
    expect(regulation.changes.at(-1)?.ground).toBe(
      `${rule.id}, исправлена опечатка: «${slip.wrong}» → «${slip.right}»`,
    );
  });

  test("is as if it had never been when somebody wants a vote, but stays in the record", () => {
    const record = edited(slip, { kind: "recall", id: `${ID}2`, at, typo: slip.id });
    expect(rulesOf(record)[0]?.text).toBe(rule.text);
    expect(record.editorials).toHaveLength(2);
  });

  test("makes a new edition that says what changed, and leaves the old one and its hash alone", () => {
    const record = closedAt(edited(slip));
    expect(editionNumber(record)).toBe(2);
    expect(editionContent(recordAt(record, 1))).toBe(editionContent(closedAt(story)));
    expect(editionContent(recordAt(record, 2))).not.toBe(editionContent(recordAt(record, 1)));
    expect(changesBetween(record, 1, 2)).toMatchObject([{ kind: "typo", rule: rule.id, question: rule.question }]);
    expect(changesBetween(record, 2, 2)).toEqual([]);
  });
});

describe("text beside the clauses", () => {
  const text = (place: string, words: string, id: string): Editorial => ({
    kind: "text",
    id,
    place,
    wording: wordingOf(words),
    by,
    at,
  });

  test("stands where it was written, marked, and never among the rules", () => {
    const record = edited(text(PREFACE, "Зачем это всё", `${ID}3`), text(noteTo("purpose"), "На заметку", `${ID}4`));
    const regulation = composeRegulation(record, catalogue, "ru");
    expect(regulation.preface).toEqual([{ kind: "paragraph", editorial: true, inlines: [{ text: "Зачем это всё" }] }]);
    const purpose = regulation.parts.flatMap(({ sections }) => sections).find(({ id }) => id === "purpose");
    expect(purpose?.items.at(-1)).toMatchObject({ editorial: true, quiet: true });
    expect(clausesOf(regulation)).toHaveLength(clausesOf(composeRegulation(story, catalogue, "ru")).length);
  });

  test("goes when an empty one is put in its place", () => {
    const empty: Editorial = { kind: "text", id: `${ID}5`, place: PREFACE, wording: [], by, at };
    const record = edited(text(PREFACE, "Зачем это всё", `${ID}3`), empty);
    expect(composeRegulation(record, catalogue, "ru").preface).toEqual([]);
  });
});

describe("who is asked to read", () => {
  const person = (department: string) => story.participants.find((one) => one.department === department);
  const read = (record: WorkshopRecord, edition: number): WorkshopRecord => ({
    ...record,
    acknowledgements: record.participants.map(({ id, name, department }, index) => ({
      id: `00000000-0000-4000-8000-0000000001${String(index).padStart(2, "0")}`,
      edition,
      hash: "a".repeat(64),
      participant: id,
      name,
      department,
      at,
    })),
  });

  test("is nobody before the first edition and everybody with it", () => {
    expect(readersOf(story).some(({ due }) => due)).toBe(false);
    expect(readersOf(closedAt(story)).every(({ due }) => due)).toBe(true);
    expect(readersOf(read(closedAt(story), 1)).some(({ due }) => due)).toBe(false);
  });

  test("is in a new edition only the departments that its changed rules bind, and nobody for spelling", () => {
    const bound = rulesOf(story).find(({ proposal }) => proposal.binds.length === 1);
    if (!bound || bound.decision.kind === "parked") throw new Error("no rule of the story binds one department");
    const proposal = { ...bound.proposal, id: `${ID}7`, version: 9, wording: wordingOf("Другое правило") };
    const first = read(closedAt(story), 1);
    const changed = closedAt({
      ...first,
      proposals: [...first.proposals, proposal],
      decisions: [...first.decisions, { ...bound.decision, id: `${ID}8`, proposal: proposal.id }],
    });
    const due = readersOf(changed).filter((one) => one.due);
    expect(new Set(due.map(({ department }) => department))).toEqual(new Set(bound.proposal.binds));
    expect(due[0]?.because).toEqual([{ rule: bound.id, question: bound.question }]);
    expect(person(bound.proposal.binds[0] ?? "")).toBeDefined();
    expect(readersOf(read(closedAt(edited(slip)), 1)).some((one) => one.due)).toBe(false);
  });
});

describe("the search in the document", () => {
  const regulation = composeRegulation(story, catalogue, "ru");

  test("finds a word in any of its forms, an unfinished one, a number and a rule", () => {
    const ids = (query: string) => searchClauses(regulation, query).map(({ id }) => id);
    expect(ids("скидками")).toEqual(ids("скидки"));
    expect(ids("скидки").length).toBeGreaterThan(1);
    expect(ids("скид").length).toBeGreaterThanOrEqual(ids("скидки").length);
    expect(searchClauses(regulation, "2.2.1").map(({ number }) => number)).toEqual(["2.2.1"]);
    expect(ids(rule.id)).toEqual([rule.question]);
    expect(ids("слоновость")).toEqual([]);
    expect(ids(" ")).toEqual([]);
  });
});
