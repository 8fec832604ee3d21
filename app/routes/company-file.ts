import { data, redirect } from "react-router";
import { filesContext, workshopsContext } from "#context";
import type { Route } from "./+types/company-file";

/** Somewhat more than the largest template, for what a form adds. */
const MOST = 11_000_000;

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/w/${params.workshop}/paper`);

/** The regulation in the company's own Word file; what the file lacks is said on the page it came from. */
export const action = async ({ request, params, context }: Route.ActionArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (door?.audience !== "facilitator") throw data(null, { status: door ? 403 : 404 });
  const back = (query: Record<string, string>) =>
    redirect(`/w/${params.workshop}/paper?${new URLSearchParams(query)}`, 303);
  if (Number(request.headers.get("content-length") ?? 0) > MOST) return back({ refused: "large" });
  const file = (await request.formData()).get("file");
  if (!(file instanceof File)) return back({ refused: "empty" });
  const record = await door.record();
  const made = await context.get(filesContext).fill(record, new Uint8Array(await file.arrayBuffer()));
  if ("refused" in made) return back({ refused: made.refused });
  if ("lacks" in made) {
    const { missing, unknown, misplaced } = made.lacks;
    const named = Object.entries({ missing, unknown, misplaced }).filter(([, names]) => names.length > 0);
    return back(Object.fromEntries(named.map(([what, names]) => [what, names.slice(0, 20).join(",")])));
  }
  return new Response(made.bytes.slice().buffer, {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "content-disposition": 'attachment; filename="instruction-company.docx"',
      "cache-control": "no-store",
    },
  });
};
