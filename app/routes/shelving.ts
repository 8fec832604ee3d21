import { data, redirect } from "react-router";
import { workshopsContext } from "#context";
import type { Route } from "./+types/shelving";

export const loader = () => redirect("/");

/** Puts a workshop away from the owner's shelf, or brings it back. */
export const action = async ({ params, request, context }: Route.ActionArgs) => {
  const isAway = (await request.formData()).get("intent") === "archive";
  const done = await context.get(workshopsContext).archive(params.workshop, isAway, request);
  if ("refused" in done) throw data(null, { status: 403 });
  return redirect("/");
};
