import { describe, expect, test } from "vitest";
import { type AskedQuestion, keyOf, layAgenda, mayMove, nextPhase, type Phase } from "#domain/agenda.ts";

const asked = (phase: Phase): AskedQuestion => ({
  key: "q",
  question: "q",
  dealType: null,
  stage: null,
  position: 0,
  phase,
  timer: null,
});
const move = (from: Phase, to: Phase, rest = {}) =>
  mayMove(asked(from), { from, to, confirmed: false, unready: 0, ...rest });

describe("the agenda", () => {
  test("asks company questions once, deal questions per type and stage questions per stage", () => {
    const question = (id: string, scope: string) => ({ id, scope }) as never;
    const stage = (id: string, rejection: unknown = null) => ({ id, rejection }) as never;
    const types = [{ id: "new", stages: [stage("call"), stage("measure", {})] }] as never;
    const bank = [
      question("goals", "workshop"),
      question("intake", "deal-type"),
      question("norm", "stage"),
      question("stage-rejected-result", "stage"),
      question("review", "workshop"),
    ];
    expect(layAgenda(bank, types).map(({ key }) => key)).toEqual([
      "goals",
      "intake@new",
      "norm@new.call",
      "norm@new.measure",
      "stage-rejected-result@new.measure",
      "review",
    ]);
  });

  test("names a question by its deal type and stage", () => {
    expect(keyOf("stage-time-norm", "new", "production")).toBe("stage-time-norm@new.production");
    expect(keyOf("goals", null, null)).toBe("goals");
  });

  test("leads from thinking to revealing to wording to the round", () => {
    expect((["waiting", "think", "reveal", "word", "round"] as const).map(nextPhase)).toEqual([
      "think",
      "reveal",
      "word",
      "round",
      null,
    ]);
  });
});

describe("the facilitator", () => {
  test("is asked once more before ending the silence while somebody still writes", () => {
    expect(move("think", "reveal", { unready: 2 })).toEqual({ refused: "not-all-ready", count: 2 });
    expect(move("think", "reveal", { unready: 2, confirmed: true })).toBeNull();
  });

  test("may step back at any time", () => {
    expect(move("round", "word")).toBeNull();
    expect(move("reveal", "think", { unready: 3 })).toBeNull();
  });

  test("cannot move a question that has moved on meanwhile", () => {
    expect(mayMove(asked("word"), { from: "think", to: "reveal", confirmed: true, unready: 0 })).toEqual({
      refused: "phase-passed",
    });
  });

  test("cannot declare a round or a decision by moving", () => {
    expect(move("word", "round")).toEqual({ refused: "not-this-phase" });
    expect(move("round", "decided")).toEqual({ refused: "not-this-phase" });
  });

  test("may word a decided question anew, and nothing else with it", () => {
    expect(move("decided", "word")).toBeNull();
    expect(move("decided", "think")).toEqual({ refused: "question-decided" });
  });
});
