import { describe, expect, test } from "vitest";
import { type DecisionInput, mayDecide } from "#domain/decision.ts";
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
