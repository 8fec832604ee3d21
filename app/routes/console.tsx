import { data, redirect, useLoaderData } from "react-router";
import { accountsContext, workshopsContext } from "#context";
import { say } from "#domain/language.ts";
import { clockOffset } from "#live/clock.ts";
import { useLive } from "#live/use-live.ts";
import { blocks } from "#question-bank";
import { catalogue } from "#templates";
import { Console } from "#ui/room/console.tsx";
import { languageOf } from "#words/language-of.ts";
import type { Route } from "./+types/console";

export const loader = async ({ params, request, context }: Route.LoaderArgs) => {
  const account = await context.get(accountsContext).who(request);
  if (!account) throw redirect("/sign-in");
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (door?.audience !== "facilitator") throw data(null, { status: door ? 403 : 404 });
  const language = languageOf(request);
  return {
    view: await door.view(),
    entrance: await door.entrance(),
    blocks: blocks.map(({ id, name }) => ({ id, name: say(name, language) })),
    sections: catalogue.sections.map(({ id, number, name }) => ({ id, number, name: say(name, language) })),
  };
};

export default function ConsolePage() {
  const { view: initial, entrance, blocks, sections } = useLoaderData<typeof loader>();
  const { view, status, refused, serverNow } = useLive(initial);
  return (
    <Console
      shared={view.shared}
      status={status}
      isShut={refused !== null}
      offset={clockOffset(serverNow())}
      at={initial.at}
      entrance={entrance}
      blocks={blocks}
      sections={sections}
    />
  );
}
