import { type Build, type Field, odooStages, stageId } from "./build.ts";
import { fieldsAt } from "./doors.ts";
import { idOf } from "./records.ts";
import { xmlAttribute } from "./xml.ts";

const WIDGETS: Partial<Record<Field["type"], string>> = { phone: "phone", email: "email", url: "url", file: "binary" };

/**
 * A page in the card of a deal: a section a stage with the fields that must be filled in there, marked as required from that
 * stage on; what no stage asks for stands in the end. And a page in the card of a contact.
 */
export const addCards = (build: Build): void => {
  const { draft, pipeline, batches, dealFields } = build;
  const { say } = draft.names;
  const fields = new Map(pipeline.fields.map((field) => [field.key, field]));
  const placed = new Set<string>();
  const requiredAt = new Map<string, string[]>();
  for (const one of pipeline.pipelines)
    for (const stage of odooStages(one))
      for (const key of fieldsAt(build, one, stage))
        requiredAt.set(key, [...(requiredAt.get(key) ?? []), stageId(one, stage.key)]);
  const line = (key: string): string => {
    placed.add(key);
    const type = fields.get(key)?.type;
    const stages = requiredAt.get(key) ?? [];
    const widget = type && WIDGETS[type] ? ` widget="${WIDGETS[type]}"` : "";
    // a box that is not ticked is an answer to Odoo’s form; the rule at the door of the stage sees to it
    const required =
      stages.length > 0 && type !== "checkbox" ? ` required="stage_id in [${stages.map(idOf).join(", ")}]"` : "";
    return `<field name="${dealFields.get(key)?.name}"${widget}${required}/>`;
  };
  const group = (title: string, keys: string[]): string[] =>
    keys.length === 0 ? [] : [`<group string="${xmlAttribute(title)}">${keys.map(line).join("")}</group>`];
  const several = pipeline.pipelines.length > 1;
  const groups = pipeline.pipelines.flatMap((one) =>
    one.stages.flatMap((stage) => {
      const keys = [...new Set(stage.requiredFields.map(({ field }) => field))];
      return group(
        several ? `${one.name}: ${stage.name}` : stage.name,
        keys.filter((key) => dealFields.has(key) && !placed.has(key)),
      );
    }),
  );
  const rest = [...dealFields].filter(([key, { isOwn }]) => isOwn && !placed.has(key)).map(([key]) => key);
  groups.push(...group(say("Ещё", "More"), rest));
  const page = (content: string[]): string =>
    `<xpath expr="//notebook" position="inside"><page name="reglament" string="${xmlAttribute(say("Регламент", "Reglament"))}">${content.join("")}</page></xpath>`;
  if (groups.length > 0)
    batches.push({
      step: "card.deal",
      does: say("Карточка сделки: поля по этапам", "Card of a deal: fields by stage"),
      file: "fields_in_cards",
      model: "ir.ui.view",
      records: [
        {
          id: "card_of_deal",
          values: {
            name: "crm.lead.form.reglament",
            model: "crm.lead",
            inherit_id: { ref: "crm.crm_lead_view_form" },
            arch: { arch: page(groups) },
          },
        },
      ],
      carries: [],
    });
  const ofContact = batches
    .filter(({ model }) => model === "ir.model.fields")
    .flatMap(({ records }) => records)
    .filter(({ values }) => JSON.stringify(values.model_id).includes("res_partner"))
    .map(({ values }) => `<field name="${values.name}"/>`);
  if (ofContact.length > 0)
    batches.push({
      step: "card.contact",
      does: say("Карточка контакта: поля регламента", "Card of a contact: fields of the regulation"),
      file: "fields_in_cards",
      model: "ir.ui.view",
      records: [
        {
          id: "card_of_contact",
          values: {
            name: "res.partner.form.reglament",
            model: "res.partner",
            inherit_id: { ref: "base.view_partner_form" },
            arch: { arch: page([`<group>${ofContact.join("")}</group>`]) },
          },
        },
      ],
      carries: [],
    });
};
