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

  test("in HTML has every clause under an address of its own, and no reference without one", async () => {
    const html = await toHtml(regulation);
    for (const { id } of clausesOf(regulation)) expect(html).toContain(`id="${id}"`);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(`id="${decodeURIComponent(target ?? "")}"`);
    expect(html).not.toMatch(/<script|https?:\/\//);
  });

  test("in HTML draws the way of an order, and says in words what the picture shows", async () => {
    const html = await toHtml(regulation);
    const [chart] = regulation.annexes.flatMap(({ items }) =>
      items.flatMap((block) => (block.kind === "list" && block.chart ? [block.chart] : [])),
    );
    const picture = html.slice(html.indexOf('<figure class="chart">'), html.indexOf("</figure>"));
    for (const { text } of chart?.boxes ?? []) {
      expect(picture.match(/aria-label="([^"]*)"/)?.[1]).toContain(text.replace(/^\d+\. /, ""));
      for (const word of text.split(" ")) expect(picture.slice(picture.indexOf(">"))).toContain(word);
    }
    expect(chart?.boxes.length).toBeGreaterThan(5);
    expect(html.match(/ id="[^"]*"/g)?.length).toBe(new Set(html.match(/ id="[^"]*"/g)).size);
  });
});

test("a name that looks like a reference of a pattern is drawn as it is", async () => {
  const story = windows("ru");
  const named = JSON.parse(
    JSON.stringify(story).replaceAll(story.workshop.dealTypes[0]?.stages[0]?.name ?? "?", () => "От $1 и $&"),
  );
  const html = await toHtml(composeRegulation(named, catalogue, "ru"));
  const picture = html.slice(html.indexOf('<figure class="chart">'), html.indexOf("</figure>"));
  expect(picture).toContain("От $1 и $&amp;");
  expect(picture.match(/<svg/g)).toHaveLength(1);
});

test("what a person typed stays text in Markdown and HTML", async () => {
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
  expect(await toHtml(regulation)).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(toMarkdown(regulation)).toContain("\\<script\\>alert(1)\\</script\\> \\*не жирно\\*");
});
