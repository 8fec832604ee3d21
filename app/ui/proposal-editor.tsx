import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useEffect } from "react";
import type { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { TEXT_PARTS } from "#domain/proposal.ts";

type Props = {
  doc: Y.Doc;
  provider: WebsocketProvider;
  writable: boolean;
  writer: string;
  label: string;
  onEditor?: (editor: Editor | null) => void;
};

/** Where somebody writes. The name is drawn and is no text: it is not copied, nor read out in the middle of a sentence. */
const caretOf = ({ name, color }: { name?: string; color?: string }): HTMLElement => {
  const caret = document.createElement("span");
  caret.className = "collaboration-carets__caret";
  caret.style.borderColor = color ?? "";
  const label = document.createElement("span");
  label.className = "collaboration-carets__label";
  label.style.backgroundColor = color ?? "";
  label.dataset.name = name ?? "";
  caret.append(label);
  return caret;
};

/** Inks that keep 4.5 : 1 against the white name on a caret. */
const INKS = ["#1F5C4A", "#A8431F", "#7A5A00", "#2F4B8A", "#7A2E6B", "#3D5A1E"];

/** The wording, written by everybody in the room at once. Only what a clause can carry: paragraphs, lists, bold, italic. */
export const ProposalEditor = ({ doc, provider, writable, writer, label, onEditor }: Props) => {
  const editor = useEditor({
    immediatelyRender: false,
    editable: writable,
    extensions: [
      StarterKit.configure({
        undoRedo: false,
        heading: false,
        blockquote: false,
        code: false,
        codeBlock: false,
        horizontalRule: false,
        strike: false,
        underline: false,
        link: false,
      }),
      Collaboration.configure({ document: doc, field: TEXT_PARTS.wording }),
      CollaborationCaret.configure({
        provider,
        user: { name: writer, color: INKS[doc.clientID % INKS.length] ?? "#1F5C4A" },
        render: caretOf,
      }),
    ],
    editorProps: {
      attributes: { "aria-label": label, role: "textbox", "aria-multiline": "true", class: "editor__text" },
    },
  });
  useEffect(() => {
    editor?.setEditable(writable, false);
  }, [editor, writable]);
  useEffect(() => {
    onEditor?.(editor);
    return () => onEditor?.(null);
  }, [editor, onEditor]);
  return <EditorContent editor={editor} className={`editor${writable ? "" : " editor--closed"}`} />;
};
