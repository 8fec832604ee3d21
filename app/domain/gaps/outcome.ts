import { given } from "../pipeline/given.ts";
import { atDealTypes, type Checks, type Evidence, named } from "./evidence.ts";

const OTHER = /^(друго[ей]|прочее|иное|иная|other|misc)/i;
const MANY = 12;
/** The group of reasons that lie with the company itself. */
const OWN = "us";

export const OUTCOME = {
  "no-loss-reasons": (evidence) =>
    atDealTypes(evidence, ({ dealType }) => reasonsOf(evidence, dealType.id).length === 0),
  "loss-other": (evidence) =>
    atDealTypes(evidence, ({ dealType }) =>
      named(
        reasonsOf(evidence, dealType.id)
          .filter(({ name, commentRequired }) => OTHER.test(name) && !commentRequired)
          .map(({ name }) => name),
      ),
    ),
  "loss-too-many": (evidence) =>
    atDealTypes(evidence, ({ dealType }) => {
      const reasons = reasonsOf(evidence, dealType.id);
      return reasons.length > MANY && new Set(reasons.map(({ group }) => group)).size < 2;
    }),
  "loss-no-own": (evidence) =>
    atDealTypes(evidence, ({ dealType }) => {
      const reasons = reasonsOf(evidence, dealType.id);
      return reasons.length > 0 && !reasons.some(({ group }) => group === OWN);
    }),
  "deferred-no-date": (evidence) =>
    atDealTypes(evidence, ({ dealType }) => given(evidence, "outcome-deferred", "duration", dealType.id).length === 0),
} satisfies Checks;

const reasonsOf = (evidence: Evidence, dealType: string) =>
  given(evidence, "outcome-loss-reasons", "lossReasons", dealType).flatMap(({ answer }) => answer.reasons);
