import { describe, expect, test } from "vitest";
import { type DecisionInput, mayDecide, mayTry, roundsSpent } from "#domain/decision.ts";
import { mayDispose, type Objection } from "#domain/objection.ts";
import type { Outcome } from "#domain/round.ts";

const outcome = (rest: Partial<Outcome>): Outcome => ({
  tally: { agree: 9, reservation: 0, object: 1, abstain: 0 },
  share: 0.9,
  needed: 0.9,
  invited: 10,
  answered: 10,
  quorum: true,
  missingDepartments: [],
  openObjections: 0,
  standAsides: 1,
  verdict: "almost-unanimous",
  ...rest,
});
const decide = (input: DecisionInput, rest: Partial<Outcome> = {}, rounds = 1) =>
  mayDecide(input, { outcome: outcome(rest), rounds, today: "2026-11-23" });

describe("a decision", () => {
  test("by consent needs an adopted round", () => {
    expect(decide({ kind: "consent" })).toBeNull();
    expect(decide({ kind: "consent" }, { verdict: "below-threshold", share: 0.7 })).toEqual({ refused: "not-adopted" });
  });

  test("by consent is refused while objections are open", () => {
    expect(decide({ kind: "consent" }, { openObjections: 2, verdict: "objections-open" })).toEqual({
      refused: "objections-open",
      count: 2,
    });
  });

  const head: DecisionInput = {
    kind: "head",
    decidedBy: "Игорь Светлов",
    reason: "Нужен порядок",
    reviewOn: "2026-12-20",
  };

  test("of the head comes only after two rounds and with a review within thirty days", () => {
    expect(decide(head, { verdict: "below-threshold" }, 1)).toEqual({ refused: "not-this-phase" });
    expect(decide(head, { verdict: "below-threshold" }, 2)).toBeNull();
    expect(decide({ ...head, reviewOn: "2027-01-20" }, {}, 2)).toEqual({ refused: "review-too-late", count: 30 });
  });

  const round = (number: number, rest: Partial<Parameters<typeof roundsSpent>[0][number]> = {}) => ({
    id: `00000000-0000-4000-8000-00000000000${number}`,
    question: "q",
    proposal: "00000000-0000-4000-8000-000000000009",
    number,
    status: "closed" as const,
    openedAt: `2026-11-0${number}T10:00:00.000Z`,
    closedAt: `2026-11-0${number}T10:05:00.000Z`,
    invited: 5,
    answered: 5,
    missingDepartments: [],
    ...rest,
  });
  const made = { id: "00000000-0000-4000-8000-000000000008", question: "q", at: "2026-11-01T11:00:00.000Z" };

  test("spends rounds that were counted with a quorum since the last decision, and no others", () => {
    expect(roundsSpent([round(1), round(2)], [])).toBe(2);
    expect(roundsSpent([round(1, { status: "void" }), round(2, { answered: 3 })], [])).toBe(0);
    expect(roundsSpent([round(1, { missingDepartments: ["production"] }), round(2)], [])).toBe(1);
    const parked = { ...made, kind: "parked" as const, owner: "Олег", dueOn: "2026-11-20", missing: "" };
    expect(roundsSpent([round(1), round(2)], [parked])).toBe(1);
    const consent = { ...made, kind: "consent" as const, proposal: round(2).proposal, verdict: "unanimous" as const };
    expect(roundsSpent([round(1), round(2), round(3)], [{ ...consent, round: round(2).id }])).toBe(1);
  });

  test("on trial is voted on after two rounds, until a day that lies ahead", () => {
    expect(mayTry("2026-12-20", { spent: 1, today: "2026-11-23" })).toEqual({ refused: "not-this-phase" });
    expect(mayTry("2026-11-22", { spent: 2, today: "2026-11-23" })).toEqual({ refused: "date-past" });
    expect(mayTry("2026-12-20", { spent: 2, today: "2026-11-23" })).toBeNull();
  });

  test("to park needs an owner and a date", () => {
    const park: DecisionInput = { kind: "parked", owner: "Олег Гришин", dueOn: "2026-12-07", missing: "" };
    expect(decide(park)).toBeNull();
    expect(decide({ ...park, owner: " " })).toEqual({ refused: "owner-missing" });
  });
});

describe("an objection", () => {
  const objection: Objection = {
    id: "00000000-0000-4000-8000-000000000001",
    question: "q",
    round: "00000000-0000-4000-8000-000000000002",
    reason: "Ламинация дольше",
    wish: "18 дней для ламинации",
    by: null,
    disposition: "raised",
    replies: [],
  };

  test("is closed by its objector only", () => {
    expect(mayDispose(objection, "withdrawn", false)).toEqual({ refused: "only-the-objector" });
    expect(mayDispose(objection, "withdrawn", true)).toBeNull();
  });

  test("stays closed, unless the objector raises it again", () => {
    expect(mayDispose({ ...objection, disposition: "withdrawn" }, "integrated", true)).toEqual({
      refused: "objection-closed",
    });
    expect(mayDispose({ ...objection, disposition: "withdrawn" }, "raised", true)).toBeNull();
  });

  test("is not overruled by the objector's own hand", () => {
    expect(mayDispose(objection, "escalated", true)).toEqual({ refused: "not-allowed" });
  });
});
