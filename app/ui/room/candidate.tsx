import type { Now, ProposalView, SharedView } from "#domain/room.ts";
import { AnswerView } from "#ui/answer/answer-view.tsx";
import { useWords } from "#words/context.tsx";
import { Changes } from "./changes.tsx";
import { RoundNeeds } from "./round-needs.tsx";
import { WordingView } from "./wording-view.tsx";

type Props = { now: Now; shared: SharedView; proposal?: ProposalView | null };

/** The frozen wording on which a round is held, with the typed answer that goes with it. */
export const Candidate = ({ now, shared, proposal = now.proposal }: Props) => {
  const { t } = useWords();
  if (!proposal) return null;
  return (
    <section className="candidate" aria-label={t("candidate.label", { version: proposal.version })}>
      <p className="candidate__version">{t("candidate.label", { version: proposal.version })}</p>
      <WordingView wording={proposal.wording} />
      {now.phase === "round" && proposal === now.proposal && now.previous && (
        <Changes before={now.previous.wording} after={proposal.wording} version={now.previous.version} />
      )}
      <AnswerView answer={proposal.answer} workshop={shared.workshop} question={now.question} />
      <RoundNeeds now={now} shared={shared} />
    </section>
  );
};
