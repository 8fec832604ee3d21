import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { ownName } from "./names.ts";

type OnePipeline = Pipeline["pipelines"][number];
type Norm = PipelineStage["norms"][number];

const CALENDAR_DAYS_PER_WORK_WEEK = 7 / 5;

/** Stages of work, then where deals wait. Won and lost are no stages here. */
export const ownStages = ({ stages }: OnePipeline): PipelineStage[] => [
  ...stages.filter(({ outcome }) => outcome === "open"),
  ...stages.filter(({ outcome }) => outcome === "deferred"),
];

export const stageSymbol = (pipeline: string, stage: string): string => `stage.${pipeline}/${stage}`;

/** Calendar days of a norm; null when it is not counted in days. */
const daysOf = ({ limit: { value, unit } }: Norm): number | null => {
  if (unit === "calDay" && value >= 1) return Math.ceil(value);
  return unit === "workDay" && value >= 1 ? Math.ceil(value * CALENDAR_DAYS_PER_WORK_WEEK) : null;
};

/** A pipeline with its stages in their order. */
export const addPipeline = (draft: Draft, one: OnePipeline, taken: Set<string>): void => {
  const { say, quote } = draft.names;
  const pipeline = `pipeline.${one.key}`;
  const name = ownName(draft, id.pipeline(one.key), one.name, taken);
  draft.step({
    id: pipeline,
    does: say(`Создать воронку ${quote(name)}`, `Make the pipeline ${quote(name)}`),
    path: "/api/v2/pipelines",
    body: { name },
    gives: [{ symbol: pipeline, from: { take: "data.id" } }],
    carries: [id.pipeline(one.key)],
    finds: {
      path: "/api/v2/pipelines?limit=500",
      gives: [{ symbol: pipeline, from: { list: "data", where: { name }, take: "id" } }],
    },
    changes: { path: `/api/v2/pipelines/{{${pipeline}}}`, body: { name } },
  });
  draft.warn(
    id.pipeline(one.key),
    say(
      `Порядок этапов воронки ${quote(name)} задаётся при создании: новый этап следующей редакции встанет последним, перетащите его на место`,
      `The stages of the pipeline ${quote(name)} get their order when they are made: a new one of a later edition comes last, drag it into place`,
    ),
  );
  const names = new Set<string>();
  for (const stage of ownStages(one)) addStage(draft, one, stage, names);
  for (const stage of one.stages.filter(({ outcome }) => outcome === "won" || outcome === "lost"))
    asStatus(draft, one, stage);
};

const addStage = (draft: Draft, one: OnePipeline, stage: PipelineStage, taken: Set<string>): void => {
  const { say, quote } = draft.names;
  const element = id.stage(one.key, stage.key);
  const symbol = stageSymbol(one.key, stage.key);
  const name = ownName(draft, element, stage.name, taken);
  const { days, carries } = rotting(draft, one, stage);
  const body = {
    name,
    is_deal_rot_enabled: days !== null,
    ...(days !== null && { days_to_rotten: days }),
  };
  draft.step({
    id: symbol,
    does: say(`Этап ${quote(name)}`, `Stage ${quote(name)}`),
    path: "/api/v2/stages",
    body: { ...body, pipeline_id: `{{pipeline.${one.key}}}` },
    gives: [{ symbol, from: { take: "data.id" } }],
    carries: [element, ...carries],
    finds: {
      path: `/api/v2/stages?pipeline_id={{pipeline.${one.key}}}&limit=500`,
      gives: [{ symbol, from: { list: "data", where: { name }, take: "id" } }],
    },
    changes: { path: `/api/v2/stages/{{${symbol}}}`, body },
  });
  if (stage.color)
    draft.warn(
      element,
      say(
        `Цвета у этапа в Pipedrive нет: ${quote(name)} остаётся без ${stage.color}`,
        `A stage has no colour in Pipedrive: ${quote(name)} goes without ${stage.color}`,
      ),
    );
  if (stage.outcome === "deferred")
    draft.partly(
      element,
      say("Отложенные сделки стоят на обычном этапе в конце", "Deferred deals wait at an ordinary stage at the end"),
      say(
        `Договоритесь держать в ${quote(stage.name)} только отложенные`,
        `Agree to keep none but deferred deals in ${quote(stage.name)}`,
      ),
    );
};

/** The longest norm in days is the time of the whole stage; shorter ones are of something within it. */
const rotting = (draft: Draft, one: OnePipeline, stage: PipelineStage): { days: number | null; carries: string[] } => {
  const { say } = draft.names;
  let longest: { norm: Norm; days: number } | null = null;
  for (const norm of stage.norms) {
    const days = daysOf(norm);
    if (days !== null && days > (longest?.days ?? 0)) longest = { norm, days };
  }
  if (!longest) return { days: null, carries: [] };
  const element = id.ofStage("stage-norm", one.key, stage.key, longest.norm.key);
  const says = draft.says(element);
  draft.partly(
    element,
    say(
      "Pipedrive выделяет сделку после стольких календарных дней без изменений, а не с начала этапа",
      "Pipedrive marks a deal after so many calendar days without a change, not from the beginning of the stage",
    ),
    `${say(`Стоит ${longest.days}; остальное держите по инструкции`, `It is set to ${longest.days}; keep the rest by the regulation`)}: ${says}`,
  );
  return { days: longest.days, carries: [element] };
};

const asStatus = (draft: Draft, one: OnePipeline, stage: PipelineStage): void => {
  const { say, quote } = draft.names;
  const isWon = stage.outcome === "won";
  const button = isWon ? say("«Выиграно»", "“Won”") : say("«Проиграно»", "“Lost”");
  draft.partly(
    id.stage(one.key, stage.key),
    say(
      "Успех и отказ в Pipedrive не этапы, а состояния сделки",
      "Won and lost are states of a deal in Pipedrive, not stages",
    ),
    say(
      `${quote(stage.name)}: нажмите в карточке ${button}`,
      `${quote(stage.name)}: press ${button} in the card of the deal`,
    ),
  );
};
