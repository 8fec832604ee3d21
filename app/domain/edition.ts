import { textAt } from "./editorial.ts";
import type { Objection } from "./objection.ts";
import { hashedText } from "./proposal.ts";
import type { WorkshopRecord } from "./record.ts";
import { type Rule, rulesOf } from "./rule.ts";
import type { Wording } from "./wording.ts";
import type { Edition } from "./workshop.ts";

/**
 * One rule that an edition brought, changed or gave up, or in which a slip was corrected. `answered` says that the typed
 * answer is another; `binds` are the departments of either wording.
 */
export type EditionChange = {
  kind: "added" | "changed" | "given-up" | "typo";
  rule: string;
  question: string;
  before: Wording | null;
  after: Wording | null;
  answered: boolean;
  binds: string[];
};

/** Text beside the clauses that an edition brought, changed or took out. */
export type TextChange = { place: string; before: Wording | null; after: Wording | null };

/** An edition with what it changed against the one before; `closedAt` is null for the one in the making. */
export type EditionView = {
  number: number;
  closedAt: string | null;
  rules: number;
  changes: EditionChange[];
  findings: Edition["findings"];
  texts: TextChange[];
};

type Counted = { decisions: number; editorials: number };

const lastOf = (editions: readonly Edition[]): Counted => ({
  decisions: editions.at(-1)?.decisions ?? 0,
  editorials: editions.at(-1)?.editorials ?? 0,
});

const hasGrown = (editions: readonly Edition[], { decisions, editorials }: Counted): boolean => {
  const last = lastOf(editions);
  return decisions > last.decisions || editorials > last.editorials;
};

/** The edition that a decision belongs to, by its place in the record, from 0. */
export const editionAt = (editions: readonly Edition[], decision: number): number =>
  editions.find(({ decisions }) => decision < decisions)?.number ?? editions.length + 1;

type Standing = Pick<WorkshopRecord, "workshop" | "decisions" | "editorials">;

const countedIn = ({ decisions, editorials }: Standing): Counted => ({
  decisions: decisions.length,
  editorials: editorials.length,
});

/** The number of the edition that the record as it stands is, or will be when the workshop is closed. */
export const editionNumber = (record: Standing): number => {
  const editions = record.workshop.editions ?? [];
  return hasGrown(editions, countedIn(record)) ? editions.length + 1 : Math.max(1, editions.length);
};

/** The editions after a closing: a new one only when something was decided or edited since the last. */
export const closedEditions = (
  editions: readonly Edition[],
  { decisions, editorials, at, findings }: Counted & { at: string; findings: Edition["findings"] },
): Edition[] => {
  if (!hasGrown(editions, { decisions, editorials })) return [...editions];
  const number = editions.length + 1;
  return [...editions, { number, closedAt: at, decisions, ...(editorials > 0 && { editorials }), findings }];
};

type Kept = Counted & { number: number; closedAt: string | null; findings: Edition["findings"] };

/** All editions with their numbers, the one in the making last. */
const everyEdition = (record: WorkshopRecord): Kept[] => {
  const editions = record.workshop.editions ?? [];
  const closed = editions.map(({ number, closedAt, decisions, editorials = 0, findings }) => ({
    number,
    closedAt,
    decisions,
    editorials,
    findings,
  }));
  return hasGrown(editions, countedIn(record))
    ? [...closed, { number: closed.length + 1, closedAt: null, ...countedIn(record), findings: undefined }]
    : closed;
};

/**
 * The record as an edition holds it; nothing is in force in edition 0. The one that is not closed yet is the whole. What
 * was voted on after the closing is left out, and a late objection until the vote that answers it. Names of the company, of
 * people and of stages are those of today, and so is the number of ideas: they are corrected, not decided.
 */
export const recordAt = (record: WorkshopRecord, edition: number): WorkshopRecord => {
  const known = everyEdition(record).find(({ number }) => number === edition);
  const { decisions, editorials } = known ?? { decisions: 0, editorials: 0 };
  return {
    ...record,
    ...(known?.closedAt && heardUntil(record, known.closedAt)),
    workshop: { ...record.workshop, editions: (record.workshop.editions ?? []).slice(0, edition) },
    decisions: record.decisions.slice(0, decisions),
    editorials: record.editorials.slice(0, editorials),
  };
};

