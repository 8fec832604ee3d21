import { z } from "zod";
import { amocrmChains } from "./existing-chain/amocrm.ts";
import { bitrix24Chains } from "./existing-chain/bitrix24.ts";
import { problemOf, type Read } from "./existing-chain/read.ts";
import { tableChains } from "./existing-chain/table.ts";
import { brokenAt } from "./workshop-file/broken-json.ts";
import { brokenProblem } from "./workshop-file/problem.ts";

const Name = z.string().trim().min(1).max(200);

/** A chain that a company works along already: the stages of work in their order, and what the endings are called. */
export const ExistingChain = z.strictObject({
  /** Null where the file does not say it. */
  name: Name.nullable(),
  stages: z
    .array(z.strictObject({ name: Name, exit: z.string().max(500), role: z.string().nullable() }))
    .min(1)
    .max(40),
  outcomes: z.strictObject({ won: Name.nullable(), lost: Name.nullable(), deferred: Name.nullable() }),
});
export type ExistingChain = z.infer<typeof ExistingChain>;

/** A company's account may hold more; a workshop does not. */
const MOST_CHAINS = 20;

/**
 * Reads the chains out of what a company's CRM says of itself: the answer of amoCRM to `GET /api/v4/leads/pipelines`, the
 * answers of Bitrix24 to `crm.status.list` (and `crm.category.list`, both in one list), or a table with a row a stage.
 * Never throws: what is wrong comes back as the first thing that a person has to mend.
 */
export const readChains = (text: string): Read => {
  const whole = text.replace(/^\uFEFF/, "").trim();
  if (whole === "") return problemOf("1:1", NOTHING.expected, NOTHING.got);
  if (!/^[[{]/.test(whole)) return within(tableChains(whole));
  let value: unknown;
  try {
    value = JSON.parse(whole);
  } catch {
    return { problem: brokenProblem(brokenAt(whole)) };
  }
  const answers = Array.isArray(value) ? value : [value];
  return within(amocrmChains(answers) ?? bitrix24Chains(answers) ?? problemOf("/", NEITHER.expected, NEITHER.got));
};

const NOTHING = {
  expected: { ru: "ответ CRM или таблица этапов", en: "an answer of a CRM or a table of stages" },
  got: { ru: "ничего", en: "nothing" },
};
const NEITHER = {
  expected: {
    ru: "ответ amoCRM (leads/pipelines) или Битрикс24 (crm.status.list)",
    en: "an answer of amoCRM (leads/pipelines) or Bitrix24 (crm.status.list)",
  },
  got: { ru: "другой JSON", en: "other JSON" },
};

/** The limits of a workshop, said with the chain that is over them. */
const within = (read: Read): Read => {
  if ("problem" in read) return read;
  if (read.chains.length > MOST_CHAINS)
    return problemOf(
      "/",
      { ru: `не больше ${MOST_CHAINS} воронок`, en: `at most ${MOST_CHAINS} pipelines` },
      { ru: `${read.chains.length}`, en: `${read.chains.length}` },
    );
  for (const chain of read.chains) {
    const where = chain.name ?? "/";
    const { length } = chain.stages;
    if (length === 0 || length > 40)
      return problemOf(
        where,
        { ru: "от 1 до 40 рабочих этапов", en: "1 to 40 stages of work" },
        { ru: `${length}`, en: `${length}` },
      );
    const unfit = ExistingChain.safeParse(chain).error?.issues[0];
    if (unfit)
      return problemOf(
        [where, ...unfit.path].join("."),
        { ru: "название не длиннее 200 знаков", en: "a name of at most 200 characters" },
        { ru: "длиннее или пустое", en: "a longer or an empty one" },
      );
  }
  return read;
};
