import { answersTo } from "../rule.ts";
import type { Scope } from "./scope.ts";
import { requiredFields } from "./stage-card.ts";
import { plain, type Table } from "./tree.ts";

/** The stages of a deal type in one view, filled from adopted answers only; what is not agreed stays a dash. */
export const stageTable = (dealType: string, scope: Scope): Table | null => {
  const { speech, rules, role, fieldName } = scope;
  const own = rules.filter((rule) => rule.dealType === dealType);
  const of = <K extends Parameters<typeof answersTo>[2]>(question: string, kind: K, stage: string) =>
    answersTo(own, question, kind).find(({ rule }) => rule.stage === stage)?.answer;
  const rows = scope.stages
    .filter((stage) => stage.dealType === dealType)
    .map((stage, index) => {
      const responsible = of("stage-responsible", "role", stage.id);
      const norm = of("stage-time-norm", "duration", stage.id);
      const exit = of("stage-exit", "text", stage.id);
      const { names } = requiredFields(stage, scope);
      const cells = [
        responsible?.kind === "role" ? role(responsible.accountable) : "",
        norm?.kind === "duration" && norm.norms[0] ? speech.duration(norm.norms[0].limit, fieldName) : "",
        names.join(", "),
        exit?.kind === "text" ? exit.lines.join(" ") : "",
      ];
      return { isAgreed: cells.some(Boolean), cells: [`${index + 1}. ${stage.name}`, ...cells] };
    });
  if (!rows.some(({ isAgreed }) => isAgreed)) return null;
  return {
    kind: "table",
    caption: speech.w.stages,
    columns: [
      { name: speech.w.stage, share: 24 },
      { name: speech.w.responsible, share: 17 },
      { name: speech.w.norm, share: 14 },
      { name: speech.w.required, share: 22 },
      { name: speech.w.exit, share: 23 },
    ],
    rows: rows.map(({ cells }) => cells.map((cell) => plain(cell || speech.w.nothing))),
  };
};
