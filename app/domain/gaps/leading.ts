import type { Chain } from "../pipeline/chain.ts";
import { given } from "../pipeline/given.ts";
import { responsibleFor } from "../pipeline/stage-rules.ts";
import { roleName } from "../workshop.ts";
import { atDealTypes, atStages, type Checks, type Evidence, named, once } from "./evidence.ts";

/** At every moment exactly one role leads the order, and somebody can take it over. */
export const LEADING = {
  "stage-two-leads": (evidence) =>
    atStages(evidence, (_, chain, at) => {
      const leading = leaders(evidence, chain, at);
      return leading.length > 1 && named(leading.map((role) => roleName(evidence.record.workshop, role)));
    }),
  "owner-gap": (evidence) =>
    atDealTypes(evidence, (chain) =>
      named(chain.stages.filter((_, at) => leaders(evidence, chain, at).length === 0).map(({ name }) => name)),
    ),
  "no-substitute": (evidence) => {
    const taken = new Set(
      given(evidence, "roles-substitution", "role").flatMap(({ answer }) => answer.assignments.map(({ from }) => from)),
    );
    const roles = evidence.walks.flatMap((chain) =>
      chain.stages.flatMap((stage) => responsibleFor(evidence, chain, stage)?.role ?? []),
    );
    return [...new Set(roles)]
      .filter((role) => !taken.has(role))
      .map((role) => ({ detail: roleName(evidence.record.workshop, role) }));
  },
  "visibility-conflict": (evidence) =>
    once(
      given(evidence, "access-visibility", "single").some(({ answer }) => answer.optionId === "own") &&
        given(evidence, "roles-substitution", "role").length > 0,
    ),
} satisfies Checks;

/** The roles whose legs cover the stage; a rule that names one role without legs means the whole way. */
const leaders = (evidence: Evidence, { dealType, stages }: Chain, at: number): string[] => {
  const place = (stage: string) => stages.findIndex(({ id }) => id === stage);
  const roles = given(evidence, "roles-order-owner", "role", dealType.id).flatMap(({ answer }) =>
    answer.legs.length === 0
      ? (answer.accountable ?? [])
      : answer.legs
          .filter(({ fromStage, toStage }) => place(fromStage) >= 0 && place(fromStage) <= at && at <= place(toStage))
          .map(({ role }) => role),
  );
  return [...new Set(roles)];
};
