import { data, redirect } from "react-router";
import { accountsContext, askerContext, workshopsContext } from "#context";
import { demoTemplates } from "#templates";
import type { Route } from "./+types/demo";

export const loader = () => redirect("/");

export const action = async ({ request, context }: Route.ActionArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) return redirect("/sign-in");
  const asked = (await request.formData()).get("template") ?? demoTemplates[0]?.id;
  const template = demoTemplates.find(({ id }) => id === asked);
  if (!template) throw data(null, { status: 404 });
  const { language } = context.get(askerContext);
  const { id } = await context.get(workshopsContext).createDemo(account, template.id, language);
  return redirect(`/w/${id}/console`);
};
