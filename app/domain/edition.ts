import { hashedText } from "./proposal.ts";
import type { WorkshopRecord } from "./record.ts";
import { rulesOf } from "./rule.ts";
import type { Wording } from "./wording.ts";
import type { Edition } from "./workshop.ts";

/** One rule that an edition brought, changed or gave up. */
export type EditionChange = { rule: string; question: string; before: Wording | null; after: Wording | null };

/** An edition with what it changed against the one before; `closedAt` is null for the one in the making. */
export type EditionView = {
  number: number;
  closedAt: string | null;
  rules: number;
  changes: EditionChange[];
  findings: Edition["findings"];
};

/** The edition that a decision belongs to, by its place in the record, from 0. */
export const editionAt = (editions: readonly Edition[], decision: number): number =>
  editions.find(({ decisions }) => decision < decisions)?.number ?? editions.length + 1;

/** The number of the edition that the record as it stands is, or will be when the workshop is closed. */
export const editionNumber = ({ workshop, decisions }: Pick<WorkshopRecord, "workshop" | "decisions">): number =>
  editionAt(workshop.editions ?? [], Math.max(decisions.length - 1, 0));

/** The editions after a closing: a new one only when something was decided since the last. */
export const closedEditions = (
  editions: readonly Edition[],
  { decisions, at, findings }: { decisions: number; at: string; findings: Edition["findings"] },
): Edition[] =>
  decisions > (editions.at(-1)?.decisions ?? 0)
    ? [...editions, { number: editions.length + 1, closedAt: at, decisions, findings }]
    : [...editions];

/** All editions, the newest first, each compared with the one before it. */
export const editionsOf = (record: WorkshopRecord): EditionView[] => {
  const closed = record.workshop.editions ?? [];
  const isPending = record.decisions.length > (closed.at(-1)?.decisions ?? 0);
  const all: (Omit<Edition, "closedAt"> & { closedAt: string | null })[] = isPending
    ? [...closed, { number: closed.length + 1, closedAt: null, decisions: record.decisions.length }]
    : closed;
  return all
    .map(({ number, closedAt, decisions, findings }, at) => {
      const before = inForce(record, all[at - 1]?.decisions ?? 0);
      const after = inForce(record, decisions);
      const questions = [...new Set([...before.keys(), ...after.keys()])];
      return {
        number,
        closedAt,
        findings,
        rules: after.size,
        changes: questions.flatMap((question) => {
          const old = before.get(question);
          const now = after.get(question);
          if (old?.proposal.id === now?.proposal.id) return [];
          return { rule: (now ?? old)?.id ?? "", question, before: old?.wording ?? null, after: now?.wording ?? null };
        }),
      };
    })
    .reverse();
};

/** What an edition says, as one text that is the same whoever writes it down: its hash is the seal of the edition. */
export const editionContent = (record: WorkshopRecord): string =>
  JSON.stringify(
    rulesOf(record).map(({ id, version, question, wording, answer, adoption, decision }) => [
      id,
      version,
      question,
      hashedText(wording, answer),
      adoption,
      decision.at,
    ]),
  );

const inForce = (record: WorkshopRecord, decisions: number) =>
  new Map(
    rulesOf({ ...record, decisions: record.decisions.slice(0, decisions) }).map(
      (rule) => [rule.question, rule] as const,
    ),
  );
