/** Where a text stops being JSON, counted from 1, and what would have been JSON there. */
export type Break = {
  line: number;
  column: number;
  expected: "value" | "key" | "colon" | "comma" | "end";
  found: string;
};

const SPACE = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds the first place that is not JSON. `JSON.parse` names it in words that differ from Node to Node, and not always.
 * Call it on a text that `JSON.parse` has refused.
 */
export const brokenAt = (text: string): Break => {
  const open: ("{" | "[")[] = [];
  let at = 0;
  let expected: Break["expected"] = "value";
  let first = false;
  const eat = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null && found[0] !== "";
  };
  const close = () => {
    at++;
    open.pop();
    first = false;
    expected = open.length > 0 ? "comma" : "end";
  };
  for (;;) {
    eat(SPACE);
    const next = text[at];
    if (next === undefined) break;
    if (first && next === (open.at(-1) === "{" ? "}" : "]")) close();
    else if (expected === "value" && (next === "{" || next === "[")) {
      at++;
      open.push(next);
      first = true;
      expected = next === "{" ? "key" : "value";
    } else if (expected === "value" && (next === '"' ? eat(STRING) : eat(PLAIN))) {
      first = false;
      expected = open.length > 0 ? "comma" : "end";
    } else if (expected === "key" && next === '"' && eat(STRING)) {
      first = false;
      expected = "colon";
    } else if (expected === "colon" && next === ":") {
      at++;
      expected = "value";
    } else if (expected === "comma" && next === ",") {
      at++;
      expected = open.at(-1) === "{" ? "key" : "value";
    } else if (expected === "comma" && next === (open.at(-1) === "{" ? "}" : "]")) close();
    else break;
  }
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  return { line, column: at - before.lastIndexOf("\n"), expected, found: text.slice(at, at + 1) };
};
