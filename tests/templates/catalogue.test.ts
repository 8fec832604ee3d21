import { describe, expect, test } from "vitest";
import { questionById, questions } from "#question-bank";
import { catalogue, demoStory, workshopPlan } from "#templates";

const size = (record: object) => Object.keys(record).length;

describe("the catalogue", () => {
  test("holds the fields, reasons, indicators, reports, sections and annexes of the source", () => {
    expect([
      size(catalogue.fields),
      size(catalogue.lossReasons),
      size(catalogue.kpis),
      size(catalogue.reports),
    ]).toEqual([146, 39, 33, 22]);
    // the diagram of the pipeline is an annex of our own
    const annexes = catalogue.annexes.filter(({ id }) => id !== "pipeline");
    expect([catalogue.sections.length, annexes.length, catalogue.parts.length]).toEqual([23, 9, 4]);
  });

  test("puts every role into a department that has a name", () => {
    for (const [id, role] of Object.entries(catalogue.roles))
      expect(catalogue.departments, id).toHaveProperty(role.department);
    expect(catalogue.roles["sales-manager"]?.department).toBe("sales");
    expect(catalogue.roles["installer-lead"]?.department).toBe("production");
    expect(catalogue.roles.warehouse?.department).toBe("logistics");
  });

  test("draws figures only on fields that exist or on what a CRM knows by itself", () => {
    const sources = [...Object.values(catalogue.kpis), ...Object.values(catalogue.reports)].flatMap(
      (entry) => entry.sources,
    );
    expect(sources.filter((source) => !source.startsWith("sys.") && !catalogue.fields[source])).toEqual([]);
  });

  test("gives every report a reader who exists", () => {
    for (const [id, report] of Object.entries(catalogue.reports))
      for (const role of report.audience) expect(catalogue.roles, id).toHaveProperty(role);
  });

  test("groups every loss reason, and one group is our own side", () => {
    for (const [id, reason] of Object.entries(catalogue.lossReasons))
      expect(catalogue.lossReasonGroups, id).toHaveProperty(reason.group);
    expect(catalogue.lossReasonGroups.us?.ru).toBe("Мы сами");
  });

  test("gives a select field its values, except where only the company can know them", () => {
    const open = Object.entries(catalogue.fields).filter(([, field]) => /select$/.test(field.type) && !field.options);
    expect(open.map(([id]) => id)).toEqual(["product-interest", "loss-reason", "course", "group"]);
  });

  test("numbers the sections within their parts; the final provisions stand outside the three", () => {
    expect(catalogue.parts.map(({ number }) => number)).toEqual([1, 2, 3, null]);
    const parts = [...new Set(catalogue.sections.map(({ part }) => part))];
    expect(parts).toEqual(catalogue.parts.map(({ id }) => id));
    for (const part of parts) {
      const numbers = catalogue.sections
        .filter((section) => section.part === part)
        .map(({ number }) => number.split(".")[1]);
      expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));
    }
  });

  test("agrees the approval stamp with the kind of the document", () => {
    const stamps = { feminine: "УТВЕРЖДЕНА", masculine: "УТВЕРЖДЕН", neuter: "УТВЕРЖДЕНО", plural: "УТВЕРЖДЕНЫ" };
    for (const kind of catalogue.documentKinds) expect(kind.approved.ru, kind.id).toBe(stamps[kind.gender]);
    expect(catalogue.documentKinds[0]?.title.ru).toBe("Инструкция по использованию CRM-системы");
  });
});

describe("the plan of a workshop", () => {
  test.each([
    ["two", 120],
    ["three", 180],
    ["four", 240],
  ] as const)("of %s hours fills %i minutes", (length, minutes) => {
    expect(workshopPlan(length).reduce((sum, phase) => sum + phase.minutes[length], 0)).toBe(minutes);
  });

  test("and a demo are read once, however often they are asked for", () => {
    const [first, again] = [workshopPlan("four")[0], workshopPlan("four")[0]];
    expect(first).toBe(again);
    expect(demoStory("windows")).toBe(demoStory("windows"));
  });

  test("names only questions of the bank and reaches every express question", () => {
    const named = workshopPlan("four").flatMap((phase) => [...phase.live, ...phase.added]);
    expect(named.filter((id) => !questionById(id))).toEqual([]);
    const express = questions.filter((question) => question.express).map(({ id }) => id);
    expect(express.filter((id) => !named.includes(id))).toEqual([]);
  });
});