const heardUntil = (
  { rounds: all, objections }: WorkshopRecord,
  closing: string,
): Pick<WorkshopRecord, "rounds" | "objections"> => {
  const rounds = all.filter(({ closedAt }) => closedAt !== null && closedAt <= closing);
  const at = (id: string) => rounds.findIndex((round) => round.id === id);
  const isAnswered = ({ question, round }: Objection) =>
    rounds.some((one, place) => one.question === question && place > at(round));
  return { rounds, objections: objections.filter((one) => at(one.round) >= 0 && (!one.late || isAnswered(one))) };
};

/** The ISO day of what an edition holds: that of its last decision or text. */
export const editionDay = ({ workshop, decisions, editorials }: Standing): string =>
  (
    [decisions.at(-1)?.at, editorials.at(-1)?.at]
      .flatMap((at) => at ?? [])
      .sort()
      .at(-1) ?? workshop.createdAt
  ).slice(0, 10);

/** What differs between the rules of two editions, in whichever direction they are given. */
export const changesBetween = (record: WorkshopRecord, from: number, to: number): EditionChange[] => {
  const before = inForce(recordAt(record, from));
  const after = inForce(recordAt(record, to));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((question) => {
    const old = before.get(question);
    const now = after.get(question);
    const kind = kindOf(old, now);
    if (kind === null) return [];
    return {
      kind,
      rule: (now ?? old)?.id ?? "",
      question,
      before: old?.wording ?? null,
      after: now?.wording ?? null,
      answered: !!old && !!now && hashedText([], old.answer) !== hashedText([], now.answer),
      binds: [...new Set([...(old?.proposal.binds ?? []), ...(now?.proposal.binds ?? [])])],
    };
  });
};

const kindOf = (old: Rule | undefined, now: Rule | undefined): EditionChange["kind"] | null => {
  if (!old || !now) return now ? "added" : old ? "given-up" : null;
  if (old.proposal.id !== now.proposal.id) return "changed";
  return hashedText(old.wording, old.answer) === hashedText(now.wording, now.answer) ? null : "typo";
};

/** What differs between the texts beside the clauses of two editions. */
export const textsBetween = (record: WorkshopRecord, from: number, to: number): TextChange[] => {
  const before = recordAt(record, from);
  const after = recordAt(record, to);
  const places = new Set(record.editorials.flatMap((one) => (one.kind === "text" ? [one.place] : [])));
  return [...places].flatMap((place) => {
    const old = textAt(before, place);
    const now = textAt(after, place);
    return old?.id === now?.id ? [] : [{ place, before: old?.wording ?? null, after: now?.wording ?? null }];
  });
};

/** All editions, the newest first, each compared with the one before it. */
export const editionsOf = (record: WorkshopRecord): EditionView[] =>
  everyEdition(record)
    .map(({ number, closedAt, findings }) => ({
      number,
      closedAt,
      findings,
      rules: inForce(recordAt(record, number)).size,
      changes: changesBetween(record, number - 1, number),
      texts: textsBetween(record, number - 1, number),
    }))
    .reverse();

/** What an edition says, as one text that is the same whoever writes it down: its hash is the seal of the edition. */
export const editionContent = (record: WorkshopRecord): string => {
  const texts = [...new Set(record.editorials.flatMap((one) => (one.kind === "text" ? [one.place] : [])))]
    .sort()
    .flatMap((place) => textAt(record, place) ?? []);
  return JSON.stringify([
    ...rulesOf(record).map(({ id, version, question, wording, answer, adoption, decision }) => [
      id,
      version,
      question,
      hashedText(wording, answer),
      adoption,
      decision.at,
    ]),
    ...texts.map(({ place, wording }) => [place, wording]),
  ]);
};

const inForce = (record: WorkshopRecord): Map<string, Rule> =>
  new Map(rulesOf(record).map((rule) => [rule.question, rule] as const));
