import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { Answer } from "#domain/answer.ts";
import { TEXT_PARTS } from "#domain/proposal.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import { type Block, type EditorNode, type Wording, wordingOfEditor } from "#domain/wording.ts";
import { roomName } from "../collaboration/rooms.ts";
import type { House } from "./house.ts";

/** What people have typed so far; the answer may lack anything. */
export type Draft = { wording: Block[]; answer: Record<string, unknown> };

export const draftOf = (house: House, workshop: string, question: string): Draft =>
  house.texts.withDoc(roomName(workshop, question), (doc) => ({
    wording: wordingOfEditor(yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(TEXT_PARTS.wording)) as EditorNode),
    answer: doc.getMap(TEXT_PARTS.answer).toJSON(),
  }));

/** The typed answer of a draft, or the first place where it is not whole. */
export const wholeAnswer = (draft: Draft, kind: Answer["kind"]): Answer | Refusal => {
  const { kind: written = kind, ...rest } = draft.answer;
  if (written !== kind) return refuse("answer-incomplete", { where: "kind" });
  const parsed = Answer.safeParse({ ...rest, kind });
  return parsed.success ? parsed.data : refuse("answer-incomplete", { where: parsed.error.issues[0]?.path.join(".") });
};

/** `from` names what the team did not write itself; null when it did. */
export type Start = {
  wording: Wording | null;
  answer: Answer | null;
  from: "template" | "sibling" | "existing" | null;
};

/** Gives an empty draft something to start from; what somebody has written is left alone. */
export const prefill = (house: House, workshop: string, question: string, start: Start): void =>
  house.texts.write(roomName(workshop, question), (doc) => {
    const map = doc.getMap(TEXT_PARTS.answer);
    if (map.size === 0 && start.answer) {
      const { kind, ...parts } = start.answer;
      for (const [key, value] of Object.entries(parts)) if (value !== undefined) map.set(key, value);
      if (start.from) doc.getMap(TEXT_PARTS.start).set("from", start.from);
    }
    if (start.wording) wordOnce(doc, start.wording);
  });

/** Gives a text its first words; those that somebody has written already are left alone. */
export const writeWording = (house: House, workshop: string, question: string, wording: Wording): void =>
  house.texts.write(roomName(workshop, question), (doc) => wordOnce(doc, wording));

/** An editor that was opened and left empty keeps an empty paragraph: that is nothing written. */
const wordOnce = (doc: Y.Doc, wording: Wording): void => {
  const fragment = doc.getXmlFragment(TEXT_PARTS.wording);
  if (wordingOfEditor(yXmlFragmentToProsemirrorJSON(fragment) as EditorNode).length > 0) return;
  fragment.delete(0, fragment.length);
  fragment.insert(0, elementsOf(wording));
};

/** A wording as the editor keeps it: neighbouring list items share a list. */
const elementsOf = (wording: Wording): Y.XmlElement[] => {
  const groups: Block[][] = [];
  for (const block of wording) {
    const last = groups.at(-1);
    if (block.kind !== "paragraph" && last?.[0]?.kind === block.kind) last.push(block);
    else groups.push([block]);
  }
  return groups.map((blocks) => {
    const [first] = blocks;
    if (!first || first.kind === "paragraph") return element("paragraph", blocks.map(textOf));
    const items = blocks.map((block) => element("listItem", [element("paragraph", [textOf(block)])]));
    return element(first.kind === "bullet" ? "bulletList" : "orderedList", items);
  });
};

const element = (name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};

const textOf = ({ spans }: Block): Y.XmlText => {
  const text = new Y.XmlText();
  let at = 0;
  for (const span of spans) {
    text.insert(at, span.text, { ...(span.bold && { bold: {} }), ...(span.italic && { italic: {} }) });
    at += span.text.length;
  }
  return text;
};
