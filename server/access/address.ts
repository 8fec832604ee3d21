import { BlockList, isIPv6 } from "node:net";

/** Where a proxy of ours can stand: on this machine or in its own network. */
const near = new BlockList();
for (const [network, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  near.addSubnet(network, prefix);
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");

const isNear = (address: string): boolean => near.check(address, isIPv6(address) ? "ipv6" : "ipv4");

const addresses = new WeakMap<Request, string>();

/**
 * Remembers where a request came from. Behind a proxy it is the last address that the proxy added; what a stranger
 * claims in that header without a proxy counts for nothing.
 */
export const rememberAddress = (request: Request, socketAddress: string, isBehindProxy: boolean): void => {
  const forwarded = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  addresses.set(request, (isBehindProxy && isNear(socketAddress) && forwarded) || socketAddress);
};

export const addressOf = (request: Request): string => addresses.get(request) ?? "unknown";
