import type { Duration } from "../duration.ts";
import { say } from "../language.ts";
import type { Chain } from "../pipeline/chain.ts";
import { given } from "../pipeline/given.ts";
import { START, whenOver } from "../rehearsal/calendar.ts";
import { atDealTypes, type Checks, type Evidence } from "./evidence.ts";
import { normsOf } from "./stage.ts";

/**
 * How long a whole deal may take is asked in passing (question-bank, `deal-win-moment`), so it stands in words: in that
 * rule or its note, or as the target of the indicator «deal cycle».
 */
const WHOLE =
  /вс[яеюё]\S* (сделк|цикл|заказ|пут)|длительност|цикл|от обращения до|whole|cycle|from request to|overall/i;
const LENGTH =
  /(\d+)[\s\u00a0]*(рабоч\S*|working|business)?[\s\u00a0]*(дн[еяй]\S*|день|days?|недел\S*|weeks?|месяц\S*|months?)/i;
const INDICATOR = "kpi-cycle";

export const CYCLE = {
  "cycle-conflict": (evidence) =>
    atDealTypes(evidence, (chain) => {
      const limit = cycleOf(evidence, chain);
      const end = limit && whenOver(START, limit);
      return end !== null && walked(evidence, chain) > end;
    }),
} satisfies Checks;

/** When an order that takes all the time that the stages have is completed; a stage without a countable norm takes none. */
const walked = (evidence: Evidence, { dealType, stages }: Chain): number => {
  const last = stages.findIndex(({ id }) => id === dealType.completedAt);
  return stages.slice(0, last < 0 ? stages.length : last + 1).reduce((at, stage) => {
    const [norm] = normsOf(evidence, dealType.id, stage);
    return (norm && whenOver(at, norm.limit, norm.calendar)) ?? at;
  }, START);
};

const cycleOf = (evidence: Evidence, { dealType }: Chain): Duration | null => {
  const { catalogue, language } = evidence;
  const told = given(evidence, "deal-win-moment", "single", dealType.id).flatMap(({ rule, answer }) =>
    [rule.text, answer.note ?? ""].flatMap((text) => text.split(/(?<=[.;!?])\s+/)).filter((part) => WHOLE.test(part)),
  );
  const indicator = catalogue.kpis[INDICATOR];
  const targets = evidence.rules
    .filter((rule) => rule.dealType === null || rule.dealType === dealType.id)
    .flatMap(({ answer }) => (answer.kind === "metrics" ? answer.metrics : []))
    .filter(({ name }) => indicator && name === say(indicator.name, language))
    .flatMap(({ target }) => target ?? []);
  return [...told, ...targets].map(lengthIn).find((length) => length !== null) ?? null;
};

const lengthIn = (text: string): Duration | null => {
  const [, count, working, unit] = LENGTH.exec(text) ?? [];
  if (!count || !unit) return null;
  const value = Number(count);
  if (/^(недел|week)/i.test(unit)) return { value: value * 7, unit: "calDay" };
  if (/^(месяц|month)/i.test(unit)) return { value: value * 30, unit: "calDay" };
  return { value, unit: working ? "workDay" : "calDay" };
};
