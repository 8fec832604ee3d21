import { Document } from "docx";
import type { Leaflet, Regulation } from "#domain/regulation.ts";
import type { Seal } from "../seal.ts";
import { blocksOf } from "./body.ts";
import { besidesOf, type Laid, propertiesOf } from "./document.ts";
import { drawn } from "./drawn.ts";
import { line, type Matter } from "./matter.ts";
import { numbering } from "./numbering.ts";
import { pagesOf } from "./pages/pages.ts";
import { type Profile, paperFor } from "./profile.ts";
import { runningLines } from "./running.ts";
import { styles } from "./styles.ts";

/** What hangs on the wall: one sheet. Where all of it does not fit, each part keeps as many of its lines as do. */
export const leafletOf = (leaflet: Leaflet, regulation: Regulation, seal: Seal | null, profile: Profile): Laid => {
  const paper = paperFor(profile);
  const matter = fitting(leaflet, (one) => pagesOf(one, paper).total);
  return {
    document: new Document({
      ...propertiesOf(regulation, seal),
      title: leaflet.title,
      styles: styles(regulation.language, regulation.brand?.colour?.slice(1)),
      numbering,
      sections: [
        {
          properties: { page: paper.page },
          ...runningLines(regulation, seal, profile),
          children: drawn(matter, paper.textWidth),
        },
      ],
    }),
    ...besidesOf(matter),
  };
};

const MOST = 40;

const fitting = (leaflet: Leaflet, pages: (matter: Matter[]) => number): Matter[] => {
  for (let most = MOST; most > 1; most--) {
    const matter = matterOf(leaflet, most);
    if (pages(matter) === 1) return matter;
  }
  return matterOf(leaflet, 1);
};

/** @param most lines or rows of a part */
const matterOf = ({ title, company, parts, note }: Leaflet, most: number): Matter[] => [
  line("Company", company),
  line("SheetTitle", title),
  ...parts.flatMap(({ title: name, block }): Matter[] => [
    line("LeafletHeading", name),
    ...blocksOf(
      block.kind === "list"
        ? { ...block, items: block.items.slice(0, most) }
        : { ...block, rows: block.rows.slice(0, most) },
    ),
  ]),
  line("Quiet", note),
];
