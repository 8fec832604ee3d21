import { describe, expect, test } from "vitest";
import type { Now } from "#domain/room.ts";
import type { Tally } from "#domain/round.ts";
import { signalsOf } from "#domain/signals.ts";

const idea = (text: string, at: number, seed = false) => ({ id: String(at), text, group: null, seed });
const thoughts = ["Раз", "Два", "Три"].map((text, at) => idea(text, at));

const closed = (tally: Partial<Tally>, concerns: string[] = [], rest: Partial<Now> = {}): Now => {
  const whole: Tally = { agree: 0, reservation: 0, object: 0, abstain: 0, ...tally };
  const weighing = whole.agree + whole.reservation + whole.object;
  return {
    phase: "round",
    ideas: thoughts.slice(0, 1),
    roundsClosed: 1,
    round: {
      concerns,
      outcome: {
        tally: whole,
        answered: weighing + whole.abstain,
        share: (whole.agree + whole.reservation) / weighing,
      },
    },
    ...rest,
  } as unknown as Now;
};

describe("signals of what is left unsaid", () => {
  test("are none after a round in which most agreed and few had reservations", () => {
    expect(signalsOf(closed({ agree: 8, reservation: 2 }, ["Проверить через месяц", "Нужна памятка"]))).toEqual([]);
  });

  test("are many abstentions, many reservations, and reservations that say the same", () => {
    expect(signalsOf(closed({ agree: 6, abstain: 4 }))).toEqual(["many-abstain"]);
    expect(signalsOf(closed({ agree: 6, reservation: 4 }))).toEqual(["many-reservations"]);
    expect(
      signalsOf(closed({ agree: 8, reservation: 2 }, ["Нужен шаблон сообщения", "Шаблон сообщения готовый"])),
    ).toEqual(["same-words"]);
  });

  test("are a share below three quarters, and one voice out of many ideas", () => {
    expect(signalsOf(closed({ agree: 7, object: 3 }))).toEqual(["not-a-consent"]);
    expect(signalsOf(closed({ agree: 10 }, [], { ideas: thoughts }))).toEqual(["sudden-consent"]);
    expect(signalsOf(closed({ agree: 10 }, [], { ideas: thoughts, roundsClosed: 2 }))).toEqual([]);
  });

  test("are readings before the vote that a vote in favour does not explain", () => {
    const felt = (readings: number[]) =>
      signalsOf(closed({ agree: 10 }, [], { temperature: { status: "closed", answered: readings.length, readings } }));
    expect(felt([1, 2, 2, 3, 4])).toEqual(["cold"]);
    expect(felt([1, 1, 5, 5])).toEqual(["cold"]);
    expect(felt([3, 4, 4, 5])).toEqual([]);
    expect(felt([])).toEqual([]);
  });

  test("ask for what is left unsaid once the last question of a stage is settled", () => {
    const now = {
      phase: "decided",
      dealType: "new",
      stage: "contract",
      question: { block: "stage-loop" },
      ideas: [],
      round: null,
    } as unknown as Now;
    expect(signalsOf({ ...now, closesSection: true })).toEqual(["unsaid"]);
    expect(signalsOf({ ...now, closesSection: false })).toEqual([]);
  });

  test("are silence where ideas were asked for; seeds of the template do not count as somebody's thought", () => {
    const silent = (ideas: Now["ideas"]) => signalsOf({ phase: "reveal", ideas, round: null } as unknown as Now);
    expect(silent([])).toEqual(["no-ideas"]);
    expect(silent([idea("Из шаблона", 9, true)])).toEqual(["no-ideas"]);
    expect(silent(thoughts)).toEqual([]);
  });

  test("say nothing of a round that is still open", () => {
    expect(
      signalsOf({ ...closed({ agree: 1, object: 9 }), round: { outcome: null, concerns: [] } } as unknown as Now),
    ).toEqual([]);
  });
});
