import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from "docx";
import { HANGING } from "./looks.ts";

/**
 * One multilevel list numbers parts, sections and clauses (1, 1.1, 1.1.1). The final provisions stand outside the three
 * parts: their list starts at the fourth number without showing it.
 */
export const OUTLINE = "outline";
export const FINAL = "outline-final";
export const BULLETS = "bullets";
export const BOXES = "boxes";
export const STEPS = "steps";

const CLAUSE = { left: HANGING.clause, hanging: HANGING.clause };

const levels = (start: number, isPartShown: boolean) => [
  {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: isPartShown ? "%1." : "",
    start,
    alignment: AlignmentType.LEFT,
    ...(!isPartShown && { suffix: LevelSuffix.NOTHING }),
    style: { paragraph: { indent: isPartShown ? CLAUSE : { left: 0, hanging: 0 } } },
  },
  {
    level: 1,
    format: LevelFormat.DECIMAL,
    text: "%1.%2",
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: CLAUSE } },
  },
  {
    level: 2,
    format: LevelFormat.DECIMAL,
    text: "%1.%2.%3",
    alignment: AlignmentType.LEFT,
    style: { run: { bold: false }, paragraph: { indent: CLAUSE } },
  },
];

/** Each numbered list is an instance of `STEPS`, so that each counts from one. */
export const numbering: INumberingOptions = {
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
          style: { paragraph: { indent: { left: HANGING.clause + HANGING.bullets, hanging: HANGING.bullets } } },
        },
      ],
    },
    {
      reference: BOXES,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "□",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: HANGING.boxes, hanging: HANGING.boxes } } },
        },
      ],
    },
    {
      reference: STEPS,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: "%1)",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: HANGING.clause + HANGING.ordered, hanging: HANGING.ordered } } },
        },
      ],
    },
  ],
};
