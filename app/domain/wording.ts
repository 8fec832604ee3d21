import { z } from "zod";

/** A run of text with its marks. */
export const Span = z.strictObject({
  text: z.string().min(1),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});
export type Span = z.infer<typeof Span>;

/** One paragraph or list item; lists are flat on purpose: a rule is one thought, not an outline. */
export const Block = z.strictObject({ kind: z.enum(["paragraph", "bullet", "numbered"]), spans: z.array(Span) });
export type Block = z.infer<typeof Block>;

/** The rich text of a proposal, the only form in which a wording enters the record. */
export const Wording = z.array(Block).min(1);
export type Wording = z.infer<typeof Wording>;

export const plainText = (wording: Wording): string =>
  wording
    .map((block) => block.spans.map((span) => span.text).join(""))
    .join("\n")
    .trim();

/** Every line of a plain text becomes a paragraph; empty lines are dropped. */
export const wordingOf = (text: string): Wording =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: "paragraph", spans: [{ text: line }] }));

/** A node of the editor's JSON (ProseMirror), as far as a wording needs it. */
export type EditorNode = {
  type?: string;
  text?: string;
  marks?: { type: string }[];
  content?: EditorNode[];
};

/**
 * The wording that an editor document holds; empty paragraphs are dropped, unknown nodes give their text.
 * The browser and the server both call it, so that both speak of the same wording.
 */
export const wordingOfEditor = (doc: EditorNode): Block[] => {
  const blocks: Block[] = [];
  const walk = (node: EditorNode, kind: Block["kind"]) => {
    if (node.type === "bulletList" || node.type === "orderedList") {
      for (const child of node.content ?? []) walk(child, node.type === "bulletList" ? "bullet" : "numbered");
    } else if (node.type === "paragraph" || node.type === "heading") {
      const spans = spansOf(node);
      if (spans.some((span) => span.text.trim())) blocks.push({ kind, spans });
    } else for (const child of node.content ?? []) walk(child, kind);
  };
  walk(doc, "paragraph");
  return blocks;
};

const spansOf = (node: EditorNode): Span[] =>
  (node.content ?? []).flatMap((child) => {
    if (!child.text) return child.type === "hardBreak" ? [{ text: " " }] : [];
    const marked = (type: string) => child.marks?.some((mark) => mark.type === type);
    return [{ text: child.text, ...(marked("bold") && { bold: true }), ...(marked("italic") && { italic: true }) }];
  });
