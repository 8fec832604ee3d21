import type { DealType } from "#domain/deal-type.ts";
import { type Language, say } from "#domain/language.ts";
import type { Template } from "#domain/template.ts";

/** One deal type of an industry in one language, as the set-up of a workshop holds it; undefined when there is none. */
export const dealTypeOf = (template: Template, dealType: string, language: Language): DealType | undefined => {
  const type = template.dealTypes.find(({ id }) => id === dealType);
  if (!type) return undefined;
  const { outcomes } = template;
  return {
    id: type.id,
    name: say(type.name, language),
    stages: template.stages.map(({ id, name, entry, exit, role, required, conditional, norm, tasks, reject }) => ({
      id,
      name: say(name, language),
      entry: say(entry, language),
      exit: say(exit, language),
      role,
      required,
      conditional,
      norm,
      tasks: tasks.map((task) => ({ text: say(task.text, language), role: task.role, due: task.due })),
      rejection: reject && { ...reject, value: say(reject.value, language) },
    })),
    wonAt: template.wonAt,
    completedAt: template.completedAt,
    outcomes: {
      won: say(outcomes.won.name, language),
      lost: say(outcomes.lost.name, language),
      deferred: say(outcomes.deferred.name, language),
    },
  };
};
