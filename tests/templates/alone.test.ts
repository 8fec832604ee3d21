import { describe, expect, test } from "vitest";
import { Answer } from "#domain/answer.ts";
import { gapsOf } from "#domain/gaps.ts";
import { composePipeline, Pipeline } from "#domain/pipeline.ts";
import { questionOf, WorkshopRecord } from "#domain/record.ts";
import { strayReference } from "#domain/references.ts";
import { clausesOf, composeRegulation } from "#domain/regulation.ts";
import { rulesOf } from "#domain/rule.ts";
import { suggestAnswer } from "#domain/suggestion.ts";
import { catalogue, templates } from "#templates";
import { asSuggested, begunOn } from "../story/as-suggested.ts";

const LANGUAGES = ["ru", "en"] as const;
const alone = templates.flatMap((template) =>
  template.dealTypes.flatMap(({ id }) => LANGUAGES.map((language) => [template.id, id, language, template] as const)),
);

describe.each(alone)(
  "the template %s alone, for %s in %s, agreed to as it stands,",
  (_, dealType, language, template) => {
    const record = asSuggested(template, dealType, language);
    const { stages } = template;

    test("is a record in which nothing is missing that blocks the final edition", () => {
      expect(WorkshopRecord.safeParse(record).error?.message).toBeUndefined();
      const gaps = gapsOf(record, catalogue).filter(({ severity }) => severity !== "info");
      expect(gaps.map(({ code, message }) => `${code}: ${message[language]}`)).toEqual([]);
    });

    test("composes a pipeline with its whole chain, its fields and figures that can be counted", () => {
      const pipeline = Pipeline.parse(composePipeline(record, catalogue));
      const [chain] = pipeline.pipelines;
      const open = chain?.stages.filter(({ outcome }) => outcome === "open").map(({ name }) => name);
      expect(open).toEqual(stages.map(({ name }) => name[language]));
      expect(chain?.stages.slice(stages.length).map(({ outcome }) => outcome)).toEqual(["won", "lost", "deferred"]);
      const uncounted = [...pipeline.reports, ...pipeline.kpis].filter(({ missing }) => missing.length > 0);
      expect(uncounted.map(({ name }) => name)).toEqual([]);
      expect(pipeline.reports).toHaveLength(template.reports.length);
      expect(pipeline.kpis).toHaveLength(template.kpis.length);
      expect(pipeline.lossReasons).toHaveLength(template.lossReasons.length);
    });

    test("composes a regulation with a rule in every section and each rule in it once", () => {
      const regulation = composeRegulation(record, catalogue, language);
      expect(clausesOf(regulation)).toHaveLength(rulesOf(record).length);
      const silent = regulation.parts
        .flatMap(({ sections }) => sections)
        .filter(({ items }) => items.length === 0)
        .map(({ number }) => number);
      expect(silent).toEqual([]);
    });
  },
);

describe.each(templates.map((template) => [template.id, template] as const))("the suggestions of %s", (_, template) => {
  const record = begunOn(template, template.dealTypes[0]?.id ?? "", "ru");
  const suggested = record.asked.map((asked) => ({
    asked,
    question: questionOf(record, asked),
    answer: suggestAnswer(record, asked, catalogue, template),
  }));

  test("are whole, of the question's kind, and name only roles and stages of the workshop", () => {
    for (const { asked, question, answer } of suggested) {
      if (!answer) continue;
      expect(Answer.safeParse(answer).error?.message, asked.key).toBeUndefined();
      expect(answer.kind, asked.key).toBe(question.kind);
      expect(strayReference(answer, record.workshop), asked.key).toBeNull();
      const chosen = answer.kind === "single" ? [answer.optionId] : answer.kind === "multi" ? answer.optionIds : [];
      const offered = ["own", ...question.options.map(({ id }) => id)];
      expect(
        chosen.filter((id) => !offered.includes(id)),
        asked.key,
      ).toEqual([]);
    }
  });

  test("are there for every kind of answer", () => {
    expect(new Set(suggested.flatMap(({ answer }) => answer?.kind ?? [])).size).toBe(12);
  });

  test("are not there where only the team can know", () => {
    const silent = new Set(suggested.filter(({ answer }) => !answer).map(({ question }) => question.id));
    expect([...silent]).toEqual(
      expect.arrayContaining([
        "goals-why-crm",
        "goals-losses-now",
        "goals-hidden-fears",
        "goals-existing-rules",
        "offer-advantages",
        "offer-bonuses",
        "standards-promises",
        "adoption-start-and-old-deals",
      ]),
    );
  });
});
