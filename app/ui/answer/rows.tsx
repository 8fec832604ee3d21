import type { ReactNode } from "react";
import { useWords } from "#words/context.tsx";

type Props<T> = {
  rows: T[];
  onRows: (rows: T[]) => void;
  fresh: () => T;
  label: string;
  children: (row: T, set: (patch: Partial<T>) => void, index: number) => ReactNode;
};

/** A list that people add to, change, reorder and take from: the body of every answer that is a list. */
export const Rows = <T,>({ rows, onRows, fresh, label, children }: Props<T>) => {
  const { t } = useWords();
  const move = (from: number, to: number) => {
    const next = [...rows];
    const [row] = next.splice(from, 1);
    if (row !== undefined) next.splice(to, 0, row);
    onRows(next);
  };
  return (
    <div className="form-rows">
      <ol className="form-rows__list" aria-label={label}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity of their own and keep their inputs in place
          <li key={index} className="form-rows__row">
            <div className="form-rows__parts">
              {children(
                row,
                (patch) => onRows(rows.map((old, at) => (at === index ? { ...old, ...patch } : old))),
                index,
              )}
            </div>
            <div className="form-rows__tools">
              {index > 0 && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={t("form.up")}
                  title={t("form.up")}
                  onClick={() => move(index, index - 1)}
                >
                  ↑
                </button>
              )}
              <button
                type="button"
                className="icon-button"
                aria-label={t("answer.removeLine")}
                title={t("answer.removeLine")}
                onClick={() => onRows(rows.filter((_, at) => at !== index))}
              >
                ×
              </button>
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className="button button--quiet" onClick={() => onRows([...rows, fresh()])}>
        {t("answer.addLine")}
      </button>
    </div>
  );
};

export const listOf = <T,>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
