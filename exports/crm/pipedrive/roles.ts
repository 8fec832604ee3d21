import type { Pipeline } from "#domain/pipeline.ts";
import type { Draft } from "../draft.ts";
import { id } from "../elements.ts";
import { ownName } from "./names.ts";

/** Roles as visibility groups. What a role may do at a stage cannot be said here. */
export const addRoles = (draft: Draft, pipeline: Pipeline): void => {
  const { say, quote } = draft.names;
  const taken = new Set<string>();
  for (const role of pipeline.roles) {
    const symbol = `role.${role.key}`;
    const name = ownName(draft, id.role(role.key), role.name, taken);
    draft.step({
      id: symbol,
      does: say(`Роль ${quote(name)}`, `Role ${quote(name)}`),
      path: "/api/v1/roles",
      body: { name },
      gives: [{ symbol, from: { take: "data.id" } }],
      carries: [id.role(role.key)],
      finds: {
        path: "/api/v1/roles?limit=500",
        gives: [{ symbol, from: { list: "data", where: { name }, take: "id" } }],
      },
      changes: { method: "PUT", path: `/api/v1/roles/{{${symbol}}}`, body: { name } },
    });
  }
};
