import type { Regulation } from "#domain/regulation.ts";

const bare = (text: string) => text.replace(/\s+/g, "");

/** The entries of the contents list as they are printed, each with the page it names and the page its heading is on. */
export const entriesOf = (regulation: Regulation, pages: string[]) => {
  const titles = [
    ...regulation.parts.flatMap((part) => [
      `${part.number === null ? "" : `${part.number}.`}${part.title}`,
      ...part.sections.map(({ number, title }) => `${number}${title}`),
    ]),
    ...regulation.annexes.map(
      ({ letter, title }) => `${regulation.language === "ru" ? "Приложение" : "Annex"}${letter}.${title}`,
    ),
  ].map((title) => bare(title).slice(0, 30));
  const lines = pages.map((page) => page.split("\n").map(bare));
  return titles.map((title) => {
    const starts = lines.flatMap((page, at) => page.filter((row) => row.startsWith(title)).map((row) => ({ row, at })));
    const [entry, heading] = [starts.find(({ row }) => /\.{3,}\d+$/.test(row)), starts.at(-1)];
    return { title, says: Number(entry?.row.match(/\d+$/)?.[0]), stands: (heading?.at ?? -1) + 1 };
  });
};
