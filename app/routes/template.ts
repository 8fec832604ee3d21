import { data } from "react-router";
import { accountsContext, ownTemplatesContext } from "#context";
import type { Route } from "./+types/template";

/** A template of one's own as a file that another installation can bring in. */
export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const account = await context.get(accountsContext).who(request);
  const file = account && (await context.get(ownTemplatesContext).file(account, params.template));
  if (!file) throw data(null, { status: 404 });
  const name = encodeURIComponent(`${file.name}.json`);
  return new Response(file.text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="template.json"; filename*=UTF-8''${name}`,
    },
  });
};
