/** An element: its text, or its elements by name in the order in which they stand. */
export type Parsed = string | { [tag: string]: Parsed[] };

/**
 * Reads the subset of XML that metadata files are written in: one root, elements without attributes, five entities.
 * Anything else is not well-formed here and thrown as an Error that says where.
 */
export const parsed = (xml: string): { root: string; body: Parsed } => {
  const head =
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<(\w+) xmlns="http:\/\/soap\.sforce\.com\/2006\/04\/metadata">/.exec(
      xml,
    );
  if (!head) throw new Error(`no head: ${xml.slice(0, 120)}`);
  let at = head[0].length;
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: ${xml.slice(at, at + 60)}`);
  };
  const text = (raw: string): string => {
    if (/&(?!(amp|lt|gt|quot|apos);)|</.test(raw)) fail("a bare & or <");
    return raw
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");
  };
  const inside = (name: string): Parsed => {
    const children: { [tag: string]: Parsed[] } = {};
    const start = at;
    for (;;) {
      const next = xml.indexOf("<", at);
      if (next < 0) fail(`no end of ${name}`);
      const before = xml.slice(at, next);
      if (xml.startsWith(`</${name}>`, next)) {
        at = next + name.length + 3;
        if (Object.keys(children).length === 0) return text(xml.slice(start, next));
        if (before.trim()) fail("text beside elements");
        return children;
      }
      if (before.trim()) fail("text beside elements");
      const open = /^<(\w+)>/.exec(xml.slice(next, next + 100));
      if (!open?.[1]) {
        at = next;
        return fail("no element");
      }
      at = next + open[0].length;
      children[open[1]] = [...(children[open[1]] ?? []), inside(open[1])];
    }
  };
  const root = head[1] ?? "";
  const body = inside(root);
  if (xml.slice(at) !== "\n") fail("something after the root");
  return { root, body };
};
