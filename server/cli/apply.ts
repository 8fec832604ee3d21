import { say as inLanguage } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { readPipelineFile } from "#domain/pipeline-file.ts";
import type { Plan } from "#exports/crm/contract.ts";
import { PlanRefused, planFor, vendorByName } from "#exports/crm/index.ts";
import { type Account, APPLIED, accountOf, MissingVariable } from "../crm/account.ts";
import { carryOut, type Outcome, type Progress, StepFailed } from "../crm/carry-out.ts";
import { type Ledger, newLedger, readLedger, writeLedger } from "../crm/ledger.ts";
import type { Call } from "./call.ts";
import { readText } from "./input-file.ts";
import { Refused } from "./refused.ts";

/** Carries a pipeline into a CRM; 0 when all steps are done, 1 when one failed and the run can be continued. */
export const apply = async (call: Call): Promise<number> => {
  const { words, options, say, out } = call;
  const file = words[0] ?? "";
  const pipeline = await readPipeline(file, call);
  const plan = planOf(pipeline, call);
  if (options["dry-run"]) {
    for (const [index, step] of plan.steps.entries())
      await out(`${index + 1}/${plan.steps.length}  ${step.does}  (${step.method} ${step.path})\n`);
    await told(plan, call);
    return 0;
  }
  const account = accountFor(plan.vendor, call);
  const ledgerFile = typeof options.ledger === "string" ? options.ledger : `${file}.${plan.vendor}.json`;
  const ledger = await ledgerOf(ledgerFile, plan.vendor, account, call);
  try {
    const counts = await carryOut(plan, {
      account,
      ledger,
      keep: (changed) => writeLedger(ledgerFile, changed),
      told: (progress) => out(`${line(progress, call)}\n`),
      send: fetch,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });
    await out(`${say.applied(account.name, counts)}\n`);
    await told(plan, call);
    return 0;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    const { step, done, why, isExpired } = error;
    await out(`${say.stepFailed(step.does, why.replace(/\s+/g, " "))}\n`);
    if (isExpired) await out(`${say.signInAgain}\n`);
    await out(`${say.continueOrUndo(done, plan.steps.length, ledgerFile)}\n`);
    return 1;
  }
};

const line = ({ step, outcome, done, of }: Progress, { say }: Call): string =>
  `${done}/${of}  ${step.does}: ${say.outcomes[outcome satisfies Outcome]}`;

/** What is left to do, and what arrives otherwise than agreed. */
const told = async (plan: Plan, { say, out }: Call): Promise<void> => {
  for (const { what } of plan.warnings) await out(`! ${what}\n`);
  if (plan.unsupported.length === 0) return;
  await out(`\n${say.leftToClick(plan.unsupported.length)}\n`);
  for (const { manual, reason } of plan.unsupported) await out(`[ ] ${manual.replace(/\s+/g, " ")} (${reason})\n`);
};

const readPipeline = async (file: string, call: Call): Promise<Pipeline> => {
  const text = await readText(file, call);
  const read = /\.ya?ml$/i.test(file)
    ? (await import("#exports/pipeline/yaml.ts")).readPipelineYaml(text)
    : readPipelineFile(text);
  if ("pipeline" in read) return read.pipeline;
  const { where, expected, got } = read.problem;
  throw new Refused({
    where: /^\d/.test(where) ? `${file}:${where}` : `${file}: ${where}`,
    expected: inLanguage(expected, call.language),
    got: inLanguage(got, call.language),
  });
};

const planOf = (pipeline: Pipeline, { options, say, asked, language, words }: Call): Plan => {
  const name = typeof options.to === "string" ? options.to : "";
  const vendor = APPLIED.includes(name) ? vendorByName(name) : undefined;
  if (!vendor) throw new Refused({ where: "--to", expected: say.oneOf(APPLIED.join(", ")), got: name || say.nothing });
  try {
    return planFor(vendor, pipeline, asked ?? language);
  } catch (error) {
    if (!(error instanceof PlanRefused)) throw error;
    throw new Refused({ where: words[0] ?? "", expected: say.pipelineThatFits(vendor.title), got: error.message });
  }
};

const accountFor = (vendor: string, { env, language, say }: Call): Account => {
  try {
    return accountOf(vendor, env);
  } catch (error) {
    if (!(error instanceof MissingVariable)) throw error;
    throw new Refused({
      where: error.variable,
      expected: inLanguage(error.expected, language),
      got: env[error.variable] ? say.other : say.nothing,
    });
  }
};

const ledgerOf = async (file: string, vendor: string, account: Account, { say }: Call): Promise<Ledger> => {
  const ledger = await readLedger(file).catch(() => {
    throw new Refused({ where: file, expected: say.ledgerFile, got: say.otherFile });
  });
  if (!ledger) return newLedger(vendor, account.name);
  if (ledger.vendor !== vendor || ledger.account !== account.name)
    throw new Refused({
      where: file,
      expected: `${vendor} ${account.name}`,
      got: `${ledger.vendor} ${ledger.account}`,
    });
  return ledger;
};
