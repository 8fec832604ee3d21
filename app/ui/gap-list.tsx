import type { Severity } from "#domain/gaps/codes.ts";
import type { Gap } from "#domain/gaps.ts";
import { Empty } from "#ui/primitives/empty.tsx";
import { useWords } from "#words/context.tsx";
import { Mendable, type Ways } from "./mendable.tsx";

type Told = Pick<Gap, "code" | "severity" | "question"> & { message: string; wording: string | null };

const SEVERITIES: Severity[] = ["error", "warning", "info"];

/** What is missing or contradicts itself, what blocks «final» first. */
export const GapList = ({ gaps, ways }: { gaps: Told[]; ways: Ways }) => {
  const { t } = useWords();
  if (gaps.length === 0) return <Empty title={t("gaps.none")}>{t("gaps.noneLead")}</Empty>;
  return SEVERITIES.map((severity) => {
    const own = gaps.filter((gap) => gap.severity === severity);
    if (own.length === 0) return null;
    return (
      <section key={severity} className="stack" aria-labelledby={`gaps-${severity}`}>
        <h2 id={`gaps-${severity}`}>
          {t(`gaps.group.${severity}`)} <span className="quiet figures">{own.length}</span>
        </h2>
        <ul className="mendables">
          {own.map(({ code, message, question, wording }) => (
            <Mendable
              key={`${code} ${message} ${question}`}
              severity={severity}
              message={message}
              question={question}
              wording={wording}
              ways={ways}
            />
          ))}
        </ul>
      </section>
    );
  });
};
