/** Colours that stages get where a team chose none: calm for work, green for won, grey for lost, sand for what waits. */
export const WORK_COLOURS = ["#98cbff", "#c1e0ff", "#ccc8f9", "#f3beff", "#ffdc7f", "#ffce5a", "#deff81", "#87f2c0"];
export const WON_COLOUR = "#7bd500";
export const LOST_COLOUR = "#ff5752";
export const WAITING_COLOUR = "#e6e8ea";

const channels = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** The colour of a palette that looks most like this one: least distance in RGB with the eye's weights (ITU-R BT.601). */
export const nearest = (hex: string, palette: readonly string[]): string => {
  const [r, g, b] = channels(hex);
  const distance = (other: string) => {
    const [or, og, ob] = channels(other);
    return 0.299 * (r - or) ** 2 + 0.587 * (g - og) ** 2 + 0.114 * (b - ob) ** 2;
  };
  return palette.reduce((best, colour) => (distance(colour) < distance(best) ? colour : best), palette[0] ?? hex);
};
