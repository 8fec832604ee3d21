import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from "docx";

/**
 * One multilevel list numbers parts, sections and clauses (1, 1.1, 1.1.1). The final provisions stand outside the three
 * parts: their list starts at the fourth number without showing it.
 */
export const OUTLINE = "outline";
export const FINAL = "outline-final";
export const BULLETS = "bullets";
export const orderedList = (index: number): string => `steps-${index}`;

const HANGING = 794;

const levels = (start: number, isPartShown: boolean) => [
  {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: isPartShown ? "%1." : "",
    start,
    alignment: AlignmentType.LEFT,
    ...(!isPartShown && { suffix: LevelSuffix.NOTHING }),
    style: { paragraph: { indent: isPartShown ? { left: HANGING, hanging: HANGING } : { left: 0, hanging: 0 } } },
  },
  {
    level: 1,
    format: LevelFormat.DECIMAL,
    text: "%1.%2",
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: HANGING, hanging: HANGING } } },
  },
  {
    level: 2,
    format: LevelFormat.DECIMAL,
    text: "%1.%2.%3",
    alignment: AlignmentType.LEFT,
    style: { run: { bold: false }, paragraph: { indent: { left: HANGING, hanging: HANGING } } },
  },
];

/** `ordered` is how many numbered lists the document has: each counts from one. */
export const numbering = (ordered: number): INumberingOptions => ({
  config: [
    { reference: OUTLINE, levels: levels(1, true) },
    { reference: FINAL, levels: levels(4, false) },
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "–",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: HANGING + 284, hanging: 284 } } },
        },
      ],
    },
    ...Array.from({ length: ordered }, (_, index) => ({
      reference: orderedList(index),
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: "%1)",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: HANGING + 397, hanging: 397 } } },
        },
      ],
    })),
  ],
});
