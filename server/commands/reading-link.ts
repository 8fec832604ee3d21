import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Links by which people without an account or a seat read the edition in force and say that they have. A link names the
 * workshop, the number of its entrance (a renewed entrance ends all links) and one person; the link that names nobody is
 * for those who are not on the list.
 */
export const openReadingLinks = (secret: string) => {
  const sign = (workshop: string, entrance: number, person: string): Buffer =>
    createHmac("sha256", secret).update(`reading:${workshop}:${entrance}:${person}`).digest();
  const partsOf = (token: string): { workshop: string; person: string; signature: Buffer } => {
    const [workshop = "", person = "", signature = ""] = token.split(".");
    return {
      workshop,
      person: Buffer.from(person, "base64url").toString(),
      signature: Buffer.from(signature, "base64url"),
    };
  };
  return {
    tokenOf: (workshop: string, entrance: number, person: string | null): string =>
      [
        workshop,
        Buffer.from(person ?? "").toString("base64url"),
        sign(workshop, entrance, person ?? "").toString("base64url"),
      ].join("."),
    /** The workshop that a token speaks of, before it is known whether the token is good. */
    workshopIn: (token: string): string => partsOf(token).workshop,
    /** Whom a good token names, null for nobody in particular; undefined for a token that is not ours. */
    personIn(token: string, workshop: string, entrance: number): string | null | undefined {
      const { person, signature, ...named } = partsOf(token);
      const own = sign(workshop, entrance, person);
      const isGood = named.workshop === workshop && signature.length === own.length && timingSafeEqual(signature, own);
      return isGood ? person || null : undefined;
    },
  };
};
export type ReadingLinks = ReturnType<typeof openReadingLinks>;
