import type { DealType } from "../deal-type.ts";
import { termsOf } from "../stems.ts";

/** A stage that a paragraph speaks about; `sure` 0 to 1. */
export type NamedStage = { dealType: string; stage: string; sure: number };

/** Words that stand before the name of any stage. */
const FRAME = new Set(termsOf("этап стадия шаг процедура порядок stage step phase"));

/**
 * Finds the stages that a heading names, surest first: «Доставка» or «Этап 8. Доставка согласована» name the stage
 * «Доставка согласована и выполнена», «Оплата» does not name «Акт подписан, оплата получена». Dice's likeness of words.
 */
export const stageFinder = (dealTypes: readonly DealType[]): ((text: string) => NamedStage[]) => {
  const stages = dealTypes.flatMap((type) =>
    type.stages.map(({ id, name }) => ({ dealType: type.id, stage: id, name: new Set(termsOf(name)) })),
  );
  return (text) => {
    const said = new Set(termsOf(text).filter((term) => !FRAME.has(term)));
    return stages
      .map(({ dealType, stage, name }) => {
        let shared = 0;
        for (const term of name) if (said.has(term)) shared++;
        return { dealType, stage, sure: (2 * shared) / Math.max(1, said.size + name.size) };
      })
      .filter(({ sure }) => sure >= NAMED)
      .sort((one, other) => other.sure - one.sure);
  };
};

const NAMED = 0.5;
