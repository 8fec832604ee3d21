import { redirect } from "react-router";
import { choiceCookie, safeBack } from "#words/language-of.ts";
import { isTheme } from "../styles/theme.ts";
import type { Route } from "./+types/theme";

export const loader = () => redirect("/");

/** Keeps the theme of this person for a year and goes back to the page it was chosen on. */
export const action = async ({ request }: Route.ActionArgs) => {
  const form = await request.formData();
  const theme = form.get("theme");
  const headers = new Headers();
  if (isTheme(theme)) headers.append("Set-Cookie", choiceCookie(request, "theme", theme));
  return redirect(safeBack(form.get("back")), { headers });
};
