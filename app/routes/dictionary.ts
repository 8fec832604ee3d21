import { Language, say } from "#domain/language.ts";
import { catalogue } from "#templates";
import type { Route } from "./+types/dictionary";

/** Fields, loss reasons, indicators and reports for the forms, terms for the primer, in one language; the same for everybody, so it may be cached. */
export const loader = ({ params }: Route.LoaderArgs) => {
  const language = Language.catch("ru").parse(params.language);
  const entries = <T extends { name: Parameters<typeof say>[0] }>(items: Record<string, T>) =>
    Object.entries(items).map(([id, item]) => ({ ...item, id, name: say(item.name, language) }));
  return Response.json(
    {
      fields: entries(catalogue.fields).map(({ id, name, type, auto }) => ({ id, name, type, auto })),
      lossReasons: entries(catalogue.lossReasons).map(({ id, name, group, commentRequired }) => ({
        id,
        name,
        group,
        commentRequired,
      })),
      metrics: entries(catalogue.kpis).map(({ id, name, formula, sources }) => ({
        id,
        name,
        formula: say(formula, language),
        sources,
      })),
      reports: entries(catalogue.reports).map(({ id, name, sources, audience, frequency, decision }) => ({
        id,
        name,
        sources,
        audience,
        frequency: say(catalogue.frequencies[frequency], language),
        decision: say(decision, language),
      })),
      terms: catalogue.glossary.map(({ id, term, meaning }) => ({
        id,
        name: say(term, language),
        meaning: say(meaning, language),
      })),
    },
    { headers: { "cache-control": "public, max-age=3600" } },
  );
};
