import { createHash, randomBytes, randomInt } from "node:crypto";

/** Letters and figures that cannot be taken for each other when read from a wall: no 0 O, 1 I L. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 6;

/** A code to type in; the caller makes sure that no other workshop has it. */
export const makeJoinCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** A secret that stands in a link: 24 random bytes. */
export const makeToken = (): string => randomBytes(24).toString("base64url");

/** What is kept of a token. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
