/**
 * Why a socket was closed. y-websocket 3.1 comes back after every code except 4400–4499; the feed's client keeps to the
 * same rule.
 */
export const CLOSE = {
  malformed: 4400,
  signedOut: 4401,
  notAllowed: 4403,
  gone: 4404,
  tooLarge: 4413,
  failed: 4500,
  stopping: 4503,
  crowded: 4508,
  tooFast: 4529,
} as const;

export type CloseCode = number;
