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

/**
 * The approval stamp in both forms, of which the company strikes one out: by a person, or by an order. Abroad there is one,
 * by a person.
 */
export const approvalStamp = (regulation: Regulation, w: DocxWords, profile: Profile): Line[] => [
  line("Stamp", w.approve),
  line("Stamp", `_____________________ (${w.position})`),
  line("Stamp", `__________ ____________________`),
  line("Stamp", w.day),
  line("Stamp", ""),
  ...(profile === "international"
    ? []
    : [
        line("Stamp", `${regulation.front.approved} ${w.byOrder}`),
        line("Stamp", `${w.from} ${w.day} ${w.number} ____`),
        line("Stamp", ""),
      ]),
];

/** Who signs that the text is agreed: everybody of the record, with room for date and signature. */
export const agreementSheet = (regulation: Regulation, seal: Seal | null, w: DocxWords): Matter[] => [
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
    regulation.people.map((person) => [person.name, person.role, person.department, "", ""]),
  ),
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
