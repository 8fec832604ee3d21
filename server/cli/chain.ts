import { readChains } from "#domain/existing-chain.ts";
import { say as inLanguage, type Language } from "#domain/language.ts";
import { csv } from "#exports/lists/csv.ts";
import { accountOf, MissingVariable } from "../crm/account.ts";
import { asking } from "../crm/carry-out.ts";
import { ASKABLE, standingChains } from "../crm/standing-chains.ts";
import type { Call } from "./call.ts";
import { readText } from "./input-file.ts";
import { Refused } from "./refused.ts";

/** The chain that a company has already, from a file or from its CRM, as a table to look over and bring into a set-up. */
export const chain = async (call: Call): Promise<number> => {
  const { words, options, say, asked, language, out } = call;
  const [file] = words;
  const from = typeof options.from === "string" ? options.from : null;
  if ((file === undefined) === (from === null))
    throw new Refused({
      where: "chain",
      expected: say.fileOrFrom,
      got: file === undefined ? say.nothing : say.bothOfThem,
    });
  const where = file ?? from ?? "";
  const read = readChains(file === undefined ? await answersOf(from ?? "", call) : await readText(file, call));
  if ("problem" in read) {
    const { problem } = read;
    throw new Refused({
      where: `${where}: ${problem.where}`,
      expected: inLanguage(problem.expected, language),
      got: inLanguage(problem.got, language),
    });
  }
  await out(tableOf(read.chains, asked ?? language));
  return 0;
};

const answersOf = async (vendor: string, { env, language, say }: Call): Promise<string> => {
  if (!ASKABLE.includes(vendor))
    throw new Refused({ where: "--from", expected: say.oneOf(ASKABLE.join(", ")), got: vendor || say.nothing });
  try {
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    const ask = asking({ account: accountOf(vendor, env), send: fetch, wait });
    return JSON.stringify(await standingChains(vendor, ask));
  } catch (error) {
    if (error instanceof MissingVariable)
      throw new Refused({
        where: error.variable,
        expected: inLanguage(error.expected, language),
        got: env[error.variable] ? say.other : say.nothing,
      });
    throw new Refused({ where: vendor, expected: say.crmThatAnswers, got: (error as Error).message });
  }
};

type Chains = Extract<ReturnType<typeof readChains>, { chains: unknown }>["chains"];

/** The columns that `readChains` knows again. */
const tableOf = (chains: Chains, language: Language): string => {
  const both = (ru: string, en: string) => inLanguage({ ru, en }, language);
  const heads = [
    both("Воронка", "Pipeline"),
    both("Этап", "Stage"),
    both("Исход", "Outcome"),
    both("Отвечает", "Responsible"),
    both("Закончен, когда", "Ends when"),
  ];
  const endings = { won: both("успех", "won"), lost: both("отказ", "lost"), deferred: both("отложено", "deferred") };
  return csv([
    heads,
    ...chains.flatMap(({ name, stages, outcomes }) => [
      ...stages.map((stage) => [name ?? "", stage.name, "", stage.role ?? "", stage.exit]),
      ...(["won", "lost", "deferred"] as const).flatMap((ending) =>
        outcomes[ending] === null ? [] : [[name ?? "", outcomes[ending], endings[ending], "", ""]],
      ),
    ]),
  ]);
};
