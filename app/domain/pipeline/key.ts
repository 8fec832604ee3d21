const LETTERS = new Map(
  (
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts " +
    "ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u"
  )
    .split(" ")
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

const READABLE = /^(?=[a-z0-9-]*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const RANDOM = /^[0-9a-f]{8}-|^[0-9a-z]{16,}$/;
const LENGTH = 48;
/** Cuts after a whole word. */
const TOO_LONG = /^(?=.{49})(.{1,48})(?=-).*$/;

/** `Замер получен` → `zamer-poluchen`; empty when nothing of the text can be written in Latin letters. */
export const transliterated = (text: string): string =>
  [...text.toLowerCase().normalize("NFC")]
    .map((letter) => LETTERS.get(letter) ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .replace(TOO_LONG, "$1");

/** Gives keys within one composition: the same id always the same key, two ids of a kind never the same. */
export type Keys = (kind: string, id: string, name?: string, second?: string) => string;

/**
 * An id that a person can read is the key itself (of a path only its last part); a random one gives way to the name.
 * When a key is taken, `second` is tried before a number is added, so that numbers stay rare.
 */
export const makeKeys = (): Keys => {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (kind, id, name = id, second) => {
    const known = given.get(`${kind}:${id}`);
    if (known) return known;
    const own = id.slice(id.lastIndexOf("/") + 1);
    const wish = READABLE.test(own) && !RANDOM.test(own) && own.length <= LENGTH ? own : transliterated(name) || kind;
    const wishes = second === undefined ? [wish] : [wish, transliterated(second)];
    let key = wishes.find((candidate) => candidate && !taken.has(`${kind}:${candidate}`));
    for (let number = 2; key === undefined; number++)
      if (!taken.has(`${kind}:${wish}-${number}`)) key = `${wish}-${number}`;
    given.set(`${kind}:${id}`, key);
    taken.add(`${kind}:${key}`);
    return key;
  };
};
