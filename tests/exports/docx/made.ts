import type { WorkshopRecord } from "#domain/record.ts";
import { rulesOf } from "#domain/rule.ts";
import type { Wording } from "#domain/wording.ts";

export const adoptedAnew = (record: WorkshopRecord, question: string, wording: Wording): WorkshopRecord => {
  const rule = rulesOf(record).find((one) => one.questionId === question);
  if (!rule || rule.decision.kind === "parked") throw new Error(`no rule answers ${question}`);
  const id = "99999999-0000-4000-8000-000000000000";
  return {
    ...record,
    proposals: [...record.proposals, { ...rule.proposal, id, version: 9, wording }],
    decisions: [...record.decisions, { ...rule.decision, id, proposal: id, at: "2027-01-10T10:00:00.000Z" }],
  };
};

/** The story, closed as its first edition, and then one rule decided anew, one more limit given, one rule more. */
export const secondEdition = (record: WorkshopRecord): WorkshopRecord => {
  const kept = record.decisions.length - 3;
  const first = {
    ...record,
    workshop: { ...record.workshop, editions: [{ number: 1, closedAt: "2026-11-16T18:00:00.000Z", decisions: kept }] },
  };
  return adoptedAnew(first, "standards-phone", [
    { kind: "paragraph", spans: [{ text: "Менеджер берёт трубку не позже пятого гудка и называет компанию." }] },
  ]);
};
