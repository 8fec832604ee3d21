import { strToU8, zlibSync } from "fflate";
import { encode } from "uqr";

/** Pixels to a module: sharp on paper at three centimetres. */
const SCALE = 8;

/** A QR code as a PNG of one bit a pixel, with the quiet border of four modules that the standard asks for. */
export const qrPicture = (text: string): Uint8Array => {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const side = size * SCALE;
  const stride = Math.ceil(side / 8) + 1;
  const pixels = new Uint8Array(stride * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const isDark = data[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)];
      const at = y * stride + 1 + (x >> 3);
      if (!isDark) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7));
    }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  // one bit of grey a pixel, nothing interlaced (PNG 11.2.2)
  head.set([1, 0, 0, 0, 0], 8);
  const parts = [chunk("IHDR", head), chunk("IDAT", zlibSync(pixels, { level: 9 })), chunk("IEND", new Uint8Array())];
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...parts.flatMap((part) => [...part])]);
};

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(strToU8(name), 4);
  out.set(data, 8);
  view.setUint32(8 + data.length, checksum(out.subarray(4, 8 + data.length)));
  return out;
};

const checksum = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
};
