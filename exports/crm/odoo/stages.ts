import type { PipelineStage } from "#domain/pipeline.ts";
import { nearest } from "../colours.ts";
import { PlanRefused } from "../contract.ts";
import { id } from "../elements.ts";
import { cribOf } from "../stage-crib.ts";
import { type Build, type OnePipeline, odooStages, stageId } from "./build.ts";
import { addVersioned } from "./calls.ts";
import { type Value, xmlId } from "./records.ts";
import { pythonText, xmlText } from "./xml.ts";

/** The twelve colours of Odoo’s boards (`$o-colors`), by number; 0 is none. */
export const PALETTE = "ffffff f06050 f4a460 f7cd1f 6cc1ed 814968 eb7e7f 2c8397 475577 d6145f 30c381 9365b8"
  .split(" ")
  .map((hex) => `#${hex}`);

/** Odoo sets no limit and shows what fits; the other CRMs take this many. */
const MAX_NAME = 255;

const teamId = (one: OnePipeline): string => xmlId("team", one.key);

/** Teams, their stages and the reasons of losing. A pipeline is a team here: stages belong to teams. */
export const addStages = (build: Build): void => {
  const { draft, pipeline, batches } = build;
  const { say, quote } = draft.names;
  for (const one of pipeline.pipelines) {
    if (!one.stages.some(({ outcome }) => outcome === "open"))
      throw new PlanRefused(
        say(
          `Воронка ${one.name}: для Odoo нужен хотя бы один этап работы`,
          `Pipeline ${one.name}: Odoo needs one stage of work at least`,
        ),
      );
    const name = draft.short(id.pipeline(one.key), one.name, MAX_NAME);
    batches.push({
      step: `pipeline.${one.key}`,
      does: say(`Команда продаж ${quote(name)}`, `Sales team ${quote(name)}`),
      file: "pipeline",
      model: "crm.team",
      records: [{ id: teamId(one), values: { name, use_opportunities: true } }],
      carries: [id.pipeline(one.key)],
    });
    for (const [index, stage] of odooStages(one).entries()) addStage(build, one, stage, index);
    tellOfOtherEndings(build, one);
  }
  if (pipeline.lossReasons.length > 0)
    batches.push({
      step: "loss-reasons",
      does: say("Причины проигрыша", "Lost reasons"),
      file: "pipeline",
      model: "crm.lost.reason",
      records: pipeline.lossReasons.map(({ key, name }) => ({
        id: xmlId("lost", key),
        values: { name: draft.short(id.lossReason(key), name, MAX_NAME) },
      })),
      carries: pipeline.lossReasons.map(({ key }) => id.lossReason(key)),
    });
  for (const { key, commentRequired, returnAfter } of pipeline.lossReasons)
    if (commentRequired || returnAfter)
      draft.partly(
        id.lossReason(key),
        say(
          "Причина загружена; пояснение и возврат Odoo по ней не требует",
          "The reason is loaded; Odoo demands neither comment nor return with it",
        ),
        draft.elements.find((element) => element.id === id.lossReason(key))?.says ?? key,
      );
};

