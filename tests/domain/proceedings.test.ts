import { describe, expect, test } from "vitest";
import { proceedingsOf } from "#domain/proceedings.ts";
import { windows } from "../story/windows.ts";

describe("the minutes of the windows company", () => {
  const minutes = proceedingsOf(windows(), "ru");
  const of = (key: string) => minutes.find((one) => one.key === key);

  test("hold every question that was worked on, in the order of the agenda, and no other", () => {
    const worked = new Set(windows().decisions.map(({ question }) => question));
    expect(new Set(minutes.map(({ key }) => key))).toEqual(worked);
    const order = windows().asked.map(({ key }) => key);
    expect(minutes.map(({ key }) => order.indexOf(key))).toEqual(
      minutes.map(({ key }) => order.indexOf(key)).sort((a, b) => a - b),
    );
  });

  test("tell of a disputed rule both versions with their votes, the objections and how it ended", () => {
    const disputed = of("intake-registration-moment@new-private");
    expect(disputed?.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(disputed?.rounds.map(({ outcome, version }) => [version, outcome?.tally.object])).toEqual([
      [1, 2],
      [2, 0],
    ]);
    expect(disputed?.objections.map(({ disposition }) => disposition)).toEqual(["integrated", "integrated"]);
    expect(disputed?.decisions.map(({ kind }) => kind)).toEqual(["consent"]);
    expect(disputed?.ideas.length).toBeGreaterThan(3);
  });

  test("name an objector who signed, and nobody else", () => {
    const names = minutes.flatMap(({ objections }) => objections.map(({ by }) => by));
    expect(names).toContain("Денис Карпов");
    expect(names).toContain(null);
  });

  test("name the stage of a question that is about one", () => {
    expect(of("stage-exit@new-private.production")?.place).toBe("Изделия готовы");
    expect(of("standards-phone")?.place).toBeNull();
  });
});
