import { Empty } from "#ui/primitives/empty.tsx";
import { useWords } from "#words/context.tsx";
import "./deal-types-table.css";

export type Row = { question: string; stage: string | null; rules: ({ id: string; text: string } | null)[] };
type Props = { dealTypes: string[]; common: number; different: Row[]; same: Row[] };

/** The questions that deal types settled differently, one column a type; on a phone one below the other. */
export const DealTypesTable = ({ dealTypes, common, different, same }: Props) => {
  const { t } = useWords();
  if (dealTypes.length < 2) return <Empty title={t("compare.single")}>{t("compare.singleLead")}</Empty>;
  return (
    <>
      <p className="quiet">{t("compare.common", { count: common })}</p>
      {different.length === 0 ? (
        <Empty title={t("compare.none")}>{t("compare.noneLead")}</Empty>
      ) : (
        <Table dealTypes={dealTypes} rows={different} />
      )}
      {same.length > 0 && (
        <details>
          <summary className="compare__summary">{t("compare.same", { count: same.length })}</summary>
          <Table dealTypes={dealTypes} rows={same} />
        </details>
      )}
    </>
  );
};

const Table = ({ dealTypes, rows }: { dealTypes: string[]; rows: Row[] }) => {
  const { t } = useWords();
  return (
    <table className="compare">
      <thead>
        <tr>
          <th scope="col">{t("compare.question")}</th>
          {dealTypes.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ question, stage, rules }) => (
          <tr key={question + stage}>
            <th scope="row">
              {stage && <span className="compare__stage">{stage}</span>}
              {question}
            </th>
            {rules.map((rule, at) => (
              <td key={dealTypes[at]} data-type={dealTypes[at]}>
                {rule ? (
                  <p className="compare__rule">{rule.text}</p>
                ) : (
                  <span className="quiet">{t("compare.open")}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
