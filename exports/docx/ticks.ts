import { Document, Footer, PageNumber, Paragraph, TextRun } from "docx";
import type { Language } from "#domain/language.ts";
import { besidesOf, type Laid } from "./document.ts";
import { drawn } from "./drawn.ts";
import { type Grid, line, type Matter } from "./matter.ts";
import { numbering } from "./numbering.ts";
import { pagesOf } from "./pages/pages.ts";
import { type Profile, paperFor } from "./profile.ts";
import { styles } from "./styles.ts";
import { dayIn, WORDS } from "./words.ts";

/** What is to be done by hand: on one sheet by place, then in full, in groups; an empty place is none. */
export type TickList = {
  title: string;
  company: string;
  about: string;
  language: Language;
  /** The day of the edition. */
  edition: string;
  nothing: string;
  sheet: { head: string[]; rows: { place: string; what: string }[]; more: string };
  details: string;
  groups: { name: string; why: string; places: { place: string; what: string[] }[] }[];
};

/** In Times New Roman and in the free fonts of its width (WGL4). */
export const BOX = "□";

/** A checklist: on one page where all of it fits, otherwise a sheet of the places, and every item on the pages after it. */
export const ticksOf = (list: TickList, profile: Profile): Laid => {
  const paper = paperFor(profile);
  const isOnePage = (matter: Matter[]) => pagesOf(matter, paper).total === 1;
  const head = [
    line("Company", list.company),
    line("SheetTitle", list.title),
    line("Quiet", list.groups.length > 0 ? list.about : `${list.about}. ${list.nothing}`),
  ];
  const details = list.groups.flatMap(groupOf);
  const short = [...head, ...details];
  const matter = isOnePage(short) ? short : [...head, ...sheetOf(list, head, isOnePage), ...inFull(list, details)];
  const w = WORDS[list.language];
  const foot = `${list.title}. ${w.edition} ${w.dated} ${dayIn(list.language)(list.edition)}. ${w.page} `;
  return {
    document: new Document({
      title: list.title,
      subject: list.company,
      creator: list.company,
      styles: styles(list.language),
      numbering,
      sections: [
        {
          properties: { page: paper.page },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  style: "Running",
                  children: [
                    new TextRun({ children: [foot, PageNumber.CURRENT, ` ${w.of} `, PageNumber.TOTAL_PAGES] }),
                  ],
                }),
              ],
            }),
          },
          children: drawn(matter, paper.textWidth),
        },
      ],
    }),
    ...besidesOf(matter),
  };
};

const SHARES = [5, 45, 50];

/** As many of the places as one page takes; how many more there are is said, and all of them are in the pages after it. */
const sheetOf = ({ title, sheet }: TickList, head: Matter[], isOnePage: (matter: Matter[]) => boolean): Matter[] => {
  const upTo = (most: number): Grid => ({
    kind: "grid",
    caption: title,
    columns: ["", ...sheet.head].map((name, at) => ({ name, share: SHARES[at] ?? 0 })),
    rows: [
      ...sheet.rows.slice(0, most).map(({ place, what }) => [BOX, place, what]),
      ...(most < sheet.rows.length ? [["", `${sheet.more}: ${sheet.rows.length - most}`, ""]] : []),
    ].map((row) => row.map((text) => [{ text }])),
  });
  let most = sheet.rows.length;
  while (most > 1 && !isOnePage([...head, upTo(most)])) most--;
  return [upTo(most)];
};

const inFull = ({ details }: TickList, items: Matter[]): Matter[] => [
  line("SheetTitle", details, { newPage: true }),
  ...items,
];

const groupOf = ({ name, why, places }: TickList["groups"][number]): Matter[] => [
  line("LeafletHeading", name),
  line("TickPlace", why),
  ...places.flatMap(({ place, what }): Matter[] => [
    ...(place === "" ? [] : [line("TickPlace", `${place}:`)]),
    ...what.map((one) => line("Tick", one, { list: "boxes" })),
  ]),
];
