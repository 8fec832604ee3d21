import { Unreadable } from "./unreadable.ts";

/** What is told of an XML text, in its order. Names of WordprocessingML begin with `w:` whatever prefix the file uses. */
export type Listener = {
  open: (name: string, attribute: (name: string) => string | undefined) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

const WORD = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
/** Stands for every other namespace, so that nobody's own `w:p` is taken for Word's. */
const OTHER = "other:";
const DEEPEST = 256;

const TAG = /<(\/?)([^\s<>/="']+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s<>/="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.includes("&")
    ? text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
        if (name) return NAMED[name.toLowerCase()] ?? whole;
        const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
      })
    : text;

/**
 * Reads XML from the beginning to the end, once, without building a tree. It does what Word files need and nothing that
 * an attacker could use: a document type is refused, so there are no entities but the five of XML and characters by
 * number, and nothing is ever fetched.
 * @throws {Unreadable} broken: what is not well-formed, has a document type, or is nested deeper than any document
 */
export const readXml = (xml: string, listener: Listener): void => {
  const open: { name: string; as: string; prefixes: ReadonlyMap<string, string> }[] = [];
  const jump = (end: string, from: number): number => {
    const found = xml.indexOf(end, from);
    if (found < 0) throw broken();
    return found + end.length;
  };
  let at = xml.startsWith("\ufeff") ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    if (next !== at) {
      const text = xml.slice(at, next < 0 ? xml.length : next);
      if (open.length > 0) listener.text(decoded(text));
      else if (text.trim() !== "") throw broken();
      if (next < 0) break;
      at = next;
    }
    if (xml.startsWith("<!--", at)) at = jump("-->", at + 4);
    else if (xml.startsWith("<?", at)) at = jump("?>", at + 2);
    else if (xml.startsWith("<![CDATA[", at)) {
      const end = jump("]]>", at);
      listener.text(xml.slice(at + 9, end - 3));
      at = end;
    } else {
      TAG.lastIndex = at;
      const tag = TAG.exec(xml);
      if (!tag) throw broken();
      at = TAG.lastIndex;
      const [, closing, name = "", attributes = "", empty] = tag;
      if (closing) {
        const last = open.pop();
        if (last?.name !== name) throw broken();
        listener.close(last.as);
        continue;
      }
      if (open.length >= DEEPEST) throw broken();
      const prefixes = prefixesOf(attributes, open.at(-1)?.prefixes ?? new Map());
      const as = known(name, prefixes);
      listener.open(as, (wanted) => attributeOf(attributes, wanted, prefixes));
      if (empty) listener.close(as);
      else open.push({ name, as, prefixes });
    }
  }
  if (open.length > 0) throw broken();
};

const broken = () => new Unreadable("broken", "expected a Word file, its XML is not well-formed");

const prefixesOf = (attributes: string, above: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  if (!attributes.includes("xmlns")) return above;
  const own = new Map(above);
  for (const [, name = "", double, single] of attributes.matchAll(ATTRIBUTE)) {
    const uri = double ?? single ?? "";
    if (!/^xmlns(:|$)/.test(name)) continue;
    own.set(name.slice(6), WORD.has(uri) ? "w:" : uri === COMPATIBILITY ? "mc:" : OTHER);
  }
  return own;
};

const known = (name: string, prefixes: ReadonlyMap<string, string>): string => {
  const colon = name.indexOf(":");
  const meant = prefixes.get(colon < 0 ? "" : name.slice(0, colon));
  return meant ? meant + name.slice(colon + 1) : name;
};

const attributeOf = (attributes: string, wanted: string, prefixes: ReadonlyMap<string, string>): string | undefined => {
  for (const [, name = "", double, single] of attributes.matchAll(ATTRIBUTE))
    if (name === wanted || known(name, prefixes) === wanted) return decoded(double ?? single ?? "");
  return undefined;
};
