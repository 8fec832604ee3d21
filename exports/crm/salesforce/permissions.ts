import type { Pipeline } from "#domain/pipeline.ts";
import { id } from "../elements.ts";
import { apiName } from "./api-names.ts";
import type { Bundle } from "./bundle.ts";
import type { OwnField } from "./fields.ts";
import type { StageNames } from "./stages.ts";

const MAX_LABEL = 80;

/** A permission set a role: nobody sees a field that was deployed until a permission set shows it. */
export const addPermissionSets = (
  bundle: Bundle,
  pipeline: Pipeline,
  names: StageNames,
  fields: readonly OwnField[],
): void => {
  const { draft } = bundle;
  const { say } = draft.names;
  const taken = new Set<string>();
  const add = (fullName: string, label: string, carries: string[]) =>
    bundle.add({
      path: `permissionsets/${fullName}.permissionset`,
      root: "PermissionSet",
      body: {
        fieldPermissions: fields.map(({ object, api }) => ({
          editable: true,
          field: `${object}.${api}`,
          readable: true,
        })),
        hasActivationRequired: false,
        label,
        objectPermissions: ["Account", "Contact", "Opportunity"].map((object) => ({
          allowCreate: true,
          allowDelete: false,
          allowEdit: true,
          allowRead: true,
          modifyAllRecords: false,
          object,
          viewAllRecords: false,
        })),
        recordTypeVisibilities: [...names.process.values()].map((process) => ({
          recordType: `Opportunity.${process}`,
          visible: true,
        })),
      },
      does: say("наборы прав: роль видит поля и воронки", "permission sets: a role sees the fields and pipelines"),
      carries,
      type: "PermissionSet",
      member: fullName,
    });
  for (const role of pipeline.roles) {
    const element = id.role(role.key);
    add(`Reglament_${apiName(role.key, taken)}`, draft.short(element, role.name, MAX_LABEL), [element]);
  }
  if (pipeline.roles.length === 0) add("Reglament_all", say("Регламент", "Reglament"), []);
};
