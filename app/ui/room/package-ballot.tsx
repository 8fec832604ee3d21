import { useRef, useState } from "react";
import type { PackageItem, PackageView } from "#domain/package-vote.ts";
import type { MineView, SharedView } from "#domain/room.ts";
import { useDraft } from "#live/draft.ts";
import { TextAreaField } from "#ui/primitives/field.tsx";
import { RadioCards } from "#ui/primitives/radio-cards.tsx";
import { BallotShape } from "#ui/primitives/tally.tsx";
import { useWords } from "#words/context.tsx";
import type { SectionName } from "./growing-document.tsx";
import { PackageArithmetic } from "./package-arithmetic.tsx";
import { chaptersOf, PackageChapters } from "./package-chapters.tsx";
import { PackageRules } from "./package-list.tsx";
import type { PackageCast } from "./phone.tsx";
import "./package.css";

type Props = {
  shared: SharedView;
  vote: PackageView;
  mine: MineView;
  waiting: boolean;
  sections: SectionName[];
  onCast: (cast: PackageCast) => void;
  onPull: (round: string, reason: string | null) => void;
};

const CHOICES = ["agree", "reservation", "abstain"] as const;

/** More rules than this are read chapter by chapter. */
const SHORT = 8;

/** All drafts on one screen: take out what you are against, then one vote on what stays. */
export const PackageBallot = ({ shared, vote, mine, waiting, sections, onCast, onPull }: Props) => {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const action = (item: PackageItem) =>
    item.state === "in" && !mine.participant?.observer && <PullOut item={item} onPull={onPull} />;
  return (
    <>
      <h1 className="package__title">{t("package.title")}</h1>
      <p className="phone__todo">{t(mine.participant?.votes ? "package.todo" : "package.watch")}</p>
      <PackageArithmetic shared={shared} vote={vote} />
      {vote.items.length > SHORT ? (
        <PackageChapters
          key={vote.id}
          id={vote.id}
          shared={shared}
          chapters={chaptersOf(vote.items, shared, sections)}
          action={action}
          onRead={() => box.current?.scrollIntoView({ block: "start" })}
        />
      ) : (
        <PackageRules shared={shared} items={vote.items} action={action} />
      )}
      <div ref={box}>
        {mine.participant?.votes && <Box key={vote.id} vote={vote} mine={mine} waiting={waiting} onCast={onCast} />}
      </div>
    </>
  );
};

/** Asked in place, with room for a reason that nobody has to give. */
const PullOut = ({ item, onPull }: { item: PackageItem; onPull: Props["onPull"] }) => {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [reason, setReason, clearReason] = useDraft(`pull:${item.round}`, "");
  if (!asking)
    return (
      <button type="button" className="button button--link button--small" onClick={() => setAsking(true)}>
        {t("package.pull")}
      </button>
    );
  return (
    <form
      className="package__pull"
      onSubmit={(event) => {
        event.preventDefault();
        onPull(item.round, reason.trim() || null);
        clearReason();
      }}
    >
      <TextAreaField
        label={t("package.reason")}
        optional
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="quiet">{t("package.secret")}</p>
      <div className="cluster">
        <button type="button" className="button button--quiet" onClick={() => setAsking(false)}>
          {t("package.keep")}
        </button>
        <button type="submit" className="button button--primary">
          {t("package.pullNow")}
        </button>
      </div>
    </form>
  );
};

const Box = ({ vote, mine, waiting, onCast }: Pick<Props, "vote" | "mine" | "waiting" | "onCast">) => {
  const { t } = useWords();
  const ballot = mine.ballot;
  const [changing, setChanging] = useState(false);
  const [choice, setChoice] = useState<PackageCast["choice"] | null>(null);
  const [concern, setConcern] = useDraft(`concern:${vote.id}`, "");
  const [missing, setMissing] = useState(false);
  const staying = vote.items.filter(({ state }) => state === "in").length;
  if ((ballot || waiting) && !changing)
    return (
      <section className="ballot-box ballot-box--cast" aria-live="polite">
        <p className="ballot-box__cast">{t(`choice.${ballot?.choice ?? choice ?? "agree"}`)}</p>
        <p>{waiting ? t("ballot.waiting") : t("ballot.cast.done")}</p>
        <button type="button" className="button button--quiet" onClick={() => setChanging(true)}>
          {t("ballot.change")}
        </button>
      </section>
    );
  return (
    <form
      className="ballot-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (!choice) return;
        if (choice === "reservation" && !concern.trim()) return setMissing(true);
        onCast({ choice, concern: choice === "reservation" ? concern.trim() : null });
        setChanging(false);
      }}
    >
      <RadioCards
        legend={t("package.vote", { count: staying })}
        name="package-choice"
        value={choice}
        onChange={setChoice}
        cards={CHOICES.map((option) => ({
          value: option,
          label: t(`choice.${option}`),
          meaning: t(`choice.${option}.meaning`),
          mark: <BallotShape choice={option} />,
        }))}
      />
      {choice === "reservation" && (
        <TextAreaField
          label={t("ballot.concern")}
          rows={2}
          maxLength={500}
          value={concern}
          error={missing ? t("refusal.concern-missing") : undefined}
          onChange={(event) => setConcern(event.target.value)}
        />
      )}
      <p className="quiet">
        {t("ballot.secret")}
        {vote.invited < 5 && <> {t("ballot.few")}</>}
      </p>
      <button type="submit" className="button button--primary" disabled={!choice}>
        {t("ballot.cast")}
      </button>
    </form>
  );
};
