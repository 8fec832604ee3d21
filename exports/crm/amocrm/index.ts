import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import { nearest, WAITING_COLOUR, WORK_COLOURS } from "../colours.ts";
import { type Given, type Json, PlanRefused, type Vendor } from "../contract.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { cribOf } from "../stage-crib.ts";
import { byHand } from "./by-hand.ts";
import { addFields } from "./fields.ts";
import { addRoles } from "./roles.ts";
import { LOST, ownStages, symbolOf, WON } from "./statuses.ts";

/** The only colours that a status may have (amocrm.ru/developers, «Доступные цвета статусов»). */
export const PALETTE = (
  "fffeb2 fffd7f fff000 ffeab2 ffdc7f ffce5a ffdbdb ffc8c8 ff8f92 d6eaff c1e0ff 98cbff ebffb1 deff81 87f2c0 f9deff f3beff " +
  "ccc8f9 eb93ff f2f3f4 e6e8ea"
)
  .split(" ")
  .map((hex) => `#${hex}`);

const MAX_PIPELINES = 50;
const MAX_STATUSES = 100;
/** «Неразобранное» and the two above. */
const SYSTEM_STATUSES = 3;
const MAX_NAME = 255;
const MAX_DESCRIPTION = 1000;
const LEVELS = ["newbie", "candidate", "master"] as const;

type OnePipeline = Pipeline["pipelines"][number];

const colourOf = (draft: Draft, pipeline: string, stage: PipelineStage, index: number): string => {
  if (!stage.color)
    return stage.outcome === "deferred"
      ? WAITING_COLOUR
      : (WORK_COLOURS[index % WORK_COLOURS.length] ?? WAITING_COLOUR);
  const colour = nearest(stage.color, PALETTE);
  if (colour !== stage.color.toLowerCase())
    draft.warn(
      id.stage(pipeline, stage.key),
      draft.say(
        `В amoCRM нет цвета ${stage.color}, взят ближайший ${colour}`,
        `amoCRM has no colour ${stage.color}, the nearest ${colour} is taken`,
      ),
    );
  return colour;
};

const outcomeNames = (draft: Draft, one: OnePipeline): { id: number; name: string }[] => {
  const named = (outcome: "won" | "lost", status: number) => {
    const [first, ...others] = one.stages.filter((stage) => stage.outcome === outcome);
    for (const other of others)
      draft.partly(
        id.stage(one.key, other.key),
        draft.say(
          "В воронке amoCRM один успешный и один неуспешный финал",
          "A pipeline of amoCRM has one won and one lost ending",
        ),
        draft.say(
          `Закрывайте такие сделки в ${draft.names.quote(first?.name ?? "")} с причиной ${draft.names.quote(other.name)}`,
          `Close such deals in ${draft.names.quote(first?.name ?? "")} with the reason ${draft.names.quote(other.name)}`,
        ),
      );
    return first ? [{ id: status, name: draft.short(id.stage(one.key, first.key), first.name, MAX_NAME) }] : [];
  };
  return [...named("won", WON), ...named("lost", LOST)];
};

