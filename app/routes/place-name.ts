import type { Catalogue } from "#domain/catalogue.ts";
import { introductionTo, PREFACE, placesIn } from "#domain/editorial.ts";
import type { Bilingual } from "#domain/language.ts";

/** What a place beside the clauses is called; `section` is null for the preface. */
export type PlaceName = { id: string; kind: "preface" | "introduction" | "note"; section: string | null };

export const placeName = (id: string, { sections }: Catalogue, say: (text: Bilingual) => string): PlaceName => {
  if (id === PREFACE) return { id, kind: "preface", section: null };
  const section = sections.find((one) => placesIn([one]).includes(id));
  return {
    id,
    kind: id === introductionTo(section?.id ?? "") ? "introduction" : "note",
    section: section ? `${section.number} ${say(section.name)}` : null,
  };
};
