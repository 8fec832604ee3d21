import { describe, expect, test } from "vitest";
import { REVIEW_DAYS } from "#domain/decision.ts";
import type { Question } from "#domain/question.ts";
import { outcomeOf, type Round } from "#domain/round.ts";
import { questionById } from "#question-bank";
import { catalogue, type DemoRound, type DemoStory, demoStory, templateById, templates } from "#templates";

const stories = templates.flatMap(({ id }) => demoStory(id) ?? []);
const told = (id: string) => demoStory(id) as DemoStory;
const threshold = { preset: "almost-unanimous", share: 0.9, smallGroup: false } as const;

const votersOf = (story: DemoStory) => story.people.filter(({ votes }) => votes);
const countOf = ({ votes }: Pick<DemoRound, "votes">) => votes.agree + votes.reservation + votes.object + votes.abstain;
const stepsOf = (story: DemoStory) =>
  story.package.rules.flatMap(({ question, answer }) =>
    question === "stage-do-steps" && answer.ru.kind === "steps" ? answer.ru.steps : [],
  );

const closed = (round: Pick<DemoRound, "votes">): Round => ({
  id: "00000000-0000-4000-8000-000000000000",
  question: "q",
  proposal: "00000000-0000-4000-8000-000000000000",
  number: 1,
  status: "closed",
  openedAt: "2026-11-02T09:00:00Z",
  closedAt: "2026-11-02T09:01:00Z",
  invited: countOf(round),
  answered: countOf(round),
  missingDepartments: [],
  ballots: (["agree", "reservation", "object", "abstain"] as const).flatMap((choice) =>
    Array.from({ length: round.votes[choice] }, () => ({ choice, concern: null })),
  ),
});
const verdict = (round: DemoRound) => {
  const standAside = round.objections.filter(({ disposition }) => disposition === "stand-aside").length;
  const open = round.objections.filter(
    ({ disposition }) => disposition === "escalated" || disposition === "parked",
  ).length;
  return outcomeOf(closed(round), threshold, { open, standAside }).verdict;
};

