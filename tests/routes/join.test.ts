import { describe, expect, test } from "vitest";
import { action, loader } from "../../app/routes/join.tsx";
import { loader as byLink } from "../../app/routes/join-code.tsx";
import { loader as room } from "../../app/routes/room.tsx";
import { type Held, hold } from "../commands/held-workshop.ts";

/** Where a half of a route sends a visitor without cookies, or what it answers. */
const visit = async <Answer>(
  held: Held,
  half: (args: never) => Answer | Promise<Answer>,
  path: string,
  { params = {}, body }: { params?: object; body?: URLSearchParams } = {},
): Promise<Answer | string | null> => {
  const request = new Request(`http://reglament.test${path}`, body && { method: "POST", body });
  const context = await held.services.context(request, "nonce");
  try {
    const answer = await half({ request, context, params, pattern: "", url: new URL(request.url) } as never);
    return answer instanceof Response ? answer.headers.get("location") : answer;
  } catch (thrown) {
    return thrown instanceof Response ? thrown.headers.get("location") : Promise.reject(thrown);
  }
};

const CYRILLIC: Record<string, string> = {
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  P: "Р",
  T: "Т",
  X: "Х",
};

describe("the way in", () => {
  test("opens to a code typed with the look-alikes of a Russian keyboard", async () => {
    const held = await hold();
    const typed = [...held.code].map((letter) => CYRILLIC[letter] ?? letter).join("");
    const body = new URLSearchParams({ code: typed.toLowerCase() });
    expect(await visit(held, action, "/join", { body })).toBe(`/join/${held.code}`);
    expect(await visit(held, byLink, "/join/x", { params: { code: typed } })).toMatchObject({
      invitation: { workshop: held.workshop },
    });
  });

  test("tells another keyboard from a wrong code", async () => {
    const held = await hold();
    const answer = (code: string) => visit(held, action, "/join", { body: new URLSearchParams({ code }) });
    expect(await answer("ЖЩ4ГРЮ")).toMatchObject({ isForeign: true });
    expect(await answer("ZZZZZZ")).toMatchObject({ code: "ZZZZZZ", isForeign: false, refusal: null });
  });

  test("says why a link did not open, and keeps its code", async () => {
    const held = await hold();
    const dead = await visit(held, byLink, "/join/x", { params: { code: "zzzzzz" } });
    expect(dead).toBe("/join?code=ZZZZZZ&why=unknown");
    expect(await visit(held, loader, `${dead}`)).toEqual({ code: "ZZZZZZ", why: "unknown" });
    const foreign = await visit(held, room, "/w/x", { params: { workshop: held.workshop } });
    expect(foreign).toBe("/join?why=not-listed");
    expect(await visit(held, loader, `${foreign}`)).toEqual({ code: "", why: "not-listed" });
    expect(await visit(held, loader, "/join?why=constructor")).toEqual({ code: "", why: null });
  });
});
