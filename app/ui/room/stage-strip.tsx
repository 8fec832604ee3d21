import { useEffect, useRef } from "react";
import type { Now, SharedView } from "#domain/room.ts";
import { useWords } from "#words/context.tsx";

type Props = {
  workshop: SharedView["workshop"];
  now: Now | null;
  /** Given on the facilitator's console only: opens the first unsettled question of a stage. */
  onStage?: (stage: string) => void;
};

/** The chain of the typical order; the order's card stands at the stage under discussion and moves along with it. */
export const StageStrip = ({ workshop, now, onStage }: Props) => {
  const { t } = useWords();
  const current = useRef<HTMLLIElement>(null);
  const here = now?.stage ?? null;
  const type = workshop.dealTypes.find(({ id }) => id === now?.dealType) ?? workshop.dealTypes[0];
  const stages = type?.stages ?? [];
  // between stages the order waits where the work goes on
  const stands = here ?? (stages.find(({ settled, asked }) => settled < asked) ?? stages.at(-1))?.id;
  // on a narrow screen the stage under discussion comes into view by itself
  // biome-ignore lint/correctness/useExhaustiveDependencies: the strip follows the stage
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [stands]);
  if (!type) return null;
  return (
    <nav className="strip" aria-label={t("strip.label", { type: type.name })}>
      <ol className="strip__stages">
        {stages.map((stage, index) => {
          const settled = stage.asked > 0 && stage.settled === stage.asked;
          const state = stage.id === here ? "now" : settled ? "settled" : "ahead";
          const body = (
            <>
              <span className="strip__mark" aria-hidden="true">
                {settled ? "✓" : index + 1}
              </span>
              <span className="strip__name">{stage.name}</span>
              <span className="visually-hidden">
                {t("strip.progress", { settled: stage.settled, asked: stage.asked })}
              </span>
            </>
          );
          return (
            <li
              key={stage.id}
              ref={stage.id === stands ? current : undefined}
              className={`strip__stage strip__stage--${state}`}
              aria-current={state === "now" ? "step" : undefined}
            >
              {onStage ? (
                <button type="button" onClick={() => onStage(stage.id)}>
                  {body}
                </button>
              ) : (
                <span>{body}</span>
              )}
              {stage.id === stands && <span className="strip__order">{workshop.order.title}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
