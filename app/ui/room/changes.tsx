import { Fragment } from "react";
import { wordDifference } from "#domain/word-difference.ts";
import { plainText, type Wording } from "#domain/wording.ts";
import { useWords } from "#words/context.tsx";

type Props = { before: Wording; after: Wording; version: number };

/** What was taken out of the former version and what was put in; nothing when only the typed answer changed. */
export const Changes = ({ before, after, version }: Props) => {
  const { t } = useWords();
  const runs = wordDifference(plainText(before), plainText(after));
  if (runs.every((run) => run.in === "both")) return null;
  return (
    <details className="changes" open>
      <summary>{t("candidate.changes", { version })}</summary>
      <Difference before={before} after={after} />
    </details>
  );
};

/** One text with what went and what came, word by word. */
export const Difference = ({ before, after }: Pick<Props, "before" | "after">) => (
  <p className="changes__text wording">
    {wordDifference(plainText(before), plainText(after)).map((run, at) => {
      const key = `${at}:${run.in}`;
      if (run.in === "before") return <del key={key}>{run.text}</del>;
      return run.in === "after" ? <ins key={key}>{run.text}</ins> : <Fragment key={key}>{run.text}</Fragment>;
    })}
  </p>
);
