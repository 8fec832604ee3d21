import type { PackageView } from "#domain/package-vote.ts";
import type { SharedView } from "#domain/room.ts";
import { Button, ButtonLink } from "#ui/primitives/button.tsx";
import { Dots } from "#ui/primitives/dots.tsx";
import { Tally } from "#ui/primitives/tally.tsx";
import { useWords } from "#words/context.tsx";
import { counts, PackageList } from "./package-list.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import type { Conductor } from "./use-conductor.ts";
import "./package.css";

type Props = { shared: SharedView; vote: PackageView; conductor: Conductor };

/** The package on the console: who has answered, what was taken out, and after the vote what became of each rule. */
export const PackageConduct = ({ shared, vote, conductor }: Props) => {
  const { t } = useWords();
  const next = conductor.next();
  const said = t("ballot.answered", { count: vote.answered, total: vote.invited });
  return (
    <div className="conduct">
      <header className="question-head">
        <h1>{t("package.title")}</h1>
        <p className="quiet">{t("package.counts", counts(vote))}</p>
      </header>
      <RefusalNotice refusal={conductor.refusal} onDismiss={conductor.dismiss} />
      <div className="cluster cluster--between package__course">
        {vote.status === "open" ? (
          <>
            <span className="cluster">
              <Dots filled={vote.answered} total={vote.invited} label={said} />
              <span aria-hidden="true">{said}</span>
            </span>
            <span className="cluster">
              <Button variant="quiet" onClick={() => conductor.dropPackage()}>
                {t("package.drop")}
              </Button>
              <Button busy={conductor.busy} onClick={() => conductor.closePackage()}>
                {t("move.close")}
              </Button>
            </span>
          </>
        ) : (
          <>
            {vote.tally ? <Tally tally={vote.tally} /> : <span />}
            <span className="cluster">
              {next ? (
                <>
                  <ButtonLink variant="quiet" to={`/w/${shared.workshop.id}/package`}>
                    {t("package.title")}
                  </ButtonLink>
                  <Button busy={conductor.busy} onClick={() => conductor.open(next.key)}>
                    {t("console.openNext")}
                  </Button>
                </>
              ) : (
                <ButtonLink to={`/w/${shared.workshop.id}/document`}>{t("console.toDocument")}</ButtonLink>
              )}
            </span>
          </>
        )}
      </div>
      {vote.concerns.length > 0 && (
        <section>
          <h2>{t("package.concerns")}</h2>
          <ul>
            {vote.concerns.map((concern) => (
              <li key={concern}>{concern}</li>
            ))}
          </ul>
        </section>
      )}
      <PackageList
        shared={shared}
        vote={vote}
        action={(item) =>
          item.state === "in" && (
            <Button variant="link" size="small" onClick={() => conductor.pullOut(item.round)}>
              {t("package.pull")}
            </Button>
          )
        }
      />
    </div>
  );
};
