import { data } from "react-router";
import { askerContext, filesContext, workshopsContext } from "#context";
import { Language, say } from "#domain/language.ts";
import { PROFILES } from "#exports/docx/profile.ts";
import type { Route } from "./+types/files";

/** A file of the workshop, in the language it is held in, or in another one that is asked for (`?language=en`), as `profile`, `between` two editions. */
export const loader = async ({ request, params, context }: Route.LoaderArgs) => {
  const door = await context.get(workshopsContext).enter(params.workshop, request);
  if (!door) throw data(null, { status: 404 });
  const record = await door.record();
  const search = new URL(request.url).searchParams;
  const asked = Language.safeParse(search.get("language"));
  const [, from, to] = /^(\d{1,4}),(\d{1,4})$/.exec(search.get("between") ?? "") ?? [];
  const make = (onStep?: (step: string) => void) =>
    context.get(filesContext).make(record, params.file, asked.data ?? record.workshop.language, {
      profile: PROFILES.find((profile) => profile === search.get("profile")),
      ...(from && to && { between: [Number(from), Number(to)] }),
      onStep,
    });
  if (search.has("progress")) return new Response(told(make), { headers: { "cache-control": "no-store" } });
  const file = await make();
  if (!file) throw data(null, { status: 404 });
  if ("why" in file) {
    const { language } = context.get(askerContext);
    return new Response(say(file.why, language), {
      status: 503,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  return new Response(file.bytes.slice().buffer, {
    headers: {
      "content-type": file.type,
      "content-disposition": `attachment; filename="${params.file}"`,
      "cache-control": "no-store",
    },
  });
};

type Make = (onStep: (step: string) => void) => Promise<object | null>;

/** A line for each step, an empty one, then the file; it breaks off when there is none. Who left is told nothing more. */
const told = (make: Make): ReadableStream<Uint8Array> => {
  let isGone = false;
  return new ReadableStream({
    async start(stream) {
      const line = (text: string) => isGone || stream.enqueue(new TextEncoder().encode(`${text}\n`));
      try {
        const file = await make(line);
        if (!file || !("bytes" in file)) throw new Error("the file cannot be made");
        if (isGone) return;
        line("");
        stream.enqueue(file.bytes as Uint8Array);
        stream.close();
      } catch (error) {
        if (!isGone) stream.error(error);
      }
    },
    cancel() {
      isGone = true;
    },
  });
};
