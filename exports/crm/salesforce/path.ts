import type { Pipeline, PipelineStage } from "#domain/pipeline.ts";
import { id } from "../elements.ts";
import { cribOf } from "../stage-crib.ts";
import type { Bundle } from "./bundle.ts";
import type { OwnField } from "./fields.ts";
import type { StageNames } from "./stages.ts";
import { escaped } from "./xml.ts";

/** «Path»: the guidance of a stage, rich text of at most so many characters, and so many key fields. */
const MAX_GUIDANCE = 1_000;
const MAX_KEY_FIELDS = 5;

/** Over every deal its stages, with the rules of the stage and the fields to fill in there. */
export const addPaths = (bundle: Bundle, pipeline: Pipeline, names: StageNames, fields: readonly OwnField[]): void => {
  const { say } = bundle.draft.names;
  const ofDeal = new Map(
    fields.filter(({ object }) => object === "Opportunity").map((field) => [field.key, field.api]),
  );
  for (const one of pipeline.pipelines) {
    const process = names.process.get(one.key) ?? one.key;
    const carries: string[] = [];
    const steps = one.stages.flatMap((stage) => {
      const guidance = guide(bundle, one.key, stage);
      const fieldNames = keyFields(bundle, one.key, stage, ofDeal);
      carries.push(...guidance.carries);
      return guidance.info || fieldNames.length
        ? [
            {
              fieldNames,
              ...(guidance.info && { info: guidance.info }),
              picklistValueName: names.stage.get(`${one.key}/${stage.key}`) ?? stage.key,
            },
          ]
        : [];
    });
    if (steps.length === 0) continue;
    bundle.add({
      path: `pathAssistants/${process}.pathAssistant`,
      root: "PathAssistant",
      body: {
        active: true,
        entityName: "Opportunity",
        fieldName: "StageName",
        masterLabel: process,
        pathAssistantSteps: steps,
        recordTypeName: process,
      },
      does: say("путь: подсказки и главные поля этапов", "path: guidance and key fields of the stages"),
      carries,
      type: "PathAssistant",
      member: process,
    });
  }
  if (bundle.count("PathAssistant") > 0)
    bundle.add({
      path: "settings/PathAssistant.settings",
      root: "PathAssistantSettings",
      body: { pathAssistantEnabled: true },
      does: say("включает путь", "switches paths on"),
      type: "Settings",
      member: "PathAssistant",
    });
};

const keyFields = (bundle: Bundle, pipeline: string, stage: PipelineStage, api: Map<string, string>): string[] => {
  const { draft } = bundle;
  const wanted = [...new Set(stage.requiredFields.flatMap(({ field }) => api.get(field) ?? []))];
  if (wanted.length > MAX_KEY_FIELDS)
    draft.warn(
      id.stage(pipeline, stage.key),
      draft.say(
        `На пути показаны первые ${MAX_KEY_FIELDS} полей этапа ${draft.names.quote(stage.name)} из ${wanted.length}; обязательны все`,
        `The path shows the first ${MAX_KEY_FIELDS} of ${wanted.length} fields of the stage ${draft.names.quote(stage.name)}; all of them are required`,
      ),
    );
  return wanted.slice(0, MAX_KEY_FIELDS);
};

/** The rules of a stage as paragraphs; whole lines only, and what does not fit is told. */
const guide = (bundle: Bundle, pipeline: string, stage: PipelineStage): { info: string; carries: string[] } => {
  const { draft } = bundle;
  const { say, quote } = draft.names;
  const crib = cribOf(pipeline, stage, draft.names);
  const fitting: string[] = [];
  let length = 0;
  for (const line of crib.lines) {
    const more = paragraph(line).length;
    if (length + more > MAX_GUIDANCE) continue;
    fitting.push(line);
    length += more;
  }
  const missing = crib.lines.length - fitting.length;
  if (missing > 0)
    draft.warn(
      id.stage(pipeline, stage.key),
      say(
        `Подсказка этапа ${quote(stage.name)} длиннее ${MAX_GUIDANCE} знаков: ${missing} из ${crib.lines.length} абзацев не вошли; целиком она в инструкции`,
        `The guidance of the stage ${quote(stage.name)} is longer than ${MAX_GUIDANCE} characters: ${missing} of ${crib.lines.length} paragraphs did not fit; the whole is in the regulation`,
      ),
    );
  /** What an element says stands after the name of the stage, and in one of the lines. */
  const stands = (element: string) =>
    fitting.some((line) => line.includes(draft.says(element).slice(quote(stage.name).length + 2)));
  for (const element of crib.told.filter(stands))
    draft.partly(
      element,
      say(
        "В подсказке этапа стоит текстом, сама CRM за этим не следит",
        "Stands in the stage’s guidance as a text; the CRM does not watch it",
      ),
      `${say("Setup → Flows, поток по изменению этапа", "Setup → Flows, a flow on the change of the stage")}: ${draft.says(element)}`,
    );
  return { info: fitting.map(paragraph).join(""), carries: crib.carried.filter(stands) };
};

const paragraph = (line: string): string => `<p>${escaped(line)}</p>`;
