import { redirect } from "react-router";
import { accountsContext } from "#context";
import type { Route } from "./+types/sign-out";

export const loader = () => redirect("/");

export const action = async ({ request, context }: Route.ActionArgs) => {
  const { headers } = await context.get(accountsContext).signOut(request);
  return redirect("/", { headers });
};
