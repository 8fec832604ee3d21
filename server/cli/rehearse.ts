import { BRANCHES, type Branch, type Rehearsal, rehearsalsOf } from "#domain/rehearsal.ts";
import { catalogue } from "#templates";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";
import { readWorkshop } from "./workshop-input.ts";

/** Walks the order through the pipeline, along every branch or one; 1 when it would stand somewhere. */
export const rehearse = async (call: Call): Promise<number> => {
  const { words, options, out } = call;
  const wanted = wantedBranches(call);
  const record = await readWorkshop(words[0] ?? "", call);
  const language = call.asked ?? record.workshop.language;
  const rehearsals = wanted.flatMap((branch) => rehearsalsOf(record, catalogue, branch, language));
  const findings = rehearsals.flatMap((one) => one.findings);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  if (options.json) await out(`${JSON.stringify({ errors, warnings, rehearsals }, null, 2)}\n`);
  else {
    const told = rehearsals.map((one) => [...heading(one), ...days(one), ...found(one, call)].join("\n"));
    const end = findings.length === 0 ? call.say.smooth : call.say.rehearsed(errors, warnings);
    await out(`${[...told, end].join("\n\n")}\n`);
  }
  return errors > 0 ? 1 : 0;
};

const wantedBranches = ({ options, say }: Call): readonly Branch[] => {
  if (options.branch === undefined) return BRANCHES;
  const branch = BRANCHES.find((known) => known === options.branch);
  if (!branch)
    throw new Refused({ where: "--branch", expected: say.oneOf(BRANCHES.join(", ")), got: String(options.branch) });
  return [branch];
};

const heading = ({ title, dealType, end, length }: Rehearsal): string[] => [
  `${title} · ${dealType}`,
  [end.text, end.kind !== "nothing" && length.text].filter(Boolean).join(" "),
];

/** The whole way as planned; of a branch the days on which it leaves that way. */
const days = ({ branch, days: all }: Rehearsal): string[] =>
  all.flatMap(({ title, events }) => {
    const shown = events.filter(({ inTurn }) => branch === "planned" || inTurn);
    if (shown.length === 0) return [];
    return [
      `  ${title}`,
      ...shown.map(({ time, who, text, rules, fields, kind }) => {
        const told = who === null ? text : `${who}. ${text}`;
        const names = fields.length > 0 ? ` {${fields.map(({ name }) => name).join(", ")}}` : "";
        const from = rules.length > 0 ? ` (${rules.join(", ")})` : "";
        return `    ${kind === "stop" ? "!" : " "} ${time}  ${told}${names}${from}`;
      }),
    ];
  });

const found = ({ findings }: Rehearsal, { say }: Call): string[] =>
  findings.map(({ severity, code, message, question }) =>
    [`  ${say.severity[severity]} ${code}: ${message}`, question && say.openQuestion(question)]
      .filter(Boolean)
      .join(" → "),
  );
