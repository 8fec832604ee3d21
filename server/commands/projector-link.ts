import { createHmac, timingSafeEqual } from "node:crypto";

/** Links for projectors. A link names the workshop and the number of its entrance, so a renewed entrance ends it. */
export const openProjectorLinks = (secret: string) => {
  const sign = (workshop: string, entrance: number): Buffer =>
    createHmac("sha256", secret).update(`projector:${workshop}:${entrance}`).digest();
  return {
    tokenOf: (workshop: string, entrance: number): string =>
      `${workshop}.${sign(workshop, entrance).toString("base64url")}`,
    /** The workshop that a token speaks of, before it is known whether the token is good. */
    workshopIn: (token: string): string => token.split(".")[0] ?? "",
    isGood(token: string, workshop: string, entrance: number): boolean {
      const given = Buffer.from(token.split(".")[1] ?? "", "base64url");
      const own = sign(workshop, entrance);
      return given.length === own.length && timingSafeEqual(given, own);
    },
  };
};
export type ProjectorLinks = ReturnType<typeof openProjectorLinks>;
