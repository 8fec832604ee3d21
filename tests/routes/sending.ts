import type { ActionFunctionArgs } from "react-router";
import { workshopsContext } from "#context";
import type { Held } from "../commands/held-workshop.ts";

export type Action = (args: ActionFunctionArgs) => Promise<Response>;
export type Sent = { cookie?: string; method?: string; params?: object; body: unknown };

/** Sends a command as a browser does, and gives status and body of the answer; `hurried` goes past the limits of haste. */
export const send = async (
  held: Held,
  action: Action,
  { cookie = "", method = "POST", params = {}, body }: Sent,
  hurried = false,
): Promise<[number, unknown]> => {
  const request = new Request(`http://reglament.test/w/${held.workshop}/command`, {
    method,
    headers: { cookie, "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const context = await held.services.context(request, "nonce");
  if (hurried) context.set(workshopsContext, held.workshops);
  const args = {
    request,
    context,
    params: { workshop: held.workshop, ...params },
    pattern: "",
    url: new URL(request.url),
  };
  const response = await action(args as unknown as ActionFunctionArgs);
  return [response.status, await response.json()];
};
