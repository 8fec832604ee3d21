import { useDraft } from "#live/draft.ts";
import { useDictionary } from "#ui/answer/use-dictionary.ts";
import { Button } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";

const TERMS_A_CARD = 5;

/** Two minutes of words for those who have never worked with a CRM, while people gather; skipped with one tap. */
export const Primer = () => {
  const { t } = useWords();
  const { terms } = useDictionary();
  const [at, setAt] = useDraft("primer", "0");
  const cards = Math.ceil(terms.length / TERMS_A_CARD);
  if (terms.length === 0) return null;
  if (at === "done")
    return (
      <button type="button" className="link" onClick={() => setAt("0")}>
        {t("primer.again")}
      </button>
    );
  const card = Math.min(Number(at) || 0, cards - 1);
  return (
    <section className="primer" aria-label={t("primer.title")}>
      <h2>{t("primer.title")}</h2>
      <dl>
        {terms.slice(card * TERMS_A_CARD, (card + 1) * TERMS_A_CARD).map(({ id, name, meaning }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div className="cluster cluster--between">
        <Button variant="quiet" onClick={() => setAt("done")}>
          {t("primer.skip")}
        </Button>
        <span className="quiet">{t("primer.card", { card: card + 1, of: cards })}</span>
        <Button variant="quiet" onClick={() => setAt(card + 1 < cards ? String(card + 1) : "done")}>
          {card + 1 < cards ? t("primer.next") : t("primer.done")}
        </Button>
      </div>
    </section>
  );
};