/** The rules of a stage in its description, for sellers of all three levels. */
const describe = (draft: Draft, one: OnePipeline, stage: PipelineStage): { text: string; carries: string[] } => {
  const crib = cribOf(one.key, stage, draft.names);
  const text = crib.lines.join("\n");
  const isWhole = text.length <= MAX_DESCRIPTION;
  if (!isWhole)
    draft.warn(
      id.stage(one.key, stage.key),
      draft.say(
        `Описание этапа длиннее ${MAX_DESCRIPTION} знаков и обрезано; целиком оно в инструкции`,
        `The description of the stage is longer than ${MAX_DESCRIPTION} characters and was cut; the whole is in the regulation`,
      ),
    );
  for (const element of crib.told)
    draft.partly(
      element,
      draft.say(
        "В описании этапа стоит текстом, сама CRM за этим не следит",
        "Stands in the stage’s description as a text; the CRM does not watch it",
      ),
      `${draft.say("Настройте в Digital Pipeline этого этапа", "Set up in this stage’s Digital Pipeline")}: ${draft.elements.find((each) => each.id === element)?.says ?? ""}`,
    );
  return { text: isWhole ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}…`, carries: isWhole ? crib.carried : [] };
};

const addPipeline = (draft: Draft, one: OnePipeline, order: number): void => {
  const own = ownStages(one);
  const [first] = own;
  if (!first)
    throw new PlanRefused(
      draft.say(
        `Воронка ${one.name}: для amoCRM нужен хотя бы один этап работы`,
        `Pipeline ${one.name}: amoCRM needs one stage of work at least`,
      ),
    );
  if (own.length + SYSTEM_STATUSES > MAX_STATUSES)
    throw new PlanRefused(
      draft.say(
        `Воронка ${one.name}: этапов ${own.length}, в amoCRM помещается не больше ${MAX_STATUSES - SYSTEM_STATUSES}`,
        `Pipeline ${one.name}: ${own.length} stages, amoCRM holds no more than ${MAX_STATUSES - SYSTEM_STATUSES}`,
      ),
    );
  const ending = outcomeNames(draft, one);
  const symbol = `pipeline.${one.key}`;
  const name = draft.short(id.pipeline(one.key), one.name, MAX_NAME);
  const statusBody = (stage: PipelineStage, index: number) => ({
    name: draft.short(id.stage(one.key, stage.key), stage.name, MAX_NAME),
    sort: (index + 1) * 10,
    color: colourOf(draft, one.key, stage, index),
  });
  const firstBody = statusBody(first, 0);
  draft.step({
    id: symbol,
    does: draft.say(`Создать воронку «${name}»`, `Make the pipeline “${name}”`),
    path: "/api/v4/leads/pipelines",
    body: [
      {
        name,
        sort: order * 10,
        is_main: false,
        is_unsorted_on: true,
        request_id: one.key,
        _embedded: { statuses: [...ending, firstBody] },
      },
    ],
    gives: [{ symbol, from: { list: "_embedded.pipelines", take: "id" } }],
    carries: [
      id.pipeline(one.key),
      ...ending.flatMap(({ id: status }) =>
        one.stages
          .filter(({ outcome }) => outcome === (status === WON ? "won" : "lost"))
          .slice(0, 1)
          .map(({ key }) => id.stage(one.key, key)),
      ),
    ],
    finds: {
      path: "/api/v4/leads/pipelines",
      gives: [{ symbol, from: { list: "_embedded.pipelines", where: { name }, take: "id" } }],
    },
  });
  const statuses = `/api/v4/leads/pipelines/{{${symbol}}}/statuses`;
  own.forEach((stage, index) => {
    const body = stage === first ? firstBody : statusBody(stage, index);
    const { text, carries } = describe(draft, one, stage);
    const given = symbolOf(one.key, stage.key);
    const descriptions = text ? LEVELS.map((level) => ({ level, description: text })) : [];
    const known = LEVELS.map((level) => ({ id: `{{?${given}.${level}}}`, level, description: text }));
    const givenBy = (where?: { name: string }): Given[] => {
      const from = { list: "_embedded.statuses", ...(where && { where }) };
      const ofLevel = LEVELS.map(
        (level, at): Given => ({
          symbol: `${given}.${level}`,
          from: { ...from, take: `descriptions.${at}.id` },
          optional: true,
        }),
      );
      return [{ symbol: given, from: { ...from, take: "id" } }, ...ofLevel];
    };
    draft.step({
      id: given,
      does: draft.say(`Этап «${body.name}»`, `Stage “${body.name}”`),
      path: statuses,
      body: [{ ...body, request_id: stage.key, ...(descriptions.length && { descriptions }) }] as Json,
      gives: givenBy(),
      carries: [id.stage(one.key, stage.key), ...carries],
      finds: { path: statuses, gives: givenBy({ name: body.name }) },
      changes: { path: `${statuses}/{{${given}}}`, body: { ...body, ...(text && { descriptions: known }) } as Json },
    });
  });
};

const addLossReasons = (draft: Draft, pipeline: Pipeline): void => {
  pipeline.lossReasons.forEach((reason, index) => {
    const symbol = `reason.${reason.key}`;
    const name = draft.short(id.lossReason(reason.key), reason.name, MAX_NAME);
    draft.step({
      id: symbol,
      does: draft.say(`Причина отказа «${name}»`, `Loss reason “${name}”`),
      path: "/api/v4/leads/loss_reasons",
      body: [{ name, sort: (index + 1) * 10, request_id: reason.key }],
      gives: [{ symbol, from: { list: "_embedded.loss_reasons", take: "id" } }],
      carries: [id.lossReason(reason.key)],
      finds: {
        path: "/api/v4/leads/loss_reasons",
        gives: [{ symbol, from: { list: "_embedded.loss_reasons", where: { name }, take: "id" } }],
      },
    });
    if (reason.commentRequired || reason.returnAfter)
      draft.partly(
        id.lossReason(reason.key),
        draft.say(
          "Причина загружена; пояснение и возврат amoCRM по ней не требует",
          "The reason is loaded; amoCRM demands neither comment nor return with it",
        ),
        draft.elements.find((each) => each.id === id.lossReason(reason.key))?.says ?? name,
      );
  });
};

/** amoCRM and Kommo, API v4. */
export const amocrm: Vendor = {
  name: "amocrm",
  title: "amoCRM / Kommo",
  api: "amoCRM API v4",
  checked: "2026-11-23",
  byHand,
  draft(draft, pipeline) {
    if (pipeline.pipelines.length > MAX_PIPELINES)
      throw new PlanRefused(
        draft.say(
          `Воронок ${pipeline.pipelines.length}, в amoCRM помещается не больше ${MAX_PIPELINES}`,
          `${pipeline.pipelines.length} pipelines, amoCRM holds no more than ${MAX_PIPELINES}`,
        ),
      );
    addLossReasons(draft, pipeline);
    for (const [index, one] of pipeline.pipelines.entries()) addPipeline(draft, one, index + 1);
    addFields(draft, pipeline);
    addRoles(draft, pipeline);
  },
};
