import type { Duration } from "#domain/duration.ts";
import { type Language, say } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { speak } from "#domain/regulation/words.ts";

/** What the keys of a pipeline are called, and how its parts are said, in the reader's language. */
export const namesOf = (pipeline: Pipeline, language: Language) => {
  const speech = speak(language);
  const stages = pipeline.pipelines.flatMap((one) => one.stages);
  const nameIn = (list: readonly { key: string; name: string }[]) => {
    const names = new Map(list.map(({ key, name }) => [key, name]));
    return (key: string | null) => (key === null ? "" : (names.get(key) ?? key));
  };
  const field = nameIn(pipeline.fields);
  const stageNames = new Map(
    pipeline.pipelines.flatMap((one) => one.stages.map(({ key, name }) => [`${one.key}/${key}`, name])),
  );
  const anyStage = nameIn(stages);
  return {
    language,
    say: (ru: string, en: string) => say({ ru, en }, language),
    quote: speech.quote,
    field,
    role: nameIn(pipeline.roles),
    pipeline: nameIn(pipeline.pipelines),
    stage: (key: string | null, of: string | null = null) =>
      (of && stageNames.get(`${of}/${key}`)) || anyStage(key) || "",
    duration: (duration: Duration) => speech.duration(duration, field),
    amount: speech.amount,
    fieldType: speech.fieldType,
  };
};
export type Names = ReturnType<typeof namesOf>;
