import { networkInterfaces } from "node:os";

/** This machine's addresses in its networks, as a phone in the room can type them. */
export const networkAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);

/**
 * The origin that a QR code should lead to. A facilitator who works under `localhost` would hand out a link that leads
 * every phone to itself; where the server listens in the network, its first address there is given instead.
 */
export const reachableOrigin = (origin: string, host: string, addresses = networkAddresses()): string => {
  const url = new URL(origin);
  const [address] = addresses;
  const listensEverywhere = host === "0.0.0.0" || host === "::";
  if (!isLoopback(url.hostname) || !listensEverywhere || !address) return url.origin;
  url.hostname = address;
  return url.origin;
};
