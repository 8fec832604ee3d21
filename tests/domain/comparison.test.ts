import { describe, expect, test } from "vitest";
import { compareDealTypes } from "#domain/comparison.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { windows } from "../story/windows.ts";

const FIRST = "new-private";
const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;

/** The windows workshop with a second type of deal that was asked the same and settled some of it, in own words or not. */
const withSecond = (settled: Record<string, string | null>): WorkshopRecord => {
  const record = windows();
  const key = (of: string) => of.replace(`@${FIRST}`, "@second");
  const asked = record.asked
    .filter(({ dealType }) => dealType === FIRST)
    .map((one) => ({ ...one, key: key(one.key), dealType: "second" }));
  const taken = record.decisions.filter(({ question }) => question in settled);
  const proposals = taken.map((decision, at) => {
    const proposal = record.proposals.find((one) => "proposal" in decision && one.id === decision.proposal);
    if (!proposal) throw new Error(decision.question);
    const words = settled[decision.question];
    const wording = words ? [{ kind: "paragraph" as const, spans: [{ text: words }] }] : proposal.wording;
    return { ...proposal, id: id(at), question: key(decision.question), wording };
  });
  const decisions = taken.map((one, at) => ({
    ...one,
    id: id(100 + at),
    question: key(one.question),
    proposal: id(at),
  })) as WorkshopRecord["decisions"];
  const [type] = record.workshop.dealTypes;
  if (!type) throw new Error("no deal type");
  return {
    ...record,
    workshop: {
      ...record.workshop,
      dealTypes: [type, { ...type, id: "second", name: "Второй", stages: type.stages.map((stage) => ({ ...stage })) }],
    },
    asked: [...record.asked, ...asked],
    proposals: [...record.proposals, ...proposals],
    decisions: [...record.decisions, ...decisions],
  };
};

describe("deal types side by side", () => {
  const of = (text: string) => `${text}@${FIRST}`;
  const { dealTypes, common, same, different } = compareDealTypes(
    withSecond({ [of("offer-payment-terms")]: null, [of("deal-win-moment")]: "Иначе" }),
  );

  test("stand in their order, with the rules that hold for all of them counted once", () => {
    expect(dealTypes).toHaveLength(2);
    expect(dealTypes[1]).toBe("Второй");
    expect(common).toBeGreaterThan(20);
  });

  test("are alike where words and answer are the same", () => {
    expect(same.map(({ question }) => question)).toEqual(["offer-payment-terms"]);
  });

  test("differ where the words do, and where one of them is not settled yet", () => {
    const win = different.find(({ question }) => question === "deal-win-moment");
    expect(win?.rules.map((rule) => rule?.text === "Иначе")).toEqual([false, true]);
    const norm = different.find(({ question }) => question === "stage-time-norm");
    expect(norm?.stage).not.toBeNull();
    expect(norm?.rules[1]).toBeNull();
  });

  test("of a single type are all unlike nothing", () => {
    expect(compareDealTypes(windows()).different).toEqual([]);
  });
});
