import type { AskedQuestion, Phase } from "./agenda.ts";
import type { Bilingual } from "./language.ts";
import { openObjections } from "./objection.ts";
import type { Question } from "./question.ts";
import { questionOf, type WorkshopRecord } from "./record.ts";
import { isAdopted, type Outcome, outcomeOf, type Round, type Tally, tallyOf, thresholdOf } from "./round.ts";
import type { Wording } from "./wording.ts";

/**
 * A rule of a package. `pulled` was taken out, by nobody knows whom; `missing` are the departments without whose voice
 * it could not be adopted.
 */
export type PackageItem = {
  round: string;
  question: string;
  asked: Bilingual;
  dealType: string | null;
  stage: string | null;
  /** Where the rule will stand in the document. */
  section: string;
  wording: Wording;
  state: "in" | "pulled" | "adopted" | "missing";
  missing: string[];
};

/**
 * Rules that are voted on together (domain brief §6.4): one screen with all drafts, anybody may take one out, what stays
 * is voted as one. `tally` and `concerns` are empty while the vote is open.
 */
export type PackageView = {
  id: string;
  status: "open" | "closed";
  invited: number;
  answered: number;
  tally: Tally | null;
  concerns: string[];
  items: PackageItem[];
};

/** A rule that could go into a package; `from` names what the team did not write itself, null when it did. */
export type PackageDraft = {
  question: string;
  asked: Bilingual;
  mode: Question["mode"];
  dealType: string | null;
  stage: string | null;
  wording: Wording;
  from: "template" | "sibling" | "existing" | null;
};

/** The rounds of the package that is voted on just now. */
export const openPackageRounds = (rounds: readonly Round[]): Round[] => {
  const open = rounds.find((round) => round.package !== undefined && round.status === "open");
  return open ? rounds.filter((round) => round.package === open.package && round.status === "open") : [];
};

/** The package that is voted on, or else the last one that was; null when there was none. */
export const packageView = (record: WorkshopRecord): PackageView | null => {
  const [open] = openPackageRounds(record.rounds);
  const last =
    open ??
    record.rounds
      .filter((round) => round.package !== undefined)
      .sort(byOpening)
      .at(-1);
  if (!last?.package) return null;
  const rounds = record.rounds.filter((round) => round.package === last.package);
  const counted = rounds.find(({ status }) => status !== "void");
  const closed = counted?.status === "closed";
  return {
    id: last.package,
    status: open ? "open" : "closed",
    invited: counted?.invited ?? 0,
    answered: counted?.answered ?? 0,
    tally: counted && closed ? tallyOf(counted.ballots) : null,
    concerns: closed ? counted.ballots.flatMap(({ concern }) => (concern ? [concern] : [])).sort() : [],
    items: record.asked.flatMap((asked) => {
      const round = rounds.find(({ question }) => question === asked.key);
      const proposal = round && record.proposals.find(({ id }) => id === round.proposal);
      if (!round || !proposal) return [];
      const question = questionOf(record, asked);
      return {
        round: round.id,
        question: asked.key,
        asked: question.wording,
        dealType: asked.dealType,
        stage: asked.stage,
        section: question.sections[0] ?? "",
        wording: proposal.wording,
        state: stateOf(round, record),
        missing: round.missingDepartments,
      };
    }),
  };
};

const byOpening = (a: Round, b: Round): number => (a.openedAt < b.openedAt ? -1 : 1);

const stateOf = (round: Round, record: WorkshopRecord): PackageItem["state"] => {
  if (round.status === "void") return "pulled";
  if (round.status === "open") return "in";
  return isAdopted(packageOutcome(round, record)) ? "adopted" : "missing";
};

/**
 * Nobody objects to a package: who is against a rule takes it out. What is left to count is the quorum, and objections to
 * the same question from a round before that are open, or open again.
 */
export const packageOutcome = (
  round: Round,
  { workshop, objections }: Pick<WorkshopRecord, "workshop" | "objections">,
): Outcome =>
  outcomeOf(round, thresholdOf(round, workshop), {
    open: openObjections(objections, round.question).length,
    standAside: 0,
  });

/** A question whose objection nobody has answered yet is discussed, not packed. */
export const mayBePacked = (asked: AskedQuestion, { objections }: Pick<WorkshopRecord, "objections">): boolean =>
  PACKED_FROM.includes(asked.phase) && openObjections(objections, asked.key).length === 0;

/** Questions that are settled or voted on are in no package. */
const PACKED_FROM: Phase[] = ["waiting", "think", "reveal", "word"];
