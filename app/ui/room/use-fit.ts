import { useEffect, useRef } from "react";

/** Parts of the full size of the text, tried one after the other. */
const STEPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.54];
/** From here on a long idea gets fewer lines. */
const TIGHT = 0.76;

/**
 * Nobody scrolls a wall: the text of the element grows smaller, step by step, until all of it fits the height. The size is
 * given to the stylesheet as `--fit` (1 is full), the lines that one idea may take as `--lines`.
 */
export const useFit = <E extends HTMLElement>() => {
  const ref = useRef<E>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const fit = () => {
      for (const step of STEPS) {
        element.style.setProperty("--fit", `${step}`);
        element.style.setProperty("--lines", step > TIGHT ? "6" : "4");
        if (element.scrollHeight <= element.clientHeight + 1) return;
      }
    };
    const resized = new ResizeObserver(fit);
    resized.observe(element);
    // attributes are left out: the size that is set here is one
    const changed = new MutationObserver(fit);
    changed.observe(element, { childList: true, characterData: true, subtree: true });
    document.fonts.ready.then(fit);
    return () => {
      resized.disconnect();
      changed.disconnect();
    };
  }, []);
  return ref;
};
