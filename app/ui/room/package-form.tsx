import { useState } from "react";
import { useNavigate } from "react-router";
import type { PackageDraft } from "#domain/package-vote.ts";
import type { SharedView } from "#domain/room.ts";
import { newId } from "#live/new-id.ts";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Checkbox } from "#ui/primitives/checkbox.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { useWords } from "#words/context.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import { WordingView } from "./wording-view.tsx";
import "./package.css";

type Props = { shared: SharedView; drafts: PackageDraft[] };

/** The facilitator chooses which drafts are put before everybody; those that want a discussion are left out at first. */
export const PackageForm = ({ shared, drafts }: Props) => {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const { busy, refusal, dismiss, run } = useCommand();
  const [chosen, setChosen] = useState(
    () => new Set(drafts.filter(({ mode, from }) => mode !== "live" || from === null).map(({ question }) => question)),
  );
  if (drafts.length === 0) return <Empty title={t("package.none")}>{t("package.noneLead")}</Empty>;
  const stageOf = (draft: PackageDraft) =>
    shared.workshop.dealTypes.find(({ id }) => id === draft.dealType)?.stages.find(({ id }) => id === draft.stage)
      ?.name ?? null;
  const turn = (question: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(question);
    else next.delete(question);
    setChosen(next);
  };
  const start = async () => {
    const questions = drafts.map(({ question }) => question).filter((question) => chosen.has(question));
    const answered = await run("POST", `/w/${shared.workshop.id}/packages`, { id: newId(), questions });
    if ("done" in answered) navigate(`/w/${shared.workshop.id}/console`);
  };
  return (
    <div className="package-form">
      <RefusalNotice refusal={refusal} onDismiss={dismiss} />
      <div className="cluster">
        <Button variant="link" onClick={() => setChosen(new Set(drafts.map(({ question }) => question)))}>
          {t("package.all")}
        </Button>
        <Button variant="link" onClick={() => setChosen(new Set())}>
          {t("package.noneOfThem")}
        </Button>
      </div>
      <ol className="package-form__list">
        {drafts.map((draft) => (
          <li key={draft.question} className="package-form__item">
            <Checkbox
              label={
                <>
                  {stageOf(draft) && <span className="quiet">{stageOf(draft)}. </span>}
                  {draft.asked[language]}
                </>
              }
              checked={chosen.has(draft.question)}
              onChange={(event) => turn(draft.question, event.target.checked)}
            />
            <div className="package-form__draft">
              <WordingView wording={draft.wording} />
              {draft.from && <p className="quiet">{t(`package.from.${draft.from}`)}</p>}
            </div>
          </li>
        ))}
      </ol>
      <div className="package-form__foot">
        <span className="quiet">{t("package.chosen", { count: chosen.size })}</span>
        <Button busy={busy} disabled={chosen.size === 0} onClick={start}>
          {t("package.start")}
        </Button>
      </div>
    </div>
  );
};
