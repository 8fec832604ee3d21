/** Calls back when there is reason to hope for a connection: the network is back, or somebody looks at the page again. */
export const onWaking = (wake: () => void): (() => void) => {
  if (typeof window === "undefined") return () => undefined;
  const onVisible = () => {
    if (document.visibilityState === "visible") wake();
  };
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", onVisible);
  };
};

/** Milliseconds to wait after the given number of failures: doubling up to `longest`, spread so that crowds do not come at once. */
export const backOff = (failures: number, first: number, longest: number): number =>
  Math.min(longest, first * 2 ** failures) * (0.5 + Math.random() / 2);
