import { gapsOf } from "#domain/gaps.ts";
import { say as inLanguage } from "#domain/language.ts";
import { catalogue } from "#templates";
import type { Call } from "./call.ts";
import { readWorkshop } from "./workshop-input.ts";

/** What is missing or contradicts itself; 1 when something of it blocks «final». */
export const check = async (call: Call): Promise<number> => {
  const { words, options, say, language, out } = call;
  const record = await readWorkshop(words[0] ?? "", call);
  const gaps = gapsOf(record, catalogue);
  const count = (severity: string) => gaps.filter((gap) => gap.severity === severity).length;
  const errors = count("error");
  if (options.json) {
    const findings = { errors, warnings: count("warning"), infos: count("info"), gaps };
    await out(`${JSON.stringify(findings, null, 2)}\n`);
  } else {
    const lines = gaps.map(({ severity, code, question, message }) =>
      [`${say.severity[severity]} ${code}: ${inLanguage(message, language)}`, question && say.openQuestion(question)]
        .filter(Boolean)
        .join(" → "),
    );
    const end = gaps.length === 0 ? say.complete : say.total(errors, count("warning"), count("info"));
    await out(`${[...lines, end].join("\n")}\n`);
  }
  return errors > 0 ? 1 : 0;
};
