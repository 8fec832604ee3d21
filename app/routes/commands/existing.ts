import type { ActionFunctionArgs } from "react-router";
import { workshopsContext } from "#context";
import { refuse } from "#domain/refusal.ts";
import { answered } from "./carrying.ts";

/** A form, not JSON: files come this way. `file` wins over `text` when both are there. */
export const action = async ({ request, params, context }: ActionFunctionArgs): Promise<Response> => {
  const door = await context.get(workshopsContext).enter(params.workshop ?? "", request);
  if (!door) return answered(refuse("not-listed"));
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  const text = form?.get("text");
  if (file instanceof File && file.size > 0)
    return answered(await door.layExisting({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  if (typeof text === "string" && text.trim()) return answered(await door.layExisting({ text: text.trim() }));
  return answered(refuse("text-empty"));
};