describe.each(stories)("the $id story", (story) => {
  const template = templateById(story.template);
  const voters = votersOf(story);
  const decided = [...story.decisions, ...story.pulled];
  const adopted = [
    ...decided
      .filter(({ outcome }) => outcome.kind !== "parked")
      .map((decision) => ({ ...decision, answer: decision.rounds.at(-1)?.answer })),
    ...story.package.rules,
  ];
  const everyAnswer = [
    ...decided.flatMap((item) => item.rounds.map(({ answer }) => ({ item, answer }))),
    ...story.package.rules.map((item) => ({ item, answer: item.answer })),
  ];

  test("has about ten voters, one head of sales, and a director who does not vote", () => {
    expect(voters.length).toBeGreaterThanOrEqual(8);
    expect(story.people.filter(({ head }) => head).map(({ role }) => role)).toEqual(["sales-head"]);
    expect(story.people.filter(({ votes }) => !votes).map(({ role }) => role)).toEqual(["director"]);
  });

  test("counts an answer of every voter in every round, one objection for each vote against and one line for each reservation", () => {
    for (const decision of decided)
      for (const round of decision.rounds) {
        expect(countOf(round), decision.question).toBe(voters.length);
        expect(round.objections, decision.question).toHaveLength(round.votes.object);
        expect(round.concerns, decision.question).toHaveLength(round.votes.reservation);
      }
  });

  test("ends each decision as its arithmetic says", () => {
    for (const { question, rounds, outcome } of decided) {
      const last = rounds.at(-1);
      if (!last) continue;
      if (outcome.kind === "head" || outcome.kind === "parked")
        expect(["below-threshold", "objections-open"], question).toContain(verdict(last));
      else expect(verdict(last), question).toBe(outcome.kind);
    }
  });

  test("is as uneven as a meeting: second rounds, one decision of the head after two of them, something parked", () => {
    const rounds = (kind: string) =>
      story.decisions.filter(({ outcome }) => outcome.kind === kind).map((decision) => decision.rounds.length);
    expect(rounds("unanimous")).toEqual(expect.arrayContaining([1, 2]));
    expect(rounds("almost-unanimous")).not.toEqual([]);
    expect(rounds("head")).toEqual([2]);
    expect(rounds("parked")).toEqual([1]);
  });

  test("has the decision of its head reviewed no later than the product allows", () => {
    for (const { question, outcome } of decided)
      if (outcome.kind === "head") expect(outcome.reviewAfterDays, question).toBeLessThanOrEqual(REVIEW_DAYS);
  });

  test("goes to a second round only after a first that did not carry", () => {
    for (const { question, rounds } of decided)
      if (rounds.length > 1) expect(rounds[0]?.votes.object, question).toBeGreaterThan(0);
  });

  test("speaks only of people, stages and fields that exist", () => {
    const people = [story.facilitator.id, ...story.people.map(({ id }) => id)];
    const stages = template?.stages.map(({ id }) => id);
    for (const event of story.events) {
      expect(people).toContain(event.who);
      expect(stages).toContain(event.stage);
      for (const { field, value } of event.fields) {
        expect(catalogue.fields, field).toHaveProperty(field);
        if (value)
          expect(
            catalogue.fields[field]?.options?.map(({ id }) => id),
            field,
          ).toContain(value);
      }
    }
    for (const { ideas, rounds, outcome } of decided) {
      if (outcome.kind === "head") expect(people).toContain(outcome.decidedBy);
      if (outcome.kind === "parked") expect(people).toContain(outcome.owner);
      for (const { by } of [...ideas, ...rounds.flatMap(({ objections }) => objections)])
        if (by) expect(people).toContain(by);
    }
    for (const { question } of story.fears) expect(questionById(question), question).toBeDefined();
    for (const person of story.people)
      expect(catalogue.roles[person.role]?.department, person.name.ru).toBe(person.department);
  });

  test("tells its events in order and fills in every required field of the chain", () => {
    const moments = story.events.map(({ day, time }) => `${String(day).padStart(3, "0")} ${time}`);
    expect(moments).toEqual([...moments].sort());
    const filled = new Set(story.events.flatMap(({ fields }) => fields.map(({ field }) => field)));
    expect(template?.stages.flatMap(({ required }) => required).filter((field) => !filled.has(field))).toEqual([]);
  });

  test("answers each question in its own kind, at its own scope", () => {
    for (const { item, answer } of everyAnswer) {
      const question = questionById(item.question) as Question;
      expect(answer.ru.kind, item.question).toBe(question.kind);
      expect(answer.en.kind, item.question).toBe(question.kind);
      expect([item.dealType !== null, item.stage !== null], item.question).toEqual([
        question.scope !== "workshop",
        question.scope === "stage",
      ]);
      if (item.stage) expect(template?.stages.map(({ id }) => id)).toContain(item.stage);
      if (answer.ru.kind === "single" && answer.ru.own === undefined)
        expect(question.options.map(({ id }) => id)).toContain(answer.ru.optionId);
      if (answer.ru.kind === "multi")
        for (const id of answer.ru.optionIds)
          expect(
            question.options.map((option) => option.id),
            item.question,
          ).toContain(id);
    }
  });

  test("names only roles, stages, fields and indicators that exist", () => {
    const stages = template?.stages.map(({ id }) => id);
    // a field of the company's own is one that the story gives a name
    const own = everyAnswer.flatMap(({ answer }) => (answer.ru.kind === "fields" ? answer.ru.fields : []));
    const known = new Set([
      ...Object.keys(catalogue.fields),
      ...own.filter(({ fieldId, label }) => label !== fieldId).map(({ fieldId }) => fieldId),
    ]);
    const walk = (value: unknown, where: string): void => {
      if (Array.isArray(value)) for (const item of value) walk(item, where);
      else if (typeof value === "object" && value)
        for (const [key, part] of Object.entries(value)) {
          if (["who", "role", "accountable", "from", "to", "escalateTo", "approverAbove", "filledBy"].includes(key))
            expect(catalogue.roles, `${where} ${key}`).toHaveProperty(String(part));
          else if (["fieldId", "recordIn"].includes(key)) expect(known, `${where} ${key}`).toContain(part);
          else if (["requiredFromStage", "fromStage", "toStage", "stage"].includes(key))
            expect(stages, `${where} ${key}`).toContain(part);
          else if (key === "kpi") expect(catalogue.kpis, where).toHaveProperty(String(part));
          else walk(part, where);
        }
    };
    for (const { item, answer } of everyAnswer) walk(answer.ru, item.question);
  });

  test("leaves no section of the regulation without an adopted rule printed in it", () => {
    const printed = new Set(adopted.map(({ question }) => questionById(question)?.sections[0]));
    expect(catalogue.sections.map(({ id }) => id).filter((id) => !printed.has(id))).toEqual([]);
  });

  test("settles every stage: its exit, its role, its norm, its steps, and what happens when the result is refused", () => {
    for (const stage of template?.stages ?? []) {
      const settled = adopted.filter((rule) => rule.stage === stage.id).map(({ question }) => question);
      const expected = [
        "stage-exit",
        "stage-responsible",
        "stage-time-norm",
        "stage-do-steps",
        ...(stage.reject ? ["stage-rejected-result"] : []),
      ];
      expect(settled.sort(), stage.id).toEqual(expected.sort());
    }
  });

  test("says of every step of a stage where its result is recorded", () => {
    expect(stepsOf(story).length).toBeGreaterThan(0);
    expect(stepsOf(story).filter(({ recordIn }) => !recordIn)).toEqual([]);
  });

  test("agrees with the chain of its template: roles of stages, stages of the chain, required fields", () => {
    for (const stage of template?.stages ?? []) {
      const role = story.package.rules.find((rule) => rule.question === "stage-responsible" && rule.stage === stage.id)
        ?.answer.ru;
      expect(role?.kind === "role" && role.accountable, stage.id).toBe(stage.role);
    }
    const chain = story.package.rules.find(({ question }) => question === "deal-stage-chain")?.answer.ru;
    expect(chain?.kind === "steps" && chain.steps.map((step) => step.stage)).toEqual(
      template?.stages.map(({ id }) => id),
    );
    const fields = adopted.flatMap(({ answer }) =>
      answer?.ru.kind === "fields" ? answer.ru.fields.map(({ fieldId }) => fieldId) : [],
    );
    expect(
      template?.stages
        .flatMap(({ required, conditional }) => [...required, ...conditional])
        .filter((id) => !fields.includes(id)),
    ).toEqual([]);
  });

  test("adopts the package in one vote of all voters, with a line for each reservation", () => {
    expect(countOf(story.package)).toBe(voters.length);
    expect(story.package.concerns).toHaveLength(story.package.votes.reservation);
    expect(outcomeOf(closed(story.package), threshold, { open: 0, standAside: 0 }).verdict).toBe("unanimous");
  });

  test("decides no question twice", () => {
    const keys = [...decided, ...story.package.rules].map(({ question, stage }) => `${question}@${stage}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test("is told in Russian and in English, without a Cyrillic letter in the English", () => {
    for (const { item, answer } of everyAnswer) expect(JSON.stringify(answer.en), item.question).not.toMatch(/[а-яё]/i);
    for (const rule of story.package.rules) expect(rule.text.en).not.toMatch(/[а-яё]/i);
  });

  test("tells people, order, fears and decisions in an English without a Cyrillic letter", () => {
    const english = (value: unknown): string[] => {
      if (Array.isArray(value)) return value.flatMap(english);
      if (typeof value !== "object" || value === null) return [];
      if ("ru" in value && "en" in value) return [typeof value.en === "string" ? value.en : ""];
      return Object.values(value).flatMap(english);
    };
    expect(english(story).filter((text) => /[а-яё]/i.test(text))).toEqual([]);
  });
});

test("the windows story has ten voters, eighteen decisions and the twenty-five steps of the example", () => {
  const windows = told("windows");
  expect(votersOf(windows)).toHaveLength(10);
  expect(windows.decisions).toHaveLength(18);
  expect(stepsOf(windows)).toHaveLength(25);
  expect(stepsOf(windows)[0]?.text).toContain("третьего гудка");
  expect(windows.package.votes).toEqual({ agree: 8, reservation: 2, object: 0, abstain: 0 });
});

test("the wholesale story has eleven voters and fourteen decisions, and its sums add up", () => {
  const wholesale = told("wholesale");
  expect(votersOf(wholesale)).toHaveLength(11);
  expect(wholesale.decisions).toHaveLength(14);
  const [list, percent, discount, total, days, limit] = [312_000, 5, 15_600, 296_400, 14, 300_000];
  expect([(list * percent) / 100, list - discount]).toEqual([discount, total]);
  expect(total).toBeLessThanOrEqual(limit);
  const inWords = [list, discount, total, limit].map((sum) => `${sum.toLocaleString("en-US")} ₽`);
  for (const sum of inWords) expect(wholesale.order.story.en).toContain(sum);
  const shipped = wholesale.events.find(({ fields }) => fields.some(({ field }) => field === "shipment-date"));
  const paid = wholesale.events.find(({ fields }) => fields.some(({ field }) => field === "final-payment-date"));
  expect((paid?.day ?? 0) - (shipped?.day ?? 0)).toBe(days);
});

test("a template without a story has none", () => {
  expect(stories.map(({ id }) => id)).toEqual(["windows", "wholesale"]);
  expect(demoStory("hotel")).toBeUndefined();
});
