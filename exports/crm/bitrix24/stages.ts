import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import { LOST_COLOUR, WAITING_COLOUR, WON_COLOUR, WORK_COLOURS } from "../colours.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { statusCodes } from "./codes.ts";

type OnePipeline = Pipeline["pipelines"][number];

const DEAL = 2;
const MAX_NAME = 255;
/** Stages that a new pipeline begins with and that nobody agreed on; NEW, WON and LOSE are the system's and stay. */
const SURPLUS = ["PREPARATION", "PREPAYMENT_INVOICE", "EXECUTING", "FINAL_INVOICE", "APOLOGY"];
/** The order must be: in progress, success, failure. */
const WON_SORT = 5_000;
const LOST_SORT = 6_000;

const colourOf = (stage: PipelineStage, index: number): string => {
  if (stage.color) return stage.color;
  if (stage.outcome === "won") return WON_COLOUR;
  if (stage.outcome === "lost") return LOST_COLOUR;
  return stage.outcome === "deferred" ? WAITING_COLOUR : (WORK_COLOURS[index % WORK_COLOURS.length] ?? WAITING_COLOUR);
};

/** A pipeline with its stages: the three of the system are renamed, the rest of the portal's are taken away, ours added. */
export const addPipeline = (draft: Draft, one: OnePipeline, order: number): void => {
  const { say, quote } = draft.names;
  const pipeline = `pipeline.${one.key}`;
  const name = draft.short(id.pipeline(one.key), one.name, MAX_NAME);
  const directory = `DEAL_STAGE_{{${pipeline}}}`;
  const status = (code: string) => `C{{${pipeline}}}:${code}`;
  draft.step({
    id: pipeline,
    does: say(`Создать воронку ${quote(name)}`, `Make the pipeline ${quote(name)}`),
    path: "crm.category.add",
    body: { entityTypeId: DEAL, fields: { name, sort: order * 100 } },
    gives: [{ symbol: pipeline, from: { take: "result.category.id" } }],
    carries: [id.pipeline(one.key)],
    finds: {
      method: "POST",
      path: "crm.category.list",
      body: { entityTypeId: DEAL },
      gives: [{ symbol: pipeline, from: { list: "result.categories", where: { name }, take: "id" } }],
    },
    changes: {
      method: "POST",
      path: "crm.category.update",
      body: { entityTypeId: DEAL, id: `{{${pipeline}}}`, fields: { name, sort: order * 100 } },
    },
  });
  const system = (code: string) => `status.${one.key}.${code}`;
  const pointer = (code: string) => ({ list: "result", where: { STATUS_ID: status(code) }, take: "ID" });
  draft.step({
    id: `statuses.${one.key}`,
    does: say("Узнать, какие этапы завёл портал", "See which stages the portal has made"),
    path: "crm.status.list",
    body: { filter: { ENTITY_ID: directory } },
    gives: [
      ...["NEW", "WON", "LOSE"].map((code) => ({ symbol: system(code), from: pointer(code) })),
      ...SURPLUS.map((code) => ({ symbol: system(code), from: pointer(code), optional: true as const })),
    ],
  });
  for (const code of SURPLUS)
    draft.step({
      id: `surplus.${one.key}.${code}`,
      does: say(`Убрать лишний этап портала ${code}`, `Take away the portal’s stage ${code}`),
      path: "crm.status.delete",
      body: { id: `{{${system(code)}}}`, params: { FORCED: "Y" } },
      when: system(code),
    });

  const of = (outcome: PipelineStage["outcome"]) => one.stages.filter((stage) => stage.outcome === outcome);
  const [won, ...alsoWon] = of("won");
  const [lost, ...alsoLost] = of("lost");
  const working = [...of("open"), ...of("deferred")];
  const rename = (code: string, stage: PipelineStage | undefined, sort: number, index: number) => {
    if (!stage) return;
    const title = draft.short(id.stage(one.key, stage.key), stage.name, MAX_NAME);
    draft.step({
      id: `stage.${one.key}/${stage.key}`,
      does: say(`Этап ${quote(title)}`, `Stage ${quote(title)}`),
      path: "crm.status.update",
      body: { id: `{{${system(code)}}}`, fields: { NAME: title, SORT: sort, COLOR: colourOf(stage, index) } },
      carries: [id.stage(one.key, stage.key)],
    });
  };
  // from the end to the beginning: no sort may ever stand beyond the stage that has to come after it
  rename("LOSE", lost, LOST_SORT, 0);
  rename("WON", won, WON_SORT, 0);
  rename("NEW", working[0], 10, 0);
  const codes = statusCodes([...working.slice(1), ...alsoLost].map(({ key }) => key));
  const add = (stage: PipelineStage, sort: number, index: number) => {
    const element = id.stage(one.key, stage.key);
    const symbol = `stage.${one.key}/${stage.key}`;
    const code = codes.get(stage.key) ?? stage.key;
    const fields = { NAME: draft.short(element, stage.name, MAX_NAME), SORT: sort, COLOR: colourOf(stage, index) };
    draft.step({
      id: symbol,
      does: say(`Этап ${quote(fields.NAME)}`, `Stage ${quote(fields.NAME)}`),
      path: "crm.status.add",
      body: {
        fields: { ENTITY_ID: directory, STATUS_ID: code, ...fields, SEMANTICS: stage.outcome === "lost" ? "F" : "" },
      },
      gives: [{ symbol, from: { take: "result" } }],
      carries: [element],
      finds: {
        method: "POST",
        path: "crm.status.list",
        body: { filter: { ENTITY_ID: directory } },
        gives: [{ symbol, from: pointer(code) }],
      },
      changes: { method: "POST", path: "crm.status.update", body: { id: `{{${symbol}}}`, fields } },
    });
  };
  for (const [index, stage] of working.entries()) if (index > 0) add(stage, (index + 1) * 10, index);
  for (const [index, stage] of alsoLost.entries()) add(stage, LOST_SORT + (index + 1) * 10, index);
  for (const stage of alsoWon)
    draft.partly(
      id.stage(one.key, stage.key),
      say("Успешный финал в воронке один", "A pipeline has one won ending"),
      say(`Закрывайте такие сделки в ${quote(won?.name ?? "")}`, `Close such deals in ${quote(won?.name ?? "")}`),
    );
  for (const stage of of("deferred"))
    draft.partly(
      id.stage(one.key, stage.key),
      say(
        "Отложенные сделки стоят на обычном этапе перед финалом",
        "Deferred deals wait at an ordinary stage before the ending",
      ),
      say(
        `Договоритесь держать в ${quote(stage.name)} только отложенные`,
        `Agree to keep none but deferred deals in ${quote(stage.name)}`,
      ),
    );
};
