import { Paper } from "#ui/primitives/paper.tsx";
import { Tally } from "#ui/primitives/tally.tsx";
import { useWords } from "#words/context.tsx";

/** What a workshop leaves behind, in one look: a question of the company's own life, its rule, how it was agreed. */
export const SampleRule = () => {
  const { t } = useWords();
  return (
    <Paper small className="sample-rule" aria-label={t("sample.label")}>
      <p className="quiet">{t("sample.place")}</p>
      <p className="soft">{t("sample.question")}</p>
      <p className="wording">{t("sample.rule")}</p>
      <Tally tally={{ agree: 8, reservation: 1, object: 0, abstain: 0 }} verdict="unanimous" />
    </Paper>
  );
};
