/** Recommended length of STATUS_ID in a pipeline of its own, before the portal puts `C<id>:` in front of it. */
const STATUS_LENGTH = 14;
/** FIELD_NAME without the prefix `UF_CRM_`. */
const FIELD_LENGTH = 43;

const codeOf = (key: string, length: number): string => key.replaceAll("-", "_").toUpperCase().slice(0, length);

/** Codes of this length for these keys, each its own; the same keys in the same order give the same codes. */
const codes = (keys: readonly string[], length: number): Map<string, string> => {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys) {
    let code = codeOf(key, length);
    for (let number = 2; taken.has(code); number++)
      code = `${codeOf(key, length - String(number).length - 1)}_${number}`;
    taken.add(code);
    given.set(key, code);
  }
  return given;
};

export const statusCodes = (keys: readonly string[]): Map<string, string> => codes(keys, STATUS_LENGTH);
export const fieldCodes = (keys: readonly string[]): Map<string, string> => codes(keys, FIELD_LENGTH);
