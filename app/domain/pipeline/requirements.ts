import type { Bilingual } from "../language.ts";
import type { Pipeline, Source } from "./shape.ts";

/** Something that the CRM must be able to do; `examples` are names from the rules, `rules` the rules that ask for it. */
export type Requirement = { what: Bilingual; count: number; examples: string[]; rules: string[] };

type Element = { source: Source[] };
const EXAMPLES = 4;
/** An example longer than this, in characters, is a rule to be read elsewhere. */
const SHORT = 90;

/**
 * What a CRM must be able to do so that the adopted rules can be kept in it: the list to take along when a company
 * chooses a system (items S33 and S69 of the source). What no rule asks for is not on it.
 */
export const requirementsOf = (pipeline: Pipeline): Requirement[] => {
  const stages = pipeline.pipelines.flatMap((one) => one.stages);
  const open = stages.filter(({ outcome }) => outcome === "open");
  const norms = [...pipeline.norms, ...open.flatMap((stage) => stage.norms)];
  const tasks = [...open.flatMap((stage) => stage.tasks), ...pipeline.procedures.flatMap(({ steps }) => steps)];
  const automatic = (does: readonly string[]) => pipeline.automations.filter((one) => does.includes(one.does));
  return [
    asked(
      "Отдельная воронка для каждого типа сделок, в ней свои этапы в своём порядке",
      "A pipeline of its own for each type of deal, with its own stages in their own order",
      pipeline.pipelines,
      ({ name }) => name,
    ),
    asked(
      "Исходы помимо этапов работы: успех, отказ, отложено",
      "Outcomes besides the stages of work: won, lost, deferred",
      stages.filter(({ outcome }) => outcome !== "open"),
      ({ name }) => name,
    ),
    asked("Свои поля этих типов и списков", "Own fields of these types and lists", pipeline.fields, ({ name }) => name),
    asked(
      "Не пускает на следующий этап, пока не заполнены поля этого этапа",
      "Keeps a deal from the next stage until the fields of this one are filled in",
      open.filter(({ requiredFields }) => requiredFields.length > 0),
      ({ name }) => name,
    ),
    asked(
      "Отмечает непринятый результат с причиной и возвращает сделку на этап назад",
      "Marks a refused result with its reason and takes the deal back a stage",
      open.filter(({ result }) => result),
      ({ name }) => name,
    ),
    asked(
      "Задачи исполнителям при переходе на этап, со сроком и обязательной отметкой",
      "Tasks at the start of a stage, with a date and a mark that cannot be left out",
      tasks,
      ({ title }) => title,
    ),
    asked(
      "Считает время от события, предупреждает заранее и сообщает руководителю о просрочке",
      "Counts the time from an event, warns before it is over and tells the head when it is",
      norms,
      ({ what }) => what,
    ),
    asked(
      "Напоминания и действия без участия человека",
      "Reminders and actions without a person",
      automatic(["create-task", "set-field", "change-owner", "block-move", "escalate", "other"]),
      ({ text }) => text,
    ),
    asked(
      "Сообщения клиенту и коллегам по событию",
      "Messages to clients and colleagues when something happens",
      automatic(["notify-client", "notify-colleague"]),
      ({ text }) => text,
    ),
    asked("Документы по шаблону", "Documents from a template", automatic(["create-doc"]), ({ text }) => text),
    asked(
      "Роли с разными правами",
      "Roles with different rights",
      pipeline.permissions,
      ({ allows }) => allows[0] ?? "",
    ),
    asked(
      "Передача сделки другому ответственному с приёмкой и комплектом полей",
      "Handing a deal over to another person, who accepts it with its set of fields",
      pipeline.handoffs,
      ({ fromRole, toRole }) => `${nameOf(pipeline, fromRole)} → ${nameOf(pipeline, toRole)}`,
    ),
    asked(
      "Список причин отказа, обязательный при закрытии",
      "A list of loss reasons that must be chosen from on closing",
      pipeline.lossReasons,
      ({ name }) => name,
    ),
    asked(
      "Пределы скидок, бонусов и отсрочек по ролям, с согласованием выше предела",
      "Limits of discounts, bonuses and deferrals by role, with an approval above them",
      [...pipeline.discountLimits, ...pipeline.bonuses, ...pipeline.paymentTerms],
      ({ role }) => nameOf(pipeline, role),
    ),
    asked(
      "Подсказки к этапам: готовые слова, ответы, порядок действий",
      "Prompts at the stages: ready words, answers, what to do in which order",
      pipeline.guides,
      ({ name }) => name,
    ),
    asked(
      "Отчёты и показатели по этим полям",
      "Reports and indicators from these fields",
      [...pipeline.reports, ...pipeline.kpis],
      ({ name }) => name,
    ),
  ].filter(({ count }) => count > 0);
};

const asked = <E extends Element>(
  ru: string,
  en: string,
  elements: readonly E[],
  name: (element: E) => string,
): Requirement => ({
  what: { ru, en },
  count: elements.length,
  examples: [...new Set(elements.map(name).filter((one) => one && one.length <= SHORT))].slice(0, EXAMPLES),
  rules: [...new Set(elements.flatMap(({ source }) => source.map(({ rule }) => rule)))].sort(
    (a, b) => Number(a.slice(2)) - Number(b.slice(2)),
  ),
});

const nameOf = (pipeline: Pipeline, key: string): string =>
  pipeline.roles.find((role) => role.key === key)?.name ?? key;
