import { Fragment } from "react";
import type { Choice, Tally as Counts, Outcome } from "#domain/round.ts";
import { useWords } from "#words/context.tsx";
import "./tally.css";

const DRAWINGS = {
  agree: <circle cx="10" cy="10" r="8.5" className="ballot__fill" />,
  reservation: (
    <>
      <circle cx="10" cy="10" r="7.75" className="ballot__line" />
      <path d="M10 1.5a8.5 8.5 0 0 0 0 17Z" className="ballot__fill" />
    </>
  ),
  object: <path d="M2.5 2.5h15v15h-15Z" className="ballot__fill" />,
  abstain: <path d="M3 10h14" className="ballot__line ballot__line--thick" />,
} as const satisfies Record<Choice, unknown>;

const CHOICES: readonly Choice[] = ["agree", "reservation", "object", "abstain"];

/** Circle, half, square, dash: what one ballot looks like everywhere. */
export const BallotShape = ({ choice, size = 20 }: { choice: Choice; size?: number }) => (
  <svg className={`ballot ballot--${choice}`} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
    {DRAWINGS[choice]}
  </svg>
);

/**
 * The result of a round: the ballots as a picture, grouped and never in the order of arrival, and the same as a
 * sum in words. Abstentions appear only where there are any.
 */
export const Tally = ({
  tally,
  verdict,
  size = "normal",
}: {
  tally: Counts;
  verdict?: Outcome["verdict"];
  size?: "normal" | "large";
}) => {
  const { t } = useWords();
  const said = CHOICES.filter((choice) => choice !== "abstain" || tally.abstain > 0);
  const adopted = verdict === "unanimous" || verdict === "almost-unanimous";
  return (
    <div className={`tally tally--${size}`}>
      <div className="tally__picture" aria-hidden="true">
        {CHOICES.filter((choice) => tally[choice] > 0).map((choice) => (
          <span key={choice} className="tally__group">
            {Array.from({ length: tally[choice] }, (_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: ballots of one kind are alike
              <BallotShape key={index} choice={choice} size={size === "large" ? 44 : 22} />
            ))}
          </span>
        ))}
      </div>
      <p className="tally__sum">
        {said.map((choice, index) => (
          <Fragment key={choice}>
            {index > 0 && <span className="tally__dot"> · </span>}
            <span
              className={tally[choice] > 0 ? `tally__part tally__part--${choice}` : "tally__part tally__part--none"}
            >
              {t(`tally.${choice}`, { count: tally[choice] })}
            </span>
          </Fragment>
        ))}
        {verdict && (
          <>
            {" "}
            <span className="tally__end">
              <span className="tally__dot">→ </span>
              <strong className={adopted ? "tally__verdict tally__verdict--adopted" : "tally__verdict"}>
                {t(`verdict.${verdict}`)}
              </strong>
            </span>
          </>
        )}
      </p>
    </div>
  );
};
