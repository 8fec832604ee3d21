import { useEffect, useState } from "react";
import type { OpenText, TextState } from "./texts.ts";

export type SharedText = Pick<OpenText, "doc" | "provider"> & TextState;

/** A shared text while it is shown; null until its code is loaded. `roomUrl` is a path, null opens nothing. */
export const useText = (roomUrl: string | null): SharedText | null => {
  const [text, setText] = useState<SharedText | null>(null);

  useEffect(() => {
    if (roomUrl === null) return;
    let opened: OpenText | null = null;
    let isGone = false;
    // yjs stays out of the first bundle: most screens show no text
    import("./texts.ts").then(({ openText }) => {
      if (isGone) return;
      const text = openText(roomUrl);
      opened = text;
      const show = () => setText({ doc: text.doc, provider: text.provider, ...text.state() });
      text.subscribe(show);
      show();
    });
    return () => {
      isGone = true;
      opened?.dispose();
      setText(null);
    };
  }, [roomUrl]);

  return text;
};

/** The path of the text of a question. `search` is `?projector=TOKEN` on a projector. */
export const textUrl = (workshop: string, question: string, search = ""): string =>
  `/rooms/${encodeURIComponent(workshop)}/${encodeURIComponent(question)}${search}`;
