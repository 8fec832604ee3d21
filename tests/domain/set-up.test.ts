import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absentDepartments, estimateMinutes } from "#domain/preparation.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { isRefusal } from "#domain/refusal.ts";
import { changeSetUp, type Found, type SetUp, type SetUpChange } from "#domain/set-up.ts";
import { questions as bank, questionById } from "#question-bank";
import { newRecord } from "#server/commands/new-workshop.ts";

let ids = 0;
const fresh = (depth: "express" | "deep" = "express"): WorkshopRecord => {
  const made = newRecord(
    {
      company: "ООО «Светлый проём»",
      template: "windows",
      dealType: "new-private",
      language: "ru",
      depth,
      threshold: { preset: "almost-unanimous", share: 0.9, smallGroup: false },
      people: [{ name: "Анна Юсупова", role: "sales-manager", department: "sales", head: false, votes: true }],
      order: null,
    },
    { id: "w", facilitator: "Марина", createdAt: "2026-11-23T09:00:00.000Z", newId: () => `id-${++ids}` },
  );
  if (isRefusal(made)) throw new Error(made.refused);
  return made;
};
const changed = (record: WorkshopRecord, change: SetUpChange, found?: Found): WorkshopRecord => {
  const after = changeSetUp(record, null, change, found);
  if (isRefusal(after)) throw new Error(after.refused);
  return { ...record, ...after };
};
const keys = ({ asked }: Pick<SetUp, "asked">) => asked.map(({ key }) => key);
const edits = (record: WorkshopRecord) =>
  (record.workshop.dealTypes[0]?.stages ?? []).map(({ id, name, exit, role, norm }) => ({
    id,
    name,
    exit,
    role,
    norm,
  }));

describe("another deal type", () => {
  const record = fresh();
  const [first] = record.workshop.dealTypes;
  const two = changed(record, {
    change: "add-deal-type",
    id: "existing",
    name: "Действующий клиент",
    like: first?.id ?? "",
    template: null,
  });

  it("begins with the chain it is like, and is asked what the first was asked", () => {
    expect(two.workshop.dealTypes.map(({ name }) => name)).toEqual([first?.name, "Действующий клиент"]);
    const of = (type: string) =>
      two.asked.filter(({ dealType }) => dealType === type).map(({ question, stage }) => `${question} ${stage}`);
    expect(of("existing")).toEqual(of(first?.id ?? ""));
    expect(of("existing").length).toBeGreaterThan(10);
  });

  it("leaves the agenda of the first as it was", () => {
    expect(keys(two).filter((key) => !key.includes("@existing"))).toEqual(keys(record));
  });

  it("goes with all its questions, but the last one stays", () => {
    expect(keys(changed(two, { change: "remove-deal-type", id: "existing" }))).toEqual(keys(record));
    expect(changeSetUp(record, null, { change: "remove-deal-type", id: first?.id ?? "" })).toEqual({
      refused: "last-one",
    });
  });
});

