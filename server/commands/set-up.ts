import type { Done } from "#context";
import { type Language, say } from "#domain/language.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { changeSetUp, type Found, type SetUpChange } from "#domain/set-up.ts";
import { questionById } from "#question-bank";
import { catalogue, dealTypeOf, templateById } from "#templates";
import { setAgenda, setQuestions } from "../store/agenda.ts";
import { recordOf } from "../store/record.ts";
import { setSetUp } from "../store/workshops.ts";
import { byFacilitator, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";

/** Changes what a workshop starts from, before it begins or while it runs. */
export const setUp = (house: House, guest: Guest, change: SetUpChange): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop, kept }) => {
    const record = await recordOf(trx, workshop);
    if (!record) return refuse("no-such-thing");
    if (change.change === "own-question" && !catalogue.sections.some(({ id }) => id === change.section))
      return refuse("bad-input", { where: "section" });
    const changed = changeSetUp(record, kept.current, change, found(change, record.workshop.language));
    if (isRefusal(changed)) return changed;
    await setSetUp(trx, changed.workshop);
    if (changed.questions !== record.questions) await setQuestions(trx, workshop, changed.questions);
    if (changed.asked !== record.asked) await setAgenda(trx, workshop, changed.asked);
    return DONE;
  });

const found = (change: SetUpChange, language: Language): Found => {
  if (change.change === "ask") return { question: questionById(change.question) };
  if (change.change !== "add-deal-type" || !change.template) return {};
  const template = templateById(change.template.id);
  const dealType = template && dealTypeOf(template, change.template.dealType, language);
  const ids = new Set(dealType?.stages.flatMap(({ role, tasks }) => [role, ...tasks.map((task) => task.role)]));
  const roles = [...ids].flatMap((id) => {
    const known = id === null ? undefined : catalogue.roles[id];
    return known && id !== null ? [{ id, name: say(known.name, language), department: known.department }] : [];
  });
  const departments = [...new Set(roles.map(({ department }) => department))].flatMap((id) => {
    const name = catalogue.departments[id];
    return name ? [{ id, name: say(name, language) }] : [];
  });
  return { dealType, roles, departments };
};
