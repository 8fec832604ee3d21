import { lazy, useEffect } from "react";
import { loadTypedWords } from "#words/load.ts";

/**
 * A phone on bad Wi-Fi first gets what it needs to think and to vote. The rest follows as soon as the page is calm, so
 * that it is there when its phase comes, also if the connection is gone by then.
 */
const speaking = async <Part>(part: () => Promise<Part>): Promise<Part> => {
  const [found] = await Promise.all([part(), loadTypedWords()]);
  return found;
};
const parts = {
  primer: () => import("./primer.tsx"),
  wall: () => import("./idea-wall.tsx"),
  ballot: () => speaking(() => import("./ballot-box.tsx")),
  word: () => speaking(() => import("./word-surface.tsx")),
  candidate: () => speaking(() => import("./candidate.tsx")),
  letters: () => speaking(() => import("./objection-letters.tsx")),
  result: () => speaking(() => import("./round-result.tsx")),
  settled: () => speaking(() => import("./settled.tsx")),
  temperature: () => speaking(() => import("./temperature.tsx")),
  package: () => speaking(() => import("./package-ballot.tsx")),
  groups: () => speaking(() => import("./group-work.tsx")),
  document: () => speaking(() => import("./growing-document.tsx")),
};
const CALM_MS = 1500;

export const Primer = lazy(() => parts.primer().then(({ Primer }) => ({ default: Primer })));
export const IdeaWall = lazy(() => parts.wall().then(({ IdeaWall }) => ({ default: IdeaWall })));
export const BallotBox = lazy(() => parts.ballot().then(({ BallotBox }) => ({ default: BallotBox })));
export const WordSurface = lazy(() => parts.word().then(({ WordSurface }) => ({ default: WordSurface })));
export const Candidate = lazy(() => parts.candidate().then(({ Candidate }) => ({ default: Candidate })));
export const ObjectionLetters = lazy(() =>
  parts.letters().then(({ ObjectionLetters }) => ({ default: ObjectionLetters })),
);
export const RoundResult = lazy(() => parts.result().then(({ RoundResult }) => ({ default: RoundResult })));
export const Settled = lazy(() => parts.settled().then(({ Settled }) => ({ default: Settled })));
export const TemperatureAsk = lazy(() =>
  parts.temperature().then(({ TemperatureAsk }) => ({ default: TemperatureAsk })),
);
export const Spread = lazy(() => parts.temperature().then(({ Spread }) => ({ default: Spread })));
export const PackageBallot = lazy(() => parts.package().then(({ PackageBallot }) => ({ default: PackageBallot })));
export const GroupWork = lazy(() => parts.groups().then(({ GroupWork }) => ({ default: GroupWork })));
export const GrowingDocument = lazy(() =>
  parts.document().then(({ GrowingDocument }) => ({ default: GrowingDocument })),
);

/** Fetches the parts ahead; a failed fetch is tried again when the part is really shown. */
export const useLaterParts = (): void => {
  useEffect(() => {
    const waiting = setTimeout(() => {
      for (const part of Object.values(parts)) part().catch(() => {});
    }, CALM_MS);
    return () => clearTimeout(waiting);
  }, []);
};
