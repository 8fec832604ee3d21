import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { deviceStorage } from "./device-storage.ts";

const KEY = "reglament.signal";
const BUZZ_MS = [60, 60, 60];
const TONE = { hertz: 660, seconds: 0.12, loudness: 0.08 } as const;

const storage = deviceStorage();
const listeners = new Set<() => void>();

/** A short buzz where the device can, and a soft tone. A browser that forbids either stays silent. */
const give = (): void => {
  try {
    navigator.vibrate?.(BUZZ_MS);
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.frequency.value = TONE.hertz;
    loudness.gain.value = TONE.loudness;
    tone.connect(loudness).connect(audio.destination);
    tone.onended = () => void audio.close();
    tone.start();
    tone.stop(audio.currentTime + TONE.seconds);
  } catch {
    // a device without sound loses nothing that is not on the screen
  }
};

/** Whether this device gives a signal when there is something new to do; off until somebody wishes it. */
export const useSignalWish = (): [boolean, (on: boolean) => void] => {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => storage.getItem(KEY) === "on",
    () => false,
  );
  const set = useCallback((next: boolean) => {
    if (next) storage.setItem(KEY, "on");
    else storage.removeItem(KEY);
    if (next) give();
    for (const listener of listeners) listener();
  }, []);
  return [on, set];
};

/** Gives the signal, if it is wished, whenever `step` becomes another one. */
export const useSignal = (step: string): void => {
  const [on] = useSignalWish();
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    if (on) give();
  }, [step, on]);
};
