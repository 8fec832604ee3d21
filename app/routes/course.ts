import { data } from "react-router";
import { askerContext, workshopsContext } from "#context";
import { proceedingsOf } from "#domain/proceedings.ts";
import type { Route } from "./+types/course";

/** How one question was decided, for the clause that opens it. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const asked = record.asked.filter(({ key }) => key === params.question);
  const [proceeding] = proceedingsOf(record, context.get(askerContext).language, asked);
  if (!proceeding) throw data(null, { status: 404 });
  return Response.json(
    { proceeding, departments: record.workshop.departments },
    { headers: { "cache-control": "no-store" } },
  );
};
