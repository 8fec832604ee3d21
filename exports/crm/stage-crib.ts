import type { PipelineStage } from "#domain/pipeline.ts";
import { id } from "./elements.ts";
import type { Names } from "./names.ts";
import { normLine, taskLine } from "./sentences.ts";

/** What a seller should know at a stage, as lines, and the elements that are wholly or only as a text in it. */
export type Crib = { lines: string[]; carried: string[]; told: string[] };

/** The rules of a stage as a text that stands in the CRM beside the stage. */
export const cribOf = (pipeline: string, stage: PipelineStage, names: Names): Crib => {
  const at = (kind: string, key?: string | number) => id.ofStage(kind, pipeline, stage.key, key);
  const { say } = names;
  const list = (title: string, lines: string[]) => (lines.length ? [`${title}: ${lines.join("; ")}`] : []);
  return {
    lines: [
      ...list(say("Отвечает", "Responsible"), stage.responsible ? [names.role(stage.responsible.role)] : []),
      ...list(say("Начинается, когда", "Begins when"), stage.entry?.lines ?? []),
      ...list(say("Закончен, когда", "Ends when"), stage.exit?.lines ?? []),
      ...list(
        say("Срок", "Time"),
        stage.norms.map((norm) => normLine(norm, names)),
      ),
      ...list(
        say("Сделать", "Do"),
        stage.tasks.map((task) => taskLine(task, names)),
      ),
      ...stage.guide.map(({ text }) => text),
    ],
    carried: [
      ...(stage.entry ? [at("entry")] : []),
      ...(stage.exit ? [at("exit")] : []),
      ...stage.guide.map((_, index) => at("stage-guide", index + 1)),
    ],
    told: [...stage.norms.map(({ key }) => at("stage-norm", key)), ...stage.tasks.map(({ key }) => at("task", key))],
  };
};
