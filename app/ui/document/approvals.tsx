import type { Signature } from "#domain/approval.ts";
import { StatusMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";
import "./life.css";

/** Who has approved an edition, when, and under which words. */
export const Signatures = ({ signatures }: { signatures: Signature[] }) => {
  const { t, date, list } = useWords();
  return (
    <dl className="signatures">
      {signatures.map(({ as, people, approval }) => (
        <div key={as}>
          <dt>{t(`approval.${as}`)}</dt>
          <dd>
            {approval ? (
              <>
                <StatusMark mark="done">
                  {t("approval.done", { name: approval.name, day: date(approval.at) })}
                </StatusMark>{" "}
                <code className="signatures__hash" title={approval.hash}>
                  {approval.hash.slice(0, 16)}
                </code>
              </>
            ) : (
              <StatusMark mark="ahead">
                {people.length > 0 ? t("approval.waits", { names: list(people) }) : t("approval.nobody")}
              </StatusMark>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