describe("the chain", () => {
  const record = fresh();
  const stages = edits(record);
  const [first, second] = stages;

  it("asks about a new stage where it stands", () => {
    const after = changed(record, {
      change: "stages",
      dealType: "new-private",
      stages: [
        ...stages.slice(0, 1),
        { id: "check", name: "Адрес проверен", exit: "", role: null, norm: null },
        ...stages.slice(1),
      ],
    });
    const about = after.asked.filter(({ stage }) => stage === "check");
    expect(about.length).toBeGreaterThan(0);
    const places = [first?.id, "check", second?.id].map((id) => after.asked.findIndex(({ stage }) => stage === id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("keeps what a stage knows when it is renamed or moved", () => {
    const after = changed(record, {
      change: "stages",
      dealType: "new-private",
      stages: stages.toReversed().map((stage) => ({ ...stage, name: `${stage.name}!` })),
    });
    const before = record.workshop.dealTypes[0]?.stages ?? [];
    for (const stage of after.workshop.dealTypes[0]?.stages ?? []) {
      const same = before.find(({ id }) => id === stage.id);
      expect(stage).toEqual({ ...same, name: `${same?.name}!` });
    }
    expect(keys(after)).toEqual(keys(record));
  });

  it("does not lose a stage that was already worked on", () => {
    const opened = {
      ...record,
      asked: record.asked.map((item) => (item.stage === second?.id ? { ...item, phase: "think" as const } : item)),
    };
    const without = stages.filter(({ id }) => id !== second?.id);
    const change = { change: "stages", dealType: "new-private", stages: without } as const;
    expect(changeSetUp(opened, null, change)).toEqual({ refused: "question-started" });
    expect(keys(changed(record, change)).some((key) => key.includes(`.${second?.id}`))).toBe(false);
  });

  it("still says when a deal is won after the stage that said so is gone", () => {
    const type = record.workshop.dealTypes[0];
    const rest = stages.filter(({ id }) => id !== type?.wonAt);
    const after = changed(record, { change: "stages", dealType: "new-private", stages: rest });
    expect(after.workshop.dealTypes[0]?.wonAt).toBe(rest.at(-1)?.id);
  });

  it("names only roles that the workshop has", () => {
    const strange = stages.map((stage) => ({ ...stage, role: "wizard" }));
    expect(changeSetUp(record, null, { change: "stages", dealType: "new-private", stages: strange })).toEqual({
      refused: "bad-input",
      where: "role",
    });
  });
});

describe("a role of the company's own", () => {
  it("can lead a stage from then on", () => {
    const record = fresh();
    const withRole = changed(record, { change: "role", id: "designer", name: "Дизайнер", department: "sales" });
    const stages = edits(withRole).map((stage, at) => (at === 0 ? { ...stage, role: "designer" } : stage));
    const after = changed(withRole, { change: "stages", dealType: "new-private", stages });
    expect(after.workshop.dealTypes[0]?.stages[0]?.role).toBe("designer");
    expect(after.workshop.roles.find(({ id }) => id === "designer")?.name).toBe("Дизайнер");
  });
});

describe("the agenda", () => {
  const record = fresh();

  it("takes a question of the bank where the bank has it", () => {
    const question = bank.find(({ id }) => !record.questions.some((own) => own.id === id));
    const after = changed(record, { change: "ask", question: question?.id ?? "" }, { question });
    expect(after.asked.filter((item) => item.question === question?.id).length).toBeGreaterThan(0);
    expect(changed(after, { change: "ask", question: question?.id ?? "" }, { question })).toEqual(after);
  });

  it("prints a question of the team's own in the section that it names", () => {
    const after = changed(record, {
      change: "own-question",
      id: "own-1",
      wording: "Кто кормит кота?",
      scope: "stage",
      kind: "role",
      section: "roles",
    });
    const asked = after.asked.filter(({ question }) => question === "own-1");
    expect(asked.length).toBe(record.workshop.dealTypes[0]?.stages.length);
    expect(after.questions.find(({ id }) => id === "own-1")?.sections).toEqual(["roles"]);
  });

  it("says a question differently without asking another one", () => {
    const after = changed(record, { change: "reword", question: "goals-why-crm", wording: "Зачем нам CRM?" });
    expect(after.questions.find(({ id }) => id === "goals-why-crm")?.wording.ru).toBe("Зачем нам CRM?");
    expect(keys(after)).toEqual(keys(record));
  });

  it("hides what is not asked and brings it back to its place", () => {
    const key = "intake-registration-moment@new-private";
    const hidden = changed(record, { change: "hide", keys: [key] });
    expect(keys(hidden)).not.toContain(key);
    const question = questionById("intake-registration-moment");
    expect(keys(changed(hidden, { change: "ask", question: "intake-registration-moment" }, { question }))).toEqual(
      keys(record),
    );
  });

  it("does not hide the question that is open just now", () => {
    const key = record.asked[0]?.key ?? "";
    expect(changeSetUp(record, key, { change: "hide", keys: [key] })).toEqual({ refused: "question-started" });
  });

  it("moves one question and no other, wherever it is put", () => {
    const all = keys(record);
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.nat(all.length), (from, to) => {
        const key = all[from] ?? "";
        const after = changed(record, { change: "move", key, before: all[to] ?? null });
        expect(keys(after).filter((other) => other !== key)).toEqual(all.filter((other) => other !== key));
        expect(new Set(keys(after))).toEqual(new Set(all));
        expect(after.asked.map(({ position }) => position)).toEqual(all.map((_, position) => position));
      }),
    );
  });
});

describe("what preparing tells", () => {
  it("an express workshop takes about two hours, a deep one more than a day can hold", () => {
    const express = fresh();
    const deep = fresh("deep");
    expect(estimateMinutes(express.asked, express.questions)).toBeGreaterThanOrEqual(90);
    expect(estimateMinutes(express.asked, express.questions)).toBeLessThanOrEqual(150);
    expect(estimateMinutes(deep.asked, deep.questions)).toBeGreaterThan(240);
  });

  it("a department that owns a stage and sends nobody is named with its stages", () => {
    const { workshop, participants } = fresh();
    const absent = absentDepartments(workshop, participants);
    expect(absent.map(({ id }) => id)).toContain("production");
    expect(absent.map(({ id }) => id)).not.toContain("sales");
    expect(absent.every(({ stages }) => stages.length > 0)).toBe(true);
  });
});
