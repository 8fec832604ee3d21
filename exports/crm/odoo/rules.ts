import { type Build, LEAD } from "./build.ts";
import { type Value, xmlId } from "./records.ts";

/** An action of a rule, without what all actions have. */
export type Action = { name: string; values: Record<string, Value> };

export type Rule = {
  key: [string, ...string[]];
  name: string;
  /** When: the trigger and the conditions of `base.automation`. */
  rule: Record<string, Value>;
  actions: Action[];
  carries: string[];
};

/** An automation rule of Odoo on deals, with its actions. */
export const addRule = ({ draft, batches }: Build, { key, name, rule, actions, carries }: Rule): void => {
  const record = xmlId(...key);
  const step = `rule.${key.join("/")}`;
  batches.push({
    step,
    does: draft.say(`Правило автоматизации: ${name}`, `Automation rule: ${name}`),
    file: "rules",
    model: "base.automation",
    records: [{ id: record, values: { name, model_id: LEAD, ...rule } }],
    carries: [],
  });
  batches.push({
    step: `${step}.does`,
    does: draft.say(`Что делает правило: ${name}`, `What the rule does: ${name}`),
    file: "rules",
    model: "ir.actions.server",
    records: actions.map((action, index) => ({
      id: xmlId("does", ...key, index + 1),
      values: {
        name: action.name,
        model_id: LEAD,
        usage: "base_automation",
        base_automation_id: { ref: record },
        sequence: index + 1,
        ...action.values,
      },
    })),
    carries,
  });
};

/** An activity for whoever leads the deal, so many days from now. The note is a piece of HTML. */
export const activity = (summary: string, days: number, note: string | null): Action => ({
  name: summary,
  values: {
    state: "next_activity",
    activity_type_id: { ref: "mail.mail_activity_data_todo" },
    activity_summary: summary,
    ...(note && { activity_note: note }),
    activity_date_deadline_range: days,
    activity_date_deadline_range_type: "days",
    activity_user_type: "generic",
    activity_user_field_name: "user_id",
  },
});
