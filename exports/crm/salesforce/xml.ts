/** What an element holds: a text, elements in this order, or the same element several times. */
export type XmlBody = {
  [tag: string]: string | number | boolean | XmlBody | readonly (string | XmlBody)[] | undefined;
};

/** Whether XML 1.0 has a place for a character: controls and halves of pairs have none. */
const isLegal = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
};

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Most texts: nothing in them is to be written otherwise. */
const PLAIN = /^[\t\n\r !#-%'-;=?-\uD7FF\uE000-\uFFFD]*$/;

export const escaped = (text: string): string =>
  PLAIN.test(text)
    ? text
    : [...text]
        .filter(isLegal)
        .map((character) => ENTITIES[character] ?? character)
        .join("");

const elements = (body: XmlBody, indent: string): string =>
  Object.entries(body)
    .flatMap(([tag, value]) =>
      Array.isArray(value) ? value.map((one) => [tag, one] as const) : [[tag, value] as const],
    )
    .map(([tag, value]) => {
      if (value === undefined) return "";
      if (typeof value === "object")
        return `${indent}<${tag}>\n${elements(value as XmlBody, `${indent}    `)}${indent}</${tag}>\n`;
      return `${indent}<${tag}>${escaped(String(value))}</${tag}>\n`;
    })
    .join("");

/** A file of the Metadata API, written as Salesforce writes it: four spaces, an element a line, no attributes. */
export const metadata = (root: string, body: XmlBody): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${elements(body, "    ")}</${root}>\n`;
