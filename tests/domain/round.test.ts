import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Ballot,
  isAdopted,
  missingDepartments,
  outcomeOf,
  type Round,
  tallyOf,
  weaknessesOf,
} from "#domain/round.ts";
import type { Threshold } from "#domain/threshold.ts";

const almost: Threshold = { preset: "almost-unanimous", share: 0.9, smallGroup: false };
const unanimous: Threshold = { preset: "unanimous", share: 1, smallGroup: false };
const none = { open: 0, standAside: 0 };

const ballots = (agree: number, reservation: number, object: number, abstain: number): Ballot[] =>
  (
    [
      ["agree", agree],
      ["reservation", reservation],
      ["object", object],
      ["abstain", abstain],
    ] as const
  ).flatMap(([choice, times]) => Array.from({ length: times }, () => ({ choice, concern: null })));

const closed = (votes: Ballot[], invited = votes.length): Round => ({
  id: "00000000-0000-4000-8000-000000000001",
  question: "q",
  proposal: "00000000-0000-4000-8000-000000000002",
  number: 1,
  status: "closed",
  openedAt: "2026-11-23T10:00:00.000Z",
  closedAt: "2026-11-23T10:05:00.000Z",
  invited,
  answered: votes.length,
  missingDepartments: [],
  ballots: votes,
});

describe("a round", () => {
  test("of nine agreements and a reservation is unanimous", () => {
    expect(outcomeOf(closed(ballots(9, 1, 0, 0)), almost, none)).toMatchObject({ share: 1, verdict: "unanimous" });
  });

  test("with nine of ten consents is almost unanimous once the objector stands aside", () => {
    expect(outcomeOf(closed(ballots(8, 1, 1, 0)), almost, { open: 0, standAside: 1 }).verdict).toBe("almost-unanimous");
  });

  test("is not adopted while an objection is open, however large the share", () => {
    expect(outcomeOf(closed(ballots(99, 0, 1, 0)), almost, { open: 1, standAside: 0 }).verdict).toBe("objections-open");
  });

  test("of seven consents and three objections stays below the threshold", () => {
    expect(outcomeOf(closed(ballots(6, 1, 3, 0)), almost, none)).toMatchObject({
      share: 0.7,
      verdict: "below-threshold",
    });
  });

  test("counts abstentions as answers for the quorum and not for the share", () => {
    expect(outcomeOf(closed(ballots(7, 1, 0, 2)), almost, none)).toMatchObject({ share: 1, quorum: true });
  });

  test("has no quorum when fewer than four fifths of the invited answered", () => {
    expect(outcomeOf(closed(ballots(7, 0, 0, 0), 10), almost, none).verdict).toBe("no-quorum");
    expect(outcomeOf(closed(ballots(8, 0, 0, 0), 10), almost, none).verdict).toBe("unanimous");
  });

  test("in which everybody abstains adopts nothing", () => {
    expect(isAdopted(outcomeOf(closed(ballots(0, 0, 0, 5)), almost, none))).toBe(false);
  });

  test("of a small group may carry one stand-aside only where the team agreed to that", () => {
    const votes = closed(ballots(4, 0, 1, 0));
    expect(outcomeOf(votes, almost, { open: 0, standAside: 1 }).verdict).toBe("below-threshold");
    expect(outcomeOf(votes, { ...almost, smallGroup: true }, { open: 0, standAside: 1 }).verdict).toBe(
      "almost-unanimous",
    );
    expect(outcomeOf(votes, { ...unanimous, smallGroup: true }, { open: 0, standAside: 1 }).verdict).toBe(
      "below-threshold",
    );
  });

  test("needs as many consents as the brief's table says", () => {
    const needed = (votes: number) => {
      for (let consents = 0; consents <= votes; consents++)
        if (isAdopted(outcomeOf(closed(ballots(consents, 0, votes - consents, 0)), almost, none))) return consents;
      return -1;
    };
    expect([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map(needed)).toEqual([5, 6, 7, 8, 9, 9, 10, 11, 12, 13, 14]);
  });

  test("is never adopted with an open objection, an objection under «unanimous» or without a quorum", () => {
    const votes = fc.nat({ max: 12 });
    fc.assert(
      fc.property(votes, votes, votes, votes, votes, votes, fc.boolean(), (a, r, o, x, absent, open, strict) => {
        const cast = ballots(a, r, o, x);
        const outcome = outcomeOf(closed(cast, cast.length + absent), strict ? unanimous : almost, {
          open,
          standAside: 0,
        });
        if (!isAdopted(outcome)) return;
        expect(open).toBe(0);
        expect(cast.length).toBeGreaterThanOrEqual((cast.length + absent) * 0.8);
        expect(strict ? o : o * 10).toBeLessThanOrEqual(strict ? 0 : a + r + o);
      }),
    );
  });

  test("misses the departments that the rule binds and that have a voter who did not answer", () => {
    const person = (id: string, department: string) => ({
      id,
      department,
      name: id,
      role: "r",
      head: false,
      votes: true,
    });
    const proposal = { binds: ["sales", "production", "marketing"] } as never;
    const voters = [person("anna", "sales"), person("viktor", "production")];
    expect(missingDepartments(proposal, voters, new Set(["anna"]))).toEqual(["production"]);
  });
});

test("a result is called weak, indifferent or no consent by its own arithmetic, above thirty and below seventy-five per cent", () => {
  const of = (...counts: [number, number, number, number]) => weaknessesOf(tallyOf(ballots(...counts)));
  expect(of(7, 3, 0, 0)).toEqual([]);
  expect(of(6, 4, 0, 0)).toEqual(["weak"]);
  expect(of(7, 0, 0, 3)).toEqual([]);
  expect(of(6, 0, 0, 4)).toEqual(["many-abstain"]);
  expect(of(3, 0, 1, 0)).toEqual([]);
  expect(of(2, 0, 1, 0)).toEqual(["not-a-consent"]);
  expect(of(0, 0, 0, 3)).toEqual(["many-abstain"]);
  expect(of(0, 0, 0, 0)).toEqual([]);
});
