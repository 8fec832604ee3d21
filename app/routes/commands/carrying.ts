import type { ActionFunctionArgs } from "react-router";
import { z } from "zod";
import { type Done, type RoomDoor, workshopsContext } from "#context";
import { type Refusal, type RefusalCode, refuse } from "#domain/refusal.ts";

/** Ids as browsers make them. */
export const Uuid = z.uuid();
export const Key = z.string().min(1).max(200);

const STATUS: Partial<Record<RefusalCode, number>> = {
  "bad-input": 400,
  "not-allowed": 403,
  "not-listed": 403,
  "too-many": 429,
};

export const answered = (done: Done): Response =>
  "done" in done ? Response.json(done) : Response.json(done, { status: STATUS[done.refused] ?? 409 });

const bodyOf = async (request: Request): Promise<unknown> => {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
};

const unfit = (error: z.ZodError): Refusal => {
  const where = error.issues[0]?.path.join(".");
  return refuse("bad-input", where ? { where } : {});
};

/**
 * The action of a command: the body of the request with the names of the path beside it is checked and handed to the
 * room's door. What comes back is `{done: true}`, or a refusal with a status that fits it.
 */
export const carrying =
  <Input>(schema: z.ZodType<Input>, carry: (door: RoomDoor, input: Input) => Promise<Done>) =>
  async ({ request, params, context }: ActionFunctionArgs): Promise<Response> => {
    const { workshop = "", ...named } = params;
    const door = await context.get(workshopsContext).enter(workshop, request);
    if (!door) return answered(refuse("not-listed"));
    const body = await bodyOf(request);
    if (typeof body !== "object" || body === null) return answered(refuse("bad-input"));
    const input = schema.safeParse({ ...body, ...named });
    return answered(input.success ? await carry(door, input.data) : unfit(input.error));
  };

export const notThatWay = async (): Promise<Response> => answered(refuse("bad-input", { where: "method" }));
