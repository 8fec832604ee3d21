import { describe, expect, test } from "vitest";
import type { Question } from "#domain/question.ts";
import { outcomeOf, type Round } from "#domain/round.ts";
import { questionById } from "#question-bank";
import { catalogue, type DemoRound, type DemoStory, demoStory, demoTemplates, templateById } from "#templates";

/** A story with everything that the tests look at from several sides. */
const told = (id: string) => {
  const story = demoStory(id) as DemoStory;
  const template = templateById(id);
  const voters = story.people.filter(({ votes }) => votes);
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
  return { story, template, voters, decided, adopted, everyAnswer };
};

const VOTERS = 10;

const closed = ({ votes }: Pick<DemoRound, "votes">): Round => ({
  id: "00000000-0000-4000-8000-000000000000",
  question: "q",
  proposal: "00000000-0000-4000-8000-000000000000",
  number: 1,
  status: "closed",
  openedAt: "2026-11-02T09:00:00Z",
  closedAt: "2026-11-02T09:01:00Z",
  invited: VOTERS,
  answered: votes.agree + votes.reservation + votes.object + votes.abstain,
  missingDepartments: [],
  ballots: (["agree", "reservation", "object", "abstain"] as const).flatMap((choice) =>
    Array.from({ length: votes[choice] }, () => ({ choice, concern: null })),
  ),
});
const verdict = (round: DemoRound) => {
  const standAside = round.objections.filter(({ disposition }) => disposition === "stand-aside").length;
  const open = round.objections.filter(
    ({ disposition }) => disposition === "escalated" || disposition === "parked",
  ).length;
  return outcomeOf(closed(round), { preset: "almost-unanimous", share: 0.9, smallGroup: false }, { open, standAside })
    .verdict;
};

describe.each(demoTemplates.map(({ id }) => id))("the story of %s", (id) => {
  const { story, template, voters, decided, adopted, everyAnswer } = told(id);

  test("has ten voters, one head, and a decision of each way to decide", () => {
    expect(voters).toHaveLength(VOTERS);
    expect(story.people.filter(({ head }) => head).map(({ role }) => role)).toEqual(["sales-head"]);
    expect(story.decisions.length).toBeGreaterThanOrEqual(14);
    expect(new Set(story.decisions.map(({ outcome }) => outcome.kind)).size).toBe(4);
  });

  test("counts ten answers in every round, one objection for each vote against and one line for each reservation", () => {
    for (const decision of decided)
      for (const round of decision.rounds) {
        const { agree, reservation, object, abstain } = round.votes;
        expect(agree + reservation + object + abstain, decision.question).toBe(10);
        expect(round.objections, decision.question).toHaveLength(object);
        expect(round.concerns, decision.question).toHaveLength(reservation);
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
    expect(decided.filter(({ outcome }) => outcome.kind === "head").map(({ rounds }) => rounds.length)).toEqual([2]);
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
    for (const { ideas, rounds } of story.decisions)
      for (const { by } of [...ideas, ...rounds.flatMap(({ objections }) => objections)])
        if (by) expect(people).toContain(by);
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
      if (answer.ru.kind === "single") expect(question.options.map(({ id }) => id)).toContain(answer.ru.optionId);
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
    const known = new Set([...Object.keys(catalogue.fields), "floor-and-lift"]);
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
      expect(
        expected.filter((question) => !settled.includes(question)),
        stage.id,
      ).toEqual([]);
    }
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

  test("adopts its package with no vote against it", () => {
    expect(story.package.votes.object).toBe(0);
    expect(
      outcomeOf(
        closed(story.package),
        { preset: "almost-unanimous", share: 0.9, smallGroup: false },
        { open: 0, standAside: 0 },
      ).verdict,
    ).toBe("unanimous");
  });

  test("decides no question twice", () => {
    const keys = [...decided, ...story.package.rules].map(({ question, stage }) => `${question}@${stage}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test("is told in Russian and in English, without a Cyrillic letter in the English", () => {
    for (const { item, answer } of everyAnswer) expect(JSON.stringify(answer.en), item.question).not.toMatch(/[а-яё]/i);
    for (const rule of story.package.rules) expect(rule.text.en).not.toMatch(/[а-яё]/i);
  });

  test("is there for the windows only, so far", () => {
    expect(demoStory("hotel")).toBeUndefined();
  });
});

describe("the windows story", () => {
  const { story } = told("windows");

  test("has the eighteen decisions of the example", () => {
    expect(story.decisions).toHaveLength(18);
  });

  test("gives the steps of the stages as the twenty-five rules of the example", () => {
    const steps = story.package.rules.flatMap(({ question, answer }) =>
      question === "stage-do-steps" && answer.ru.kind === "steps" ? answer.ru.steps : [],
    );
    expect(steps).toHaveLength(25);
    expect(steps[0]?.text).toContain("третьего гудка");
    expect(steps.filter(({ recordIn }) => !recordIn)).toEqual([]);
  });
});
