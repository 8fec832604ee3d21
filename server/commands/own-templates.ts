import type { OwnTemplates } from "#context";
import { asTemplate, fromTemplate } from "#domain/own-template.ts";
import { refuse } from "#domain/refusal.ts";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { addOwnTemplate, ownTemplatesOf, removeOwnTemplate } from "../store/own-templates.ts";
import type { House } from "./house.ts";
import { bringIn } from "./workshops.ts";

/** Beyond this a list is a mess, and an account a way to fill the disk. */
const MOST = 200;

/** The templates of accounts' own, each seen by its account only. */
export const openOwnTemplates = (house: House, newWorkshopId: () => string): OwnTemplates => {
  const { database } = house;
  const found = async (owner: string, id: string) =>
    (await ownTemplatesOf(database, owner)).find((template) => template.id === id) ?? null;
  const keep: OwnTemplates["keep"] = async ({ id: owner }, record, name) => {
    const id = house.newId();
    const all = await ownTemplatesOf(database, owner);
    for (const { id: oldest } of all.slice(MOST - 1)) await removeOwnTemplate(database, owner, oldest);
    await addOwnTemplate(database, owner, {
      id,
      name,
      createdAt: house.now().toISOString(),
      record: asTemplate(record, name),
    });
    return { id };
  };
  return {
    keep,
    async list({ id: owner }) {
      return (await ownTemplatesOf(database, owner)).map(({ id, name, createdAt, record }) => ({
        id,
        name,
        createdAt,
        stages: record.workshop.dealTypes.reduce((sum, { stages }) => sum + stages.length, 0),
        questions: record.asked.length,
      }));
    },
    async bringIn(account, text) {
      const read = readWorkshopFile(text);
      return "problem" in read ? read : keep(account, read.record, read.record.workshop.company);
    },
    async file({ id: owner }, id) {
      const template = await found(owner, id);
      return template && { name: template.name, text: writeWorkshopFile(template.record) };
    },
    remove: ({ id: owner }, id) => removeOwnTemplate(database, owner, id),
    async start(account, id, company) {
      const template = await found(account.id, id);
      if (!template) return refuse("no-such-thing", { where: "template" });
      const made = {
        id: newWorkshopId(),
        company,
        facilitator: account.name,
        createdAt: house.now().toISOString(),
      };
      return bringIn(house, fromTemplate(template.record, made), account.id);
    },
  };
};
