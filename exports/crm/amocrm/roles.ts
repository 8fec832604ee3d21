import type { Pipeline } from "#domain/pipeline.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { rolesAtStage } from "../stage-roles.ts";
import { ownStages, symbolOf } from "./statuses.ts";

const MAX_NAME = 255;
const ALL = { add: "A", view: "A", edit: "A", delete: "D", export: "D" };

/**
 * A role with edit rights at the stages where it has something to do; elsewhere it only looks. Roles without a stage of their
 * own are left free. `add` and the rights of a status know only A (allowed) and D (denied).
 */
export const addRoles = (draft: Draft, pipeline: Pipeline): void => {
  const { say } = draft.names;
  for (const role of pipeline.roles) {
    const element = id.role(role.key);
    const name = draft.short(element, role.name, MAX_NAME);
    const symbol = `role.${role.key}`;
    const isBound = role.responsibleFor.length > 0;
    const rights = pipeline.pipelines.flatMap((one) =>
      ownStages(one)
        .filter((stage) => stage.outcome === "open" && isBound)
        .map((stage) => ({
          entity_type: "leads",
          pipeline_id: `{{pipeline.${one.key}}}`,
          status_id: `{{${symbolOf(one.key, stage.key)}}}`,
          rights: {
            view: "A",
            edit: rolesAtStage(pipeline, stage).has(role.key) ? "A" : "D",
            delete: "D",
            export: "D",
          },
        })),
    );
    const body = {
      name,
      rights: {
        leads: ALL,
        contacts: ALL,
        companies: ALL,
        tasks: { edit: "A", delete: "D" },
        mail_access: true,
        catalog_access: true,
        status_rights: rights,
      },
    };
    const responsible = pipeline.pipelines.flatMap((one) =>
      one.stages
        .filter((stage) => stage.responsible?.role === role.key)
        .map((stage) => id.ofStage("responsible", one.key, stage.key)),
    );
    draft.step({
      id: symbol,
      does: say(`Роль «${name}»`, `Role “${name}”`),
      path: "/api/v4/roles",
      body: { ...body, request_id: role.key },
      gives: [{ symbol, from: { list: "_embedded.roles", take: "id" } }],
      carries: [element, ...responsible],
      finds: {
        path: "/api/v4/roles?limit=250",
        gives: [{ symbol, from: { list: "_embedded.roles", where: { name }, take: "id" } }],
      },
      changes: { path: `/api/v4/roles/{{${symbol}}}`, body },
    });
  }
};
