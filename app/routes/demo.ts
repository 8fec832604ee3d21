import { redirect } from "react-router";
import { accountsContext, askerContext, workshopsContext } from "#context";
import type { Route } from "./+types/demo";

export const loader = () => redirect("/");

export const action = async ({ request, context }: Route.ActionArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) return redirect("/sign-in");
  const { id } = await context.get(workshopsContext).createDemo(account, "windows", context.get(askerContext).language);
  return redirect(`/w/${id}/console`);
};
