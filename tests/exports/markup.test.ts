import { describe, expect, test } from "vitest";
import { clausesOf, composeRegulation } from "#domain/regulation.ts";
import { toHtml } from "#exports/html/index.ts";
import { toMarkdown } from "#exports/markdown/index.ts";
import { catalogue } from "#templates";
import { windows } from "../story/windows.ts";

describe.each(["ru", "en"] as const)("the windows regulation in %s", (language) => {
  const regulation = composeRegulation(windows(language), catalogue, language);

  test("in Markdown is the golden document", async () => {
    await expect(toMarkdown(regulation)).toMatchFileSnapshot(`../golden/windows.${language}.md`);
  });

  test("in HTML has every clause under an address of its own, and no reference without one", () => {
    const html = toHtml(regulation);
    for (const { id } of clausesOf(regulation)) expect(html).toContain(`id="${id}"`);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(`id="${decodeURIComponent(target ?? "")}"`);
    expect(html).not.toMatch(/<script|https?:\/\//);
  });
});

test("what a person typed stays text in Markdown and HTML", () => {
  const story = windows("ru");
  const [first, ...rest] = story.proposals;
  if (!first) throw new Error("the story has no proposal");
  const hard = "<script>alert(1)</script> *не жирно* [не ссылка](x) # не заголовок";
  const record = {
    ...story,
    proposals: [{ ...first, wording: [{ kind: "paragraph" as const, spans: [{ text: hard }] }] }, ...rest],
  };
  const [consent] = story.decisions.filter((decision) => decision.kind === "consent");
  if (consent?.kind !== "consent") throw new Error("the story has no consent");
  const decided = { ...record, decisions: [{ ...consent, question: first.question, proposal: first.id }] };
  const regulation = composeRegulation(decided, catalogue, "ru");
  expect(toHtml(regulation)).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(toMarkdown(regulation)).toContain("\\<script\\>alert(1)\\</script\\> \\*не жирно\\*");
});
