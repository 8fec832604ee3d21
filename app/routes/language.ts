import { redirect } from "react-router";
import { Language } from "#domain/language.ts";
import { choiceCookie, safeBack } from "#words/language-of.ts";
import type { Route } from "./+types/language";

export const loader = () => redirect("/");

/** Keeps the language of this person for a year and goes back to the page it was chosen on. */
export const action = async ({ request }: Route.ActionArgs) => {
  const form = await request.formData();
  const chosen = Language.safeParse(form.get("language"));
  const headers = new Headers();
  if (chosen.success) headers.append("Set-Cookie", choiceCookie(request, "language", chosen.data));
  return redirect(safeBack(form.get("back")), { headers });
};
