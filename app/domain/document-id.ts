/** The name of a printed document: which workshop, and which edition of what it agreed. */
export type DocumentName = { workshop: string; edition: number };

const HEX = /^[0-9a-f]{16}$/;

/** `1A2B-3C4D-5E6F-7081.2`, short enough to be typed from paper: the workshop in fours, then the edition. */
export const documentId = ({ workshop, edition }: DocumentName): string =>
  `${HEX.test(workshop) ? (workshop.toUpperCase().match(/.{4}/g) ?? []).join("-") : workshop}.${edition}`;

/** What somebody typed, with or without dashes and spaces, in any letters; null when it cannot be a document's name. */
export const readDocumentId = (typed: string): DocumentName | null => {
  const [, name = "", edition = ""] = /^(.{1,80})[./](\d{1,4})$/.exec(typed.trim()) ?? [];
  if (!name || Number(edition) === 0) return null;
  const bare = name.replace(/[\s\u2010-\u2014-]/g, "").toLowerCase();
  return { workshop: HEX.test(bare) ? bare : name.trim(), edition: Number(edition) };
};
