import type { Clause } from "#domain/regulation.ts";
import { Badge } from "#ui/primitives/badge.tsx";
import { AdoptionMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";
import { BlockView } from "./blocks.tsx";
import { ClauseTools, type Tools } from "./clause-tools.tsx";

/** What of a clause changes with the days and the talk, and not with the text. Days are ISO days. */
export type ClauseState = { endsOn: string | null; isOver: boolean; isReopened: boolean };

type Props = { clause: Clause; state: ClauseState | undefined; tools: Tools | null };

/** A rule with the marks of how it was adopted, what was corrected in it, and whether it is being talked about again. */
export const ClauseView = ({ clause, state, tools }: Props) => {
  const { t, date } = useWords();
  return (
    <div className="clause" id={clause.id}>
      <a className="clause__number figures" href={`#${encodeURIComponent(clause.id)}`}>
        {clause.number}
      </a>
      <div className="clause__text">
        {clause.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a composed clause never changes its order
          <BlockView key={index} block={block} />
        ))}
        <p className="clause__status">
          <AdoptionMark adoption={clause.adoption} />
          <span className="quiet">
            {clause.status} · {clause.rule}, v{clause.version}
          </span>
          {state?.endsOn &&
            (state.isOver ? (
              <Badge tone="rust">
                {t(clause.adoption === "trial" ? "document.trialOver" : "document.reviewOver", {
                  day: date(state.endsOn),
                })}
              </Badge>
            ) : (
              <Badge tone="ochre">
                {t(clause.adoption === "trial" ? "document.trialUntil" : "document.reviewOn", {
                  day: date(state.endsOn),
                })}
              </Badge>
            ))}
          {state?.isReopened && <Badge tone="ochre">{t("document.reopened")}</Badge>}
        </p>
        {clause.typos.map((typo) => (
          <p key={typo.id} className="clause__typo">
            {t("document.typo", { day: date(typo.date) })} <del>{typo.wrong}</del> <ins>{typo.right}</ins>
          </p>
        ))}
        {tools && <ClauseTools clause={clause} {...tools} />}
      </div>
    </div>
  );
};
