import { readXml } from "./xml.ts";

/** `level` of the outline from 1; `isContents`: a line of the contents list, which only repeats headings. */
export type Style = { level?: number; list?: string; listLevel?: number; isContents: boolean };

type Written = { name: string; basedOn: string; outline?: number; list?: string; listLevel?: number };

const HEADING = /^heading ([1-9])$/i;

/** The paragraph styles of `word/styles.xml` with what they take over from the styles they are based on. */
export const stylesOf = (xml: string | undefined): ((id: string) => Style) => {
  const written = new Map<string, Written>();
  let style: Written | undefined;
  if (xml)
    readXml(xml, {
      open: (name, attribute) => {
        const value = () => attribute("w:val") ?? "";
        if (name === "w:style") {
          style = { name: "", basedOn: "" };
          written.set(attribute("w:styleId") ?? "", style);
        } else if (!style) return;
        else if (name === "w:name") style.name = value();
        else if (name === "w:basedOn") style.basedOn = value();
        else if (name === "w:outlineLvl") style.outline = Number(value());
        else if (name === "w:numId") style.list = value();
        else if (name === "w:ilvl") style.listLevel = Number(value()) || 0;
      },
      close: (name) => {
        if (name === "w:style") style = undefined;
      },
      text: () => {},
    });
  return (id) => {
    const found: Style = { isContents: false };
    // a chain of ten is longer than any in Word, and one that bites its tail ends here
    for (let at = written.get(id), depth = 0; at && depth < 10; at = written.get(at.basedOn), depth++) {
      const heading = HEADING.exec(at.name);
      const own = heading ? Number(heading[1]) : /^title$/i.test(at.name) ? 1 : outlineLevel(at.outline);
      found.level ??= own;
      found.list ??= at.list;
      found.listLevel ??= at.listLevel;
      found.isContents ||= /^toc \d$/i.test(at.name);
    }
    return found;
  };
};

/** 9 is Word's «body text». */
export const outlineLevel = (outline: number | undefined): number | undefined =>
  outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined;