const addStage = ({ draft, batches }: Build, one: OnePipeline, stage: PipelineStage, index: number): void => {
  const { say, quote } = draft.names;
  const element = id.stage(one.key, stage.key);
  const name = draft.short(element, stage.name, MAX_NAME);
  const crib = cribOf(one.key, stage, draft.names);
  batches.push({
    step: `stage.${one.key}/${stage.key}`,
    does: say(`Этап ${quote(name)}`, `Stage ${quote(name)}`),
    file: "pipeline",
    model: "crm.stage",
    records: [
      {
        id: stageId(one, stage.key),
        values: {
          name,
          sequence: (index + 1) * 10,
          is_won: stage.outcome === "won",
          fold: stage.outcome !== "open",
          requirements: crib.lines.join("\n"),
        },
      },
    ],
    carries: [element, ...crib.carried],
  });
  if (stage.outcome === "deferred")
    draft.partly(
      element,
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

const tellOfOtherEndings = ({ draft }: Build, one: OnePipeline): void => {
  const { say, quote } = draft.names;
  const [won, ...alsoWon] = one.stages.filter(({ outcome }) => outcome === "won");
  for (const stage of alsoWon)
    draft.partly(
      id.stage(one.key, stage.key),
      say("Успешный финал в воронке один", "A pipeline has one won ending"),
      say(`Закрывайте такие сделки в ${quote(won?.name ?? "")}`, `Close such deals in ${quote(won?.name ?? "")}`),
    );
  for (const stage of one.stages.filter(({ outcome }) => outcome === "lost"))
    draft.partly(
      id.stage(one.key, stage.key),
      say("Проигрыш в Odoo не этап, а отметка с причиной", "A loss is no stage in Odoo but a mark with a reason"),
      say(
        `Вместо перевода в ${quote(stage.name)} нажмите в сделке «Проиграно» и выберите причину`,
        `Instead of moving to ${quote(stage.name)} press “Lost” in the deal and choose a reason`,
      ),
    );
};

const colourOf = ({ draft }: Build, one: OnePipeline, { key, color }: PipelineStage): number | null => {
  if (!color) return null;
  const found = nearest(color, PALETTE);
  if (found !== color.toLowerCase())
    draft.warn(
      id.stage(one.key, key),
      draft.say(
        `В Odoo нет цвета ${color}, взят ближайший ${found}`,
        `Odoo has no colour ${color}, the nearest ${found} is taken`,
      ),
    );
  return PALETTE.indexOf(found);
};

/** Whole days after which a deal counts as stuck at this stage; 0 never. */
const rottingDays = ({ norms }: PipelineStage): number =>
  Math.max(
    0,
    ...norms.filter(({ limit }) => /^(workDay|calDay)$/.test(limit.unit)).map(({ limit }) => Math.ceil(limit.value)),
  );

type Column = { field: string; does: string; rows: [string, Value][] };

/** What of a stage has another column in each version: `team_id` until 18, `team_ids` since 19, days of rotting since 19. */
export const versionedColumns = (build: Build): Column[] => {
  const { pipeline, draft } = build;
  const all = pipeline.pipelines.flatMap((one) => odooStages(one).map((stage) => ({ one, stage })));
  const rows = (value: (one: OnePipeline, stage: PipelineStage) => Value | null): [string, Value][] =>
    all.flatMap(({ one, stage }) => {
      const made = value(one, stage);
      return made === null ? [] : [[stageId(one, stage.key), made] as [string, Value]];
    });
  const teams = draft.say("Этапы — своей команде", "Stages to their team");
  return [
    { field: "team_ids", does: `${teams} (Odoo 19)`, rows: rows((one) => ({ refs: [teamId(one)] })) },
    { field: "team_id", does: `${teams} (Odoo 17, 18)`, rows: rows((one) => ({ ref: teamId(one) })) },
    {
      field: "rotting_threshold_days",
      does: draft.say("Дни, после которых сделка застряла (Odoo 19)", "Days until a deal is stuck (Odoo 19)"),
      rows: rows((_, stage) => rottingDays(stage)),
    },
    {
      field: "color",
      does: draft.say("Цвета этапов", "Colours of stages"),
      rows: rows((one, stage) => colourOf(build, one, stage)),
    },
  ];
};

export const addVersionedSteps = (build: Build, columns: Column[]): void => addVersioned(build.draft, columns);

/** The same in the module: code that looks which columns there are, run at each installation and upgrade. */
export const versionedXml = (columns: Column[]): string[] => {
  const literal = (value: Value): string => {
    if (typeof value === "object" && "refs" in value)
      return `[(6, 0, [env.ref(${value.refs.map((ref) => pythonText(`reglament.${ref}`)).join()}).id])]`;
    if (typeof value === "object" && "ref" in value) return `env.ref(${pythonText(`reglament.${value.ref}`)}).id`;
    return String(value);
  };
  const lines = columns.flatMap(({ field, rows }) =>
    rows.length === 0
      ? []
      : [
          `if ${pythonText(field)} in known:`,
          ...rows.map(
            ([record, value]) =>
              `    env.ref(${pythonText(`reglament.${record}`)}).write({${pythonText(field)}: ${literal(value)}})`,
          ),
        ],
  );
  const code = [`known = env["crm.stage"].fields_get()`, ...lines].join("\n");
  return [
    '    <record id="set_up_stages" model="ir.actions.server">',
    '        <field name="name">Reglament: stages of this version</field>',
    '        <field name="model_id" ref="crm.model_crm_stage"/>',
    '        <field name="state">code</field>',
    `        <field name="code">${xmlText(code)}</field>`,
    "    </record>",
    '    <function model="ir.actions.server" name="run">',
    "        <value eval=\"[ref('set_up_stages')]\"/>",
    "    </function>",
  ];
};
