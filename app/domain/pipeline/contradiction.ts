import type { Bilingual } from "../language.ts";
import type { Problem } from "../workshop-file/problem.ts";
import type { Pipeline } from "./shape.ts";

const FIELD = { ru: "ключ поля", en: "the key of a field" };
const ROLE = { ru: "ключ роли", en: "the key of a role" };
const STAGE = { ru: "ключ этапа этой воронки", en: "the key of a stage of this pipeline" };
const PIPELINE = { ru: "ключ воронки", en: "the key of a pipeline" };

/** The first key that is there twice or names what is not there, or the first stage that no deal can reach; null: none. */
export const firstContradiction = (pipeline: Pipeline): Problem | null => {
  const fields = new Set(pipeline.fields.map(({ key }) => key));
  const roles = new Set(pipeline.roles.map(({ key }) => key));
  const pipelines = new Set(pipeline.pipelines.map(({ key }) => key));
  const problems = (function* (): Generator<Problem> {
    for (const [list, keyed] of Object.entries(pipeline))
      if (Array.isArray(keyed)) yield* twice(list, keyed as { key?: string }[]);
    for (const [at, field] of pipeline.fields.entries()) {
      yield* twice(`fields[${at}].options`, field.options);
      yield* unknown(roles, field.filledBy, `fields[${at}].filledBy`, ROLE);
    }
    for (const [at, one] of pipeline.pipelines.entries()) {
      const here = `pipelines[${at}]`;
      const stages = new Set(one.stages.map(({ key }) => key));
      yield* twice(`${here}.stages`, one.stages);
      for (const [index, stage] of one.stages.entries()) {
        const there = `${here}.stages[${index}]`;
        yield* unknown(roles, stage.responsible?.role, `${there}.responsible.role`, ROLE);
        for (const [number, { field }] of stage.requiredFields.entries())
          yield* unknown(fields, field, `${there}.requiredFields[${number}].field`, FIELD);
        for (const [number, { to }] of stage.transitions.entries())
          yield* unknown(stages, to, `${there}.transitions[${number}].to`, STAGE);
        yield* unknown(stages, stage.result?.returnTo, `${there}.result.returnTo`, STAGE);
        for (const [number, { role }] of stage.tasks.entries())
          yield* unknown(roles, role, `${there}.tasks[${number}].role`, ROLE);
      }
      yield* unreachable(one, here);
    }
    for (const [at, { pipeline: of, package: keys }] of pipeline.handoffs.entries()) {
      yield* unknown(pipelines, of, `handoffs[${at}].pipeline`, PIPELINE);
      for (const [number, field] of keys.entries())
        yield* unknown(fields, field, `handoffs[${at}].package[${number}]`, FIELD);
    }
  })();
  return problems.next().value ?? null;
};

function* unknown(
  known: Set<string>,
  key: string | null | undefined,
  where: string,
  what: Bilingual,
): Generator<Problem> {
  if (key && !known.has(key))
    yield {
      where,
      expected: { ru: `${what.ru} из этого файла`, en: `${what.en} in this file` },
      got: { ru: `«${key}», которого в файле нет`, en: `"${key}", which is not there` },
    };
}

function* twice(list: string, keyed: readonly { key?: string }[]): Generator<Problem> {
  const seen = new Set<string>();
  for (const [at, { key }] of keyed.entries()) {
    if (key === undefined) return;
    if (seen.has(key))
      yield {
        where: `${list}[${at}].key`,
        expected: { ru: "каждый ключ один раз", en: "each key once" },
        got: { ru: `«${key}» второй раз`, en: `"${key}" for the second time` },
      };
    seen.add(key);
  }
}

/** Stages of work are reached from the first one along the transitions. */
function* unreachable({ stages }: Pipeline["pipelines"][number], where: string): Generator<Problem> {
  const ways = new Map(stages.map(({ key, transitions }) => [key, transitions.map(({ to }) => to)]));
  const first = stages.find(({ outcome }) => outcome === "open");
  const reached = new Set(first ? [first.key] : []);
  for (const key of reached) for (const to of ways.get(key) ?? []) reached.add(to);
  for (const [at, { key, name, outcome }] of stages.entries())
    if (outcome === "open" && !reached.has(key))
      yield {
        where: `${where}.stages[${at}]`,
        expected: { ru: "этап, к которому ведёт переход", en: "a stage that some transition leads to" },
        got: { ru: `«${name}», куда не попасть`, en: `"${name}", which cannot be reached` },
      };
}
