import type { ReactNode } from "react";
import type { Phase } from "#domain/agenda.ts";
import { type Disposition, isOpen } from "#domain/objection.ts";
import type { Adoption } from "#domain/rule.ts";
import { useWords } from "#words/context.tsx";
import "./status-mark.css";

const RING = <circle cx="8" cy="8" r="6.25" className="shape__line" />;

/** Told apart by outline and filling first, by colour second; every one stands beside its word. */
const SHAPES = {
  ahead: { tone: "faint", drawing: RING },
  now: {
    tone: "accent",
    drawing: (
      <>
        {RING}
        <circle cx="8" cy="8" r="3" className="shape__fill" />
      </>
    ),
  },
  done: { tone: "accent", drawing: <path d="m3 8.5 3.5 3.5 7-8" className="shape__line" /> },
  whole: { tone: "accent", drawing: <circle cx="8" cy="8" r="7" className="shape__fill" /> },
  almost: {
    tone: "accent",
    drawing: (
      <>
        {RING}
        <path d="M8 1.75a6.25 6.25 0 1 1-6.25 6.25H8Z" className="shape__fill" />
      </>
    ),
  },
  trial: { tone: "ochre", drawing: <circle cx="8" cy="8" r="6.25" className="shape__line shape__line--dashed" /> },
  head: { tone: "ink", drawing: <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" className="shape__fill" /> },
  open: { tone: "rust", drawing: <path d="M2 2h12v12H2Z" className="shape__fill" /> },
  closed: { tone: "faint", drawing: <path d="M2.5 2.5h11v11h-11Z" className="shape__line" /> },
  parked: { tone: "faint", drawing: <path d="M5.5 2.5v11M10.5 2.5v11" className="shape__line" /> },
} as const;

export type Mark = keyof typeof SHAPES;

/** A shape and its word. */
export const StatusMark = ({ mark, children }: { mark: Mark; children: ReactNode }) => (
  <span className={`status status--${SHAPES[mark].tone}`}>
    <svg className="shape" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[mark].drawing}
    </svg>
    <span>{children}</span>
  </span>
);

const ADOPTIONS = {
  unanimous: "whole",
  "almost-unanimous": "almost",
  trial: "trial",
  head: "head",
} as const satisfies Record<Adoption, Mark>;

/** How a rule was adopted. */
export const AdoptionMark = ({ adoption }: { adoption: Adoption }) => {
  const { t } = useWords();
  return <StatusMark mark={ADOPTIONS[adoption]}>{t(`adoption.${adoption}`)}</StatusMark>;
};

/** How far a question is. */
export const PhaseMark = ({ phase }: { phase: Phase }) => {
  const { t } = useWords();
  const mark = phase === "waiting" ? "ahead" : phase === "decided" ? "done" : phase === "parked" ? "parked" : "now";
  return <StatusMark mark={mark}>{t(`phase.${phase}`)}</StatusMark>;
};

/** What became of an objection. */
export const DispositionMark = ({ disposition }: { disposition: Disposition }) => {
  const { t } = useWords();
  return <StatusMark mark={isOpen({ disposition }) ? "open" : "closed"}>{t(`disposition.${disposition}`)}</StatusMark>;
};
