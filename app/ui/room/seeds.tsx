import type { Now } from "#domain/room.ts";
import { Button } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";

type Props = { now: Now; onSeed: (text: string) => void };

/** What the bank suggests and nobody wrote: the facilitator may add it after the team's own ideas, and it is marked. */
export const Seeds = ({ now, onSeed }: Props) => {
  const { t, language } = useWords();
  const there = new Set(now.ideas.map(({ text }) => text));
  const left = now.question.options.filter(({ label }) => !there.has(label.ru) && !there.has(label.en));
  if (left.length === 0) return null;
  return (
    <details className="guide">
      <summary>
        {t("ideas.seeds")} <span className="quiet">{t("console.notShown")}</span>
      </summary>
      <ul className="seeds">
        {left.map(({ id, label }) => (
          <li key={id}>
            <span>{label[language]}</span>
            <Button variant="link" size="small" onClick={() => onSeed(label[language])}>
              {t("ideas.addSeed")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
};
