import { useCallback, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { TEXT_PARTS } from "#domain/proposal.ts";
import type { Draft } from "#ui/answer/answer-form.tsx";

const drafts = new WeakMap<Y.Doc, Draft>();

/** The typed answer that lies beside the wording in the shared text, and the way to set one part of it. */
export const useSharedAnswer = (doc: Y.Doc): [Draft, (part: string, value: unknown) => void] => {
  const map = doc.getMap<unknown>(TEXT_PARTS.answer);
  const draft = useSyncExternalStore(
    (changed) => {
      const observe = () => {
        drafts.delete(doc);
        changed();
      };
      map.observe(observe);
      return () => map.unobserve(observe);
    },
    () => {
      const known = drafts.get(doc);
      if (known) return known;
      const draft = map.toJSON() as Draft;
      drafts.set(doc, draft);
      return draft;
    },
    () => EMPTY,
  );
  const setPart = useCallback(
    (part: string, value: unknown) => {
      if (value === undefined) map.delete(part);
      else map.set(part, value);
      // it is the team's own now
      doc.getMap(TEXT_PARTS.start).delete("from");
    },
    [map, doc],
  );
  return [draft, setPart];
};

/** Whether the typed answer still stands as the template or another deal type gave it. */
export const useStart = (doc: Y.Doc): "template" | "sibling" | "existing" | null => {
  const map = doc.getMap<unknown>(TEXT_PARTS.start);
  return useSyncExternalStore(
    (changed) => {
      map.observe(changed);
      return () => map.unobserve(changed);
    },
    () => {
      const from = map.get("from");
      return from === "template" || from === "sibling" || from === "existing" ? from : null;
    },
    () => null,
  );
};

const EMPTY: Draft = {};
