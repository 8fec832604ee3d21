import { describe, expect, test } from "vitest";
import type { Template } from "#domain/template.ts";
import { catalogue, readTemplate, templateById, templates } from "#templates";

const collected = (template: Template) =>
  new Set([
    ...template.stages.flatMap((stage) => [...stage.required, ...stage.conditional]),
    ...template.outcomes.lost.require,
    ...template.outcomes.deferred.require,
  ]);

describe("the templates", () => {
  test("are twelve with a hundred stages, the windows first", () => {
    expect(templates).toHaveLength(12);
    expect(templates.flatMap(({ stages }) => stages)).toHaveLength(100);
    expect(templates[0]?.id).toBe("windows");
    expect(templateById("no-such")).toBeUndefined();
  });

  test.each(templates.map((template) => [template.id, template] as const))(
    "%s names only things that exist",
    (_, template) => {
      const stages = new Set(template.stages.map(({ id }) => id));
      const unknown = (ids: string[], known: object) => ids.filter((id) => !Object.hasOwn(known, id));
      const isStage = (id: string) => stages.has(id);
      expect(unknown([...collected(template)], catalogue.fields)).toEqual([]);
      expect(unknown(template.lossReasons, catalogue.lossReasons)).toEqual([]);
      expect(unknown(template.reports, catalogue.reports)).toEqual([]);
      expect(unknown(template.kpis, catalogue.kpis)).toEqual([]);
      const roles = template.stages.flatMap((stage) => [stage.role, ...stage.tasks.map(({ role }) => role)]);
      expect(unknown([...roles, ...template.ownerLegs.map(({ role }) => role)], catalogue.roles)).toEqual([]);
      expect(
        [template.wonAt, template.completedAt, ...template.ownerLegs.flatMap(({ from, to }) => [from, to])].every(
          isStage,
        ),
      ).toBe(true);
      expect(stages.size).toBe(template.stages.length);
    },
  );

  test.each(templates.map((template) => [template.id, template] as const))(
    "%s gives every stage a required field, a task and terms whose dates can be known",
    (_, template) => {
      for (const stage of template.stages) {
        expect(stage.required.length, stage.id).toBeGreaterThan(0);
        expect(stage.tasks.length, stage.id).toBeGreaterThan(0);
        for (const term of [stage.norm, ...stage.tasks.map(({ due }) => due)]) {
          if (term.unit === "untilDateField") expect([...collected(template)]).toContain(term.dateField);
          else expect(term.value, stage.id).toBeGreaterThan(0);
        }
      }
    },
  );

  test.each(templates.map((template) => [template.id, template] as const))(
    "%s draws every report and indicator on fields that it collects",
    (_, template) => {
      const fields = collected(template);
      const missing = (sources: string[]) =>
        sources.filter((source) => !source.startsWith("sys.") && !fields.has(source));
      for (const id of template.reports) expect(missing(catalogue.reports[id]?.sources ?? []), id).toEqual([]);
      for (const id of template.kpis) expect(missing(catalogue.kpis[id]?.sources ?? []), id).toEqual([]);
    },
  );

  test.each(templates.map((template) => [template.id, template] as const))(
    "%s lets exactly one role lead the order on every stage",
    (_, template) => {
      const at = (id: string) => template.stages.findIndex((stage) => stage.id === id);
      template.stages.forEach((stage, index) => {
        const leading = template.ownerLegs.filter(({ from, to }) => at(from) <= index && index <= at(to));
        expect(
          leading.map(({ role }) => role),
          stage.id,
        ).toHaveLength(1);
      });
    },
  );

  test("collect, on a stage whose result can be refused, the refusal, its reason and the new date", () => {
    for (const template of templates)
      for (const stage of template.stages) {
        if (!stage.reject) continue;
        const { field, value, reasonField, retryField, backTo } = stage.reject;
        expect([...stage.required, ...stage.conditional], stage.id).toEqual(
          expect.arrayContaining([field, reasonField, retryField]),
        );
        expect(template.stages.map(({ id }) => id)).toContain(backTo);
        expect(catalogue.fields[reasonField]?.type, "a tick is no reason").not.toBe("checkbox");
        expect(["date", "datetime"], `${template.id} ${retryField}`).toContain(catalogue.fields[retryField]?.type);
        const options = catalogue.fields[field]?.options?.map(({ label }) => label.ru);
        if (options) expect(options, `${template.id} ${field}`).toEqual(expect.arrayContaining(value.ru.split(" / ")));
      }
  });

  test("ask nobody for more than seven fields typed by hand on one stage", () => {
    for (const template of templates)
      for (const stage of template.stages)
        expect(
          stage.required.filter((id) => !catalogue.fields[id]?.auto).length,
          `${template.id} ${stage.id}`,
        ).toBeLessThanOrEqual(7);
  });

  test("are refused in one line when a key is wrong", () => {
    expect(() => readTemplate("templates/industries/x.yaml", "position: 1\nid: x")).toThrow(
      /^templates\/industries\/x\.yaml: name: expected object, received undefined$/,
    );
  });
});
