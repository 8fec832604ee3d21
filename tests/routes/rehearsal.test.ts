import { describe, expect, test } from "vitest";
import { action, loader } from "../../app/routes/rehearsal.tsx";
import { type Held, hold, type Person } from "../commands/held-workshop.ts";

type Args = Parameters<typeof loader>[0];

/** Calls a half of the route as a browser would; a response or a thrown status is told by its number. */
const visit = async <Answer>(
  held: Held,
  half: (args: Args) => Promise<Answer>,
  {
    cookie = "",
    workshop = held.workshop,
    search = "",
    body,
  }: { cookie?: string; workshop?: string; search?: string; body?: URLSearchParams },
): Promise<Answer | number> => {
  const request = new Request(`http://reglament.test/w/${workshop}/rehearsal${search}`, {
    headers: { cookie },
    ...(body && { method: "POST", body }),
  });
  const context = await held.services.context(request, "nonce");
  const args = { request, context, params: { workshop }, pattern: "", url: new URL(request.url) };
  try {
    return await half(args as unknown as Args);
  } catch (thrown) {
    const { init, status } = thrown as { init?: { status?: number }; status?: number };
    return init?.status ?? status ?? Number.NaN;
  }
};

describe("the rehearsal page", () => {
  test("is shown to who leads and to who sits in the workshop, and to nobody else", async () => {
    const held = await hold();
    const anna = held.people[1] as Person;
    const lead = await visit(held, loader, { cookie: held.facilitatorCookie });
    expect(lead).toMatchObject({
      back: `/w/${held.workshop}/console`,
      ways: { agenda: expect.stringContaining("/set-up") },
    });
    expect(await visit(held, loader, { cookie: anna.cookie })).toMatchObject({
      back: `/w/${held.workshop}`,
      ways: { agenda: null },
    });
    expect(await visit(held, loader, {})).toBe(404);
    expect(await visit(held, loader, { cookie: anna.cookie, workshop: "another" })).toBe(404);
    expect(await visit(held, action, { workshop: "another", cookie: anna.cookie, body: new URLSearchParams() })).toBe(
      404,
    );
  });

  test("takes the branch of its address, and the plain way where there is no such branch", async () => {
    const held = await hold();
    const cookie = held.facilitatorCookie;
    for (const [search, branch] of [
      ["?branch=cancel", "cancel"],
      ["?branch=storm", "planned"],
      ["", "planned"],
    ])
      expect(await visit(held, loader, { cookie, search: search ?? "" })).toMatchObject({ rehearsal: { branch } });
  });

  test("lets who leads open the question that mends a finding, and nobody else", async () => {
    const held = await hold();
    const cookie = held.facilitatorCookie;
    const shown = await visit(held, loader, { cookie });
    const question = typeof shown === "number" ? null : shown.rehearsal.findings[0]?.question;
    expect(question).toMatch(/^deal-stage-chain@/);
    const body = () => new URLSearchParams({ question: question ?? "" });
    const refused = await visit(held, action, { cookie: held.people[1]?.cookie ?? "", body: body() });
    expect(refused).toMatchObject({ data: { refusal: { refused: "not-allowed" } }, init: { status: 409 } });
    const unknown = await visit(held, action, { cookie, body: new URLSearchParams({ question: "no-such" }) });
    expect(unknown).toMatchObject({ data: { refusal: { refused: "no-such-thing" } } });
    const opened = await visit(held, action, { cookie, body: body() });
    expect(opened).toMatchObject({ status: 302 });
    expect((await held.facilitator.view()).shared.now?.key).toBe(question);
  });
});
