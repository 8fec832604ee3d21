const addresses = new WeakMap<Request, string>();

/** Where a request came from; behind a proxy of ours it is the last address that the proxy added. */
export const rememberAddress = (request: Request, socketAddress: string | undefined, isBehindProxy: boolean): void => {
  const forwarded = isBehindProxy ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  addresses.set(request, forwarded || socketAddress || "unknown");
};

export const addressOf = (request: Request): string => addresses.get(request) ?? "unknown";
