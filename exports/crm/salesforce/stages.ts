import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import { PlanRefused } from "../contract.ts";
import { id } from "../elements.ts";
import { apiName } from "./api-names.ts";
import type { Bundle } from "./bundle.ts";

type OnePipeline = Pipeline["pipelines"][number];

/** «Picklist Limitations»: at most so many values of Opportunity Stage, each of so many characters. */
const MAX_STAGES = 100;
const MAX_LABEL = 255;

/** A stage of the whole organization. Pipelines share one that is the same in both. */
type Value = { fullName: string; label: string; name: string; stage: PipelineStage; probability: number };

/** API names of pipelines and of their stages (`pipeline/stage`). */
export type StageNames = { process: Map<string, string>; stage: Map<string, string> };

/** Work, then where deals wait, then the endings: the order of a sales process. */
const inOrder = ({ stages }: OnePipeline): PipelineStage[] =>
  (["open", "deferred", "won", "lost"] as const).flatMap((outcome) =>
    stages.filter((stage) => stage.outcome === outcome),
  );

/** From 10 to 90 % in even steps: the rules say nothing of a probability, and a stage cannot be without. */
const probabilityOf = (stage: PipelineStage, { stages }: OnePipeline): number => {
  if (stage.outcome === "won") return 100;
  if (stage.outcome === "lost") return 0;
  if (stage.outcome === "deferred") return 10;
  const open = stages.filter(({ outcome }) => outcome === "open");
  return open.length === 1 ? 50 : Math.round(10 + (80 * open.indexOf(stage)) / (open.length - 1));
};

/** The stages of the organization and a sales process a pipeline. @throws {PlanRefused} */
export const addStages = (bundle: Bundle, pipeline: Pipeline): StageNames => {
  const { draft } = bundle;
  const { say, quote } = draft.names;
  const names: StageNames = { process: new Map(), stage: new Map() };
  const values: Value[] = [];
  const takenValues = new Set<string>();
  const takenLabels = new Set<string>();
  const takenProcesses = new Set<string>();
  const carries: string[] = [];
  for (const one of pipeline.pipelines) {
    names.process.set(one.key, apiName(one.key, takenProcesses));
    for (const stage of inOrder(one)) {
      const element = id.stage(one.key, stage.key);
      carries.push(element);
      const shared = values.find(
        (value) => value.stage.key === stage.key && value.name === stage.name && value.stage.outcome === stage.outcome,
      );
      if (shared) {
        names.stage.set(`${one.key}/${stage.key}`, shared.fullName);
        continue;
      }
      const fullName = apiName(stage.key, takenValues);
      names.stage.set(`${one.key}/${stage.key}`, fullName);
      const label = draft.short(element, stage.name, MAX_LABEL);
      let own = label;
      for (let number = 2; takenLabels.has(own.toLowerCase()); number++)
        own = `${label.slice(0, MAX_LABEL - 5)} (${number})`;
      takenLabels.add(own.toLowerCase());
      if (own !== label)
        draft.warn(
          element,
          say(
            `Этапы в Salesforce общие для всех воронок и называются по-разному: ${quote(own)} вместо ${quote(label)}`,
            `Stages are shared by all pipelines in Salesforce and bear different names: ${quote(own)} stands for ${quote(label)}`,
          ),
        );
      values.push({ fullName, label: own, name: stage.name, stage, probability: probabilityOf(stage, one) });
    }
  }
  if (values.length > MAX_STAGES)
    throw new PlanRefused(
      say(
        `Этапов ${values.length}, в Salesforce на все воронки помещается не больше ${MAX_STAGES}`,
        `${values.length} stages, Salesforce holds no more than ${MAX_STAGES} for all pipelines together`,
      ),
    );
  addValues(bundle, pipeline, values, carries);
  for (const one of pipeline.pipelines) addProcess(bundle, one, names);
  return names;
};

const addValues = (bundle: Bundle, pipeline: Pipeline, values: readonly Value[], carries: string[]): void => {
  const { draft } = bundle;
  const { say } = draft.names;
  const [first] = pipeline.pipelines;
  if (first) {
    draft.warn(
      id.pipeline(first.key),
      say(
        "Набор этапов в Salesforce общий для всей организации, и файл заменяет его: этапы, которых в нём нет, перестанут предлагаться. Сначала сохраните свой набор: команда в README",
        "The stages of Salesforce belong to the whole organization, and the file replaces them: stages that are not in it are no longer offered. Save your own set first: the command is in the README",
      ),
    );
    draft.warn(
      id.pipeline(first.key),
      say(
        "О вероятности этапов в правилах не сказано: от 10 до 90 % поровну; поправьте под свои прогнозы",
        "The rules say nothing of probabilities: they go from 10 to 90 % in even steps; correct them for your forecasts",
      ),
    );
  }
  bundle.add({
    path: "standardValueSets/OpportunityStage.standardValueSet",
    root: "StandardValueSet",
    body: {
      sorted: false,
      standardValue: values.map(({ fullName, label, stage, probability }) => ({
        fullName,
        ...(stage.color && { color: stage.color.toUpperCase() }),
        default: false,
        label,
        closed: stage.outcome === "won" || stage.outcome === "lost",
        forecastCategory: stage.outcome === "open" ? "Pipeline" : stage.outcome === "won" ? "Closed" : "Omitted",
        probability,
        won: stage.outcome === "won",
      })),
    },
    does: say("этапы всех воронок", "the stages of all pipelines"),
    carries,
    type: "StandardValueSet",
    member: "OpportunityStage",
  });
  for (const one of pipeline.pipelines)
    for (const stage of one.stages.filter(({ outcome }) => outcome === "deferred"))
      draft.partly(
        id.stage(one.key, stage.key),
        say(
          "Отложенные сделки стоят на обычном открытом этапе, который не входит в прогноз",
          "Deferred deals wait at an ordinary open stage that no forecast counts",
        ),
        say(
          `Договоритесь держать в ${draft.names.quote(stage.name)} только отложенные`,
          `Agree to keep none but deferred deals in ${draft.names.quote(stage.name)}`,
        ),
      );
};

const addProcess = (bundle: Bundle, one: OnePipeline, names: StageNames): void => {
  const { say } = bundle.draft.names;
  const fullName = names.process.get(one.key) ?? one.key;
  const values = [...new Set(inOrder(one).map(({ key }) => names.stage.get(`${one.key}/${key}`) ?? key))];
  bundle.add({
    path: `objects/Opportunity/businessProcesses/${fullName}.businessProcess`,
    root: "BusinessProcess",
    // «Cannot specify a default on: Opportunity»: no value may be the default
    body: { fullName, isActive: true, values: values.map((value) => ({ fullName: value, default: false })) },
    does: say("процесс продаж: какие этапы у воронки", "sales process: which stages a pipeline has"),
    type: "BusinessProcess",
    member: `Opportunity.${fullName}`,
  });
};
