import { createHmac, timingSafeEqual } from "node:crypto";

/** Links for projectors. A link names the workshop and the number of its screen, so a renewed link ends it. */
export const openProjectorLinks = (secret: string) => {
  const sign = (workshop: string, screen: number): Buffer =>
    createHmac("sha256", secret).update(`projector:${workshop}:${screen}`).digest();
  return {
    tokenOf: (workshop: string, screen: number): string =>
      `${workshop}.${sign(workshop, screen).toString("base64url")}`,
    /** The workshop that a token speaks of, before it is known whether the token is good. */
    workshopIn: (token: string): string => token.split(".")[0] ?? "",
    isGood(token: string, workshop: string, screen: number): boolean {
      const given = Buffer.from(token.split(".")[1] ?? "", "base64url");
      const own = sign(workshop, screen);
      return given.length === own.length && timingSafeEqual(given, own);
    },
  };
};
export type ProjectorLinks = ReturnType<typeof openProjectorLinks>;
