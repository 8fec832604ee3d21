import { plain, type Regulation, type Table } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import { type Grid, type Line, line, type Matter } from "./matter.ts";
import type { Profile } from "./profile.ts";
import type { DocxWords } from "./words.ts";

const grid = (caption: string, columns: Table["columns"], rows: string[][]): Grid => ({
  kind: "grid",
  caption,
  columns,
  rows: rows.map((row) => row.map(plain)),
});

/** The stamps in the corner of the first sheet. A paper form by an order is what the Russian custom has beside that by a person. */
export const approvalStamps = ({ front }: Regulation, profile: Profile): Line[] =>
  front.stamps.flatMap(({ lines, byOrder }) => [
    ...lines.map((text) => line("Stamp", text)),
    line("Stamp", ""),
    ...(profile === "international" || byOrder.length === 0
      ? []
      : [...byOrder.map((text) => line("Stamp", text)), line("Stamp", "")]),
  ]);

/** Who signs that the text is agreed: everybody of the record, with room for date and signature where it is not in the record. */
export const agreementSheet = (
  regulation: Regulation,
  seal: Seal | null,
  w: DocxWords,
  date: (day: string) => string,
): Matter[] => [
  line("SheetTitle", w.agreement, { newPage: true }),
  grid(
    w.agreement,
    [
      { name: w.name, share: 28 },
      { name: w.role, share: 26 },
      { name: w.department, share: 18 },
      { name: w.date, share: 12 },
      { name: w.signature, share: 16 },
    ],
    regulation.people.map(({ name, role, department, agreed }) => [
      name,
      role,
      department,
      agreed === null ? "" : date(agreed),
      agreed === null ? "" : w.byLink,
    ]),
  ),
  line("TableGap", ""),
  ...(seal ? [line("Quiet", w.sealed(seal.id, inGroups(seal.hash), seal.link))] : []),
];

/** The register of changes, filled from the decisions; it is the last sheet and stands in no contents list. Abroad the newest change stands first. */
export const changeRegister = (
  regulation: Regulation,
  w: DocxWords,
  date: (day: string) => string,
  profile: Profile,
): Matter[] => [
  line("SheetTitle", w.changes, { newPage: true }),
  grid(
    w.changes,
    [
      { name: w.version, share: 10 },
      { name: w.clause, share: 14 },
      { name: w.ground, share: 44 },
      { name: w.date, share: 16 },
      { name: w.signature, share: 16 },
    ],
    (profile === "international" ? [...regulation.changes].reverse() : regulation.changes).map((change) => [
      String(change.version),
      change.clause,
      change.ground,
      date(change.date),
      "",
    ]),
  ),
];

/** Sixty-four signs in eights, so that two people can compare them aloud. */
const inGroups = (hash: string): string => hash.match(/.{8}/g)?.join(" ") ?? hash;
