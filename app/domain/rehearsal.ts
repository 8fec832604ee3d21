import type { Catalogue } from "./catalogue.ts";
import type { Language } from "./language.ts";
import type { WorkshopRecord } from "./record.ts";
import { momentOf, START, workingDaysBetween } from "./rehearsal/calendar.ts";
import { FINDINGS } from "./rehearsal/codes.ts";
import { discountOf } from "./rehearsal/discount.ts";
import { fieldName, type Ground, openStages, roleName } from "./rehearsal/ground.ts";
import { groundsOf } from "./rehearsal/grounds.ts";
import { askPrice } from "./rehearsal/price-only.ts";
import { refusalOf } from "./rehearsal/refusal.ts";
import { cancellationOf, changeOf } from "./rehearsal/second-thoughts.ts";
import type { Branch, Rehearsal, RehearsalEvent, RehearsalFinding } from "./rehearsal/shape.ts";
import { type Found, startWalk, tell, type Walk } from "./rehearsal/walk.ts";
import { listen, type Turn, walkChain } from "./rehearsal/way.ts";
import { type Words, wordsOf } from "./rehearsal/words.ts";

export {
  BRANCHES,
  type Branch,
  type Rehearsal,
  type RehearsalEvent,
} from "./rehearsal/shape.ts";

const TURNS = {
  rejected: refusalOf,
  discount: discountOf,
  change: changeOf,
  cancel: cancellationOf,
} satisfies Partial<Record<Branch, (ground: Ground) => Turn | null>>;

/** The rehearsals of one branch, one for each deal type of the workshop that has stages. */
export const rehearsalsOf = (
  record: WorkshopRecord,
  catalogue: Catalogue,
  branch: Branch,
  language: Language,
): Rehearsal[] => groundsOf(record, catalogue).map(({ mends, ...ground }) => rehearse(ground, branch, language, mends));

/** What the branches are called. */
export const branchTitles = (language: Language): Record<Branch, string> => wordsOf(language, (key) => key).branch;

/** Walks one deal type; the same ground, branch and language give the same rehearsal. */
export const rehearse = (
  ground: Ground,
  branch: Branch,
  language: Language,
  mends: (found: Found) => string | null = () => null,
): Rehearsal => {
  const words = wordsOf(language, (field) => fieldName(ground, field));
  const walk = startWalk(ground, words);
  const end = play(walk, branch);
  const [first] = openStages(ground);
  if (!first) walk.found.push(nothingThere(words.finding["no-chain"]()));
  if (branch === "planned") listen(walk);
  const isOwn = ({ inTurn }: { inTurn: boolean }) => branch === "planned" || inTurn;
  const events = walk.events.filter((event) => event.kind !== "stop" || isOwn(event)).sort((a, b) => a.at - b.at);
  const last = Math.max(START, ...events.map(({ at }) => at));
  const days = events.at(-1)?.day ?? 0;
  const workingDays = Math.ceil(workingDaysBetween(START, last));
  return {
    branch,
    title: words.branch[branch],
    pipeline: ground.chain.key,
    dealType: ground.chain.name,
    stages: ground.chain.stages.map(({ key, name, responsible }) => ({
      key,
      name,
      who: roleName(ground, responsible?.role ?? null),
    })),
    passages: walk.passages.map((passage) => ({
      ...passage,
      isBroken: events.some(
        ({ kind, stage, day }) =>
          kind === "stop" && stage === passage.stage && day >= passage.from && day <= passage.to,
      ),
    })),
    days: daysOf(
      events.map(({ at: _, ...event }) => event),
      words,
    ),
    findings: walk.found
      .filter((found) => isOwn(found) || found.code === "no-chain")
      .map((found) => findingOf(found, mends(found))),
    end,
    length: { days, workingDays, text: words.takesTime(days, workingDays) },
  };
};

const play = (walk: Walk, branch: Branch): Rehearsal["end"] => {
  if (branch === "planned") return walkChain(walk, null);
  if (branch === "price-only") return askPrice(walk);
  const turn = TURNS[branch](walk.ground);
  const [first] = openStages(walk.ground);
  if (branch === "rejected" && !turn && first)
    tell(walk, { kind: "outcome", stage: first.key, text: walk.words.nothingToRefuse });
  return walkChain(walk, turn);
};

const daysOf = (events: RehearsalEvent[], words: Words): Rehearsal["days"] => {
  const days: Rehearsal["days"] = [];
  for (const event of events) {
    const open = days.at(-1);
    if (open?.day === event.day) open.events.push(event);
    else days.push({ day: event.day, title: words.day(event.day, event.weekday), events: [event] });
  }
  return days;
};

const nothingThere = (message: string): Found => ({
  code: "no-chain",
  at: null,
  stage: null,
  message,
  rule: null,
  inTurn: true,
});

const findingOf = ({ code, at, stage, message }: Found, question: string | null): RehearsalFinding => ({
  code,
  severity: FINDINGS[code].severity,
  day: at === null ? null : momentOf(at).day,
  stage,
  message,
  question,
});
