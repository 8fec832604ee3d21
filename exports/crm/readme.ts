import { type Language, say } from "#domain/language.ts";
import type { Pipeline } from "#domain/pipeline.ts";
import { oneLine } from "../markdown/one-line.ts";
import type { Plan, Vendor } from "./contract.ts";

/** What will happen, in the reader's language: the order of steps, what arrives otherwise, how to start. */
export const readme = (vendor: Vendor, plan: Plan, pipeline: Pipeline, language: Language): string => {
  const both = (ru: string, en: string) => say({ ru, en }, language);
  const files = filesOf(plan);
  // what comes with another step is no news to a reader
  const steps = plan.steps.filter(({ unless }) => unless === undefined);
  const variables = VARIABLES[vendor.name];
  return [
    `# ${vendor.title}`,
    "",
    both(
      `Правила мастерской «${oneLine(pipeline.title)}» для ${vendor.title}. Сверено с опубликованной документацией (${vendor.api}) на ${vendor.checked}; на сервере поставщика не проверялось: начните с пробного аккаунта.`,
      `The rules of “${oneLine(pipeline.title)}” for ${vendor.title}. Checked against the published documentation (${vendor.api}) of ${vendor.checked}; it was not tried on the vendor’s own server: begin with a trial account.`,
    ),
    "",
    `## ${both("Как загрузить", "How to load it")}`,
    "",
    ...(variables
      ? [
          both(
            "Ключ доступа нужен от администратора CRM; он передаётся только через окружение и никуда не записывается.",
            "The access key comes from the CRM’s administrator; it is passed in the environment only and written nowhere.",
          ),
          "",
          "```sh",
          ...variables.map((variable) => `export ${variable}=…`),
          `npm run reglament -- apply pipeline.json --to ${vendor.name} --dry-run`,
          `npm run reglament -- apply pipeline.json --to ${vendor.name}`,
          "```",
          "",
          both(
            "Прервавшуюся загрузку продолжает та же команда; повторный запуск ничего не удваивает.",
            "The same command goes on after a break; running it again doubles nothing.",
          ),
          "",
        ]
      : []),
    ...(vendor.commands ?? []).flatMap(({ ru, en, lines }, index) => [
      `${index + 1}. ${both(ru, en)}:`,
      "",
      "```sh",
      ...lines,
      "```",
      "",
    ]),
    ...(files.length ? [`## ${both("Файлы", "Files")}`, "", ...files, ""] : []),
    ...(steps.length
      ? [`## ${both("Шаги", "Steps")}`, "", ...steps.map(({ does }, index) => `${index + 1}. ${oneLine(does)}`), ""]
      : []),
    ...(plan.warnings.length
      ? [
          `## ${both("Придёт не так, как согласовано", "Arrives otherwise than agreed")}`,
          "",
          ...plan.warnings.map(({ what }) => `- ${oneLine(what)}`),
          "",
        ]
      : []),
    `## ${both("Останется сделать вручную", "What is left to do by hand")}`,
    "",
    both(
      `Пунктов: ${plan.unsupported.length}. Список с отметками лежит рядом: \`checklist.docx\` для печати, \`checklist.md\` для экрана.`,
      `Items: ${plan.unsupported.length}. The list to tick off is beside this file: \`checklist.docx\` to print, \`checklist.md\` for the screen.`,
    ),
    "",
  ].join("\n");
};

/** A line a file, or a folder whose files are all for the same. */
const filesOf = ({ files }: Plan): string[] => {
  const alike = new Map<string, string[]>();
  for (const { name, does } of files) {
    const of = `${name.slice(0, name.lastIndexOf("/") + 1)}\n${does}`;
    alike.set(of, [...(alike.get(of) ?? []), name]);
  }
  return [...alike].map(([of, names]) => {
    const [folder = "", does = ""] = of.split("\n");
    return names.length > 1
      ? `- \`${folder}\` (${names.length}): ${oneLine(does)}`
      : `- \`${names[0]}\`: ${oneLine(does)}`;
  });
};

/** The environment that `apply` reads for a vendor. */
export const VARIABLES: Record<string, readonly string[]> = {
  amocrm: ["AMOCRM_URL", "AMOCRM_TOKEN"],
  bitrix24: ["BITRIX24_WEBHOOK"],
  hubspot: ["HUBSPOT_TOKEN"],
  pipedrive: ["PIPEDRIVE_URL", "PIPEDRIVE_TOKEN"],
  odoo: ["ODOO_URL", "ODOO_DB", "ODOO_LOGIN", "ODOO_KEY"],
};
