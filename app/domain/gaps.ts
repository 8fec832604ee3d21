import type { Catalogue } from "./catalogue.ts";
import { CHAIN } from "./gaps/chain.ts";
import { CODES, type GapCode, type Severity } from "./gaps/codes.ts";
import { CYCLE } from "./gaps/cycle.ts";
import { DISCOUNT } from "./gaps/discount.ts";
import { type Checks, evidenceOf, type Finding } from "./gaps/evidence.ts";
import { FIELD } from "./gaps/field.ts";
import { GOAL } from "./gaps/goal.ts";
import { HANDOFF } from "./gaps/handoff.ts";
import { INCENTIVE } from "./gaps/incentive.ts";
import { INTAKE } from "./gaps/intake.ts";
import { LEADING } from "./gaps/leading.ts";
import { MEASURE } from "./gaps/measure.ts";
import { OUTCOME } from "./gaps/outcome.ts";
import { REJECTION } from "./gaps/rejection.ts";
import { STAGE } from "./gaps/stage.ts";
import { VOTE } from "./gaps/vote.ts";
import type { Bilingual } from "./language.ts";
import type { WorkshopRecord } from "./record.ts";

/** A finding of the completeness check. `question` is the key of the asked question that mends it, if it is asked here. */
export type Gap = {
  code: GapCode;
  severity: Severity;
  question: string | null;
  stage: string | null;
  message: Bilingual;
};

const CHECKS: Required<Checks> = {
  ...STAGE,
  ...CHAIN,
  ...LEADING,
  ...REJECTION,
  ...OUTCOME,
  ...FIELD,
  ...MEASURE,
  ...GOAL,
  ...CYCLE,
  ...DISCOUNT,
  ...HANDOFF,
  ...INTAKE,
  ...INCENTIVE,
  ...VOTE,
};

/** Everything that is missing or contradicts itself in what was adopted so far, errors first. Changes no answer. */
export const gapsOf = (record: WorkshopRecord, catalogue: Catalogue): Gap[] => {
  const evidence = evidenceOf(record, catalogue);
  const codes = Object.keys(CODES) as GapCode[];
  const gaps = codes.flatMap((code) =>
    CHECKS[code](evidence).map((finding): Gap => {
      const { severity, message, fix } = CODES[code];
      const told = (text: string) => (finding.detail ? `${text}: ${finding.detail}` : text);
      return {
        code,
        severity,
        question: finding.question ?? mendedBy(record, fix, finding),
        stage: finding.stage ?? null,
        message: { ru: told(message.ru), en: told(message.en) },
      };
    }),
  );
  const weight: Severity[] = ["error", "warning", "info"];
  return gaps.sort((a, b) => weight.indexOf(a.severity) - weight.indexOf(b.severity));
};

/** What the room counts. */
export const countGaps = (gaps: readonly Gap[]): { errors: number; warnings: number } => ({
  errors: gaps.filter(({ severity }) => severity === "error").length,
  warnings: gaps.filter(({ severity }) => severity === "warning").length,
});

/** An error blocks «final», never the draft: what was agreed so far can be read and taken along at any time. */
export const standingOf = (gaps: readonly Gap[]): "draft" | "final" =>
  gaps.some(({ severity }) => severity === "error") ? "draft" : "final";

/** The asked question that mends a finding: the first of `fix` that is asked at its place. */
export const mendedBy = (
  { asked }: WorkshopRecord,
  fix: readonly string[],
  { dealType, stage }: Pick<Finding, "dealType" | "stage">,
): string | null => {
  for (const question of fix) {
    const found = asked.find(
      (item) =>
        item.question === question &&
        (item.dealType === null || dealType === undefined || item.dealType === dealType) &&
        (item.stage === null || stage === undefined || item.stage === stage),
    );
    if (found) return found.key;
  }
  return null;
};
