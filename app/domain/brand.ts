import { z } from "zod";

/** A picture as a data address, PNG or JPEG; 200 kB of it is plenty for a logo on paper. */
const Logo = z
  .string()
  .max(280_000)
  .regex(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/, "a PNG or JPEG picture");
const Colour = z.string().regex(/^#[0-9a-f]{6}$/, "a colour such as #1f5c4a");

/** How the company looks on paper. Whatever is left out is plain black. */
export const Brand = z.strictObject({ colour: Colour.optional(), logo: Logo.optional() });
export type Brand = z.infer<typeof Brand>;

/** The contrast of WCAG 2.2 (1.4.3) against white paper; headings want at least 4.5. */
export const contrastOnPaper = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
};
export const READABLE = 4.5;
