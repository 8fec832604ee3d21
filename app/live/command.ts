import type { RefusalCode } from "#domain/refusal.ts";

export type Answered = { done: true } | { refused: RefusalCode | "offline" | "broken"; where?: string; count?: number };

/** Sends a command that makes sense only now (moving a phase, opening a round) and waits for the server's word. */
export const command = async (
  method: "POST" | "PATCH" | "DELETE",
  url: string,
  body: object | FormData = {},
): Promise<Answered> => {
  try {
    const response = await fetch(url, {
      method,
      credentials: "same-origin",
      // a form names its own type, with the boundary between its parts
      ...(body instanceof FormData
        ? { body }
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json().catch(() => null);
    if (said && typeof said === "object" && ("done" in said || "refused" in said)) return said as Answered;
    return { refused: "broken" };
  } catch {
    return { refused: "offline" };
  }
};
