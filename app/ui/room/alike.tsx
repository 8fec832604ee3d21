import { useState } from "react";
import type { Now } from "#domain/room.ts";
import { similarIdeas } from "#domain/similar-ideas.ts";
import { Button } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";

type Props = { ideas: Now["ideas"]; onGroup: (idea: string, group: string | null) => void };

/** Two ideas at a time that may say the same; the facilitator decides, and both texts stay. */
export const Alike = ({ ideas, onGroup }: Props) => {
  const { t } = useWords();
  const [apart, setApart] = useState<readonly string[]>([]);
  const pair = similarIdeas(ideas).find(({ idea, like }) => !apart.includes(idea + like));
  const textOf = (id: string) => ideas.find((idea) => idea.id === id)?.text ?? "";
  if (!pair) return null;
  return (
    <section className="alike" aria-label={t("ideas.alike")}>
      <p className="alike__title">{t("ideas.alike")}</p>
      <ul className="alike__pair">
        <li>{textOf(pair.like)}</li>
        <li>{textOf(pair.idea)}</li>
      </ul>
      <div className="cluster">
        <Button variant="quiet" size="small" onClick={() => onGroup(pair.idea, pair.like)}>
          {t("ideas.together")}
        </Button>
        <Button variant="link" size="small" onClick={() => setApart([...apart, pair.idea + pair.like])}>
          {t("ideas.apart")}
        </Button>
      </div>
    </section>
  );
};
