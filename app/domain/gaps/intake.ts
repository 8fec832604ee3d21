import { given } from "../pipeline/given.ts";
import { type Checks, longerThan, named, once } from "./evidence.ts";
import { normsOf } from "./stage.ts";

const SELECTIVE = ["wants-details", "invoice-request"];

/** How a request and an existing client come in, and how the client hears of the order. */
export const INTAKE = {
  "registration-conflict": (evidence) =>
    evidence.walks.flatMap(({ dealType }) =>
      given(evidence, "intake-registration-moment", "single", dealType.id).some(({ answer }) =>
        SELECTIVE.includes(answer.optionId),
      ) && given(evidence, "intake-price-only", "yesno", dealType.id).some(({ answer }) => answer.value)
        ? [{ dealType: dealType.id }]
        : [],
    ),
  "sla-conflict": (evidence) =>
    evidence.walks.flatMap(({ dealType, stages }) => {
      const first = stages[0];
      const norms = first ? normsOf(evidence, dealType.id, first) : [];
      const late = given(evidence, "intake-first-response", "duration").flatMap(({ answer }) =>
        answer.norms.filter(({ limit }) => norms.some((norm) => longerThan(limit, norm.limit))).map(({ what }) => what),
      );
      const detail = named(late);
      return detail === null ? [] : [{ dealType: dealType.id, detail }];
    }),
  "no-existing-client-path": (evidence) =>
    once(
      given(evidence, "deal-new-vs-existing", "single").length === 0 &&
        !evidence.walks.some(({ dealType }) => dealType.id.startsWith("existing")),
    ),
  "no-client-feedback": (evidence) =>
    once(
      given(evidence, "feedback-goals", "multi").length === 0 ||
        given(evidence, "feedback-moments", "steps").length === 0,
    ),
} satisfies Checks;
