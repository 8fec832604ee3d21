import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { z } from "zod";

/** Who a participant's browser is. The key is in the cookie only; the server never keeps it. */
export type Seat = { participantId: string; deviceKey: Buffer };

const MONTH_SECONDS = 30 * 24 * 3600;
const Kept = z.strictObject({ p: z.string().min(1), k: z.string().min(1) });

type Asking = Request | IncomingMessage;

const cookieHeader = (request: Asking): string =>
  (request.headers instanceof Headers ? request.headers.get("cookie") : request.headers.cookie) ?? "";

const cookieOf = (request: Asking, name: string): string | undefined =>
  cookieHeader(request)
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * A mark that ties a sealed idea, an open ballot or an objection to the device that made it. Whoever has the database
 * but not the cookie cannot compute it, so the database alone ties nothing to a person.
 */
export const tagOf = (deviceKey: Buffer, what: string): string =>
  createHmac("sha256", deviceKey).update(what).digest("base64url");

/** Seats in workshops as signed cookies; `secure` when people come over TLS. */
export const openSeats = ({ secret, secure }: { secret: string; secure: boolean }) => {
  const sign = (workshop: string, body: string): Buffer =>
    createHmac("sha256", secret).update(`seat:${workshop}:${body}`).digest();
  const line = (name: string, value: string): string =>
    [
      `${name}=${value}`,
      "Path=/",
      `Max-Age=${MONTH_SECONDS}`,
      "HttpOnly",
      "SameSite=Lax",
      ...(secure ? ["Secure"] : []),
    ].join("; ");
  const made = (workshop: string, participantId: string): string => {
    const body = Buffer.from(JSON.stringify({ p: participantId, k: randomBytes(32).toString("base64url") })).toString(
      "base64url",
    );
    return `${body}.${sign(workshop, body).toString("base64url")}`;
  };
  const read = (value: string | undefined, workshop: string): Seat | null => {
    const [body, signature] = (value ?? "").split(".");
    if (!body || !signature) return null;
    const given = Buffer.from(signature, "base64url");
    const own = sign(workshop, body);
    if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
    const kept = Kept.safeParse(JSON.parse(Buffer.from(body, "base64url").toString()));
    return kept.success ? { participantId: kept.data.p, deviceKey: Buffer.from(kept.data.k, "base64url") } : null;
  };
  return {
    /**
     * The Set-Cookie lines that seat a person in this browser. Each person who sat here before has the same device key
     * again, so that a phone which is passed around knows everybody's own things.
     */
    issueSeat(request: Asking, workshop: string, participantId: string): string[] {
      const name = `seat-${workshop}-${participantId}`;
      const before = cookieOf(request, name);
      const value =
        before !== undefined && read(before, workshop)?.participantId === participantId
          ? before
          : made(workshop, participantId);
      return [line(`seat-${workshop}`, value), line(name, value)];
    },
    /** The seat that a request carries for a workshop; null without one or when the signature is not ours. */
    seatOf: (request: Asking, workshop: string): Seat | null => read(cookieOf(request, `seat-${workshop}`), workshop),
  };
};
export type Seats = ReturnType<typeof openSeats>;
