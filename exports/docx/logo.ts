/** A logo as Word takes it: its bytes, its kind, its sides in pixels of 96 to the inch. */
export type Logo = { data: Uint8Array; type: "png" | "jpg"; width: number; height: number };

/** The most room that a logo gets on the first sheet: 60 by 22 mm. */
const ROOM = { width: 227, height: 83 };

/** Reads a data address; null when there is no picture in it whose size is known. */
export const logoOf = (address: string | undefined): Logo | null => {
  const [, kind, base64] = /^data:image\/(png|jpeg);base64,(.+)$/.exec(address ?? "") ?? [];
  if (!kind || !base64) return null;
  const data = new Uint8Array(Buffer.from(base64, "base64"));
  const size = kind === "png" ? pngSize(data) : jpegSize(data);
  if (!size || size.width === 0 || size.height === 0) return null;
  const scale = Math.min(ROOM.width / size.width, ROOM.height / size.height);
  return {
    data,
    type: kind === "png" ? "png" : "jpg",
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
};

type Size = { width: number; height: number };

/** Width and height open the first chunk (PNG 11.2.2). */
const pngSize = (data: Uint8Array): Size | null => {
  const isPng = data.length > 24 && [0x89, 0x50, 0x4e, 0x47].every((byte, at) => data[at] === byte);
  if (!isPng) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

/** Height and width stand in the frame header, SOF0 to SOF15 but for the tables among them (JPEG B.2.2). */
const jpegSize = (data: Uint8Array): Size | null => {
  if (data[0] !== 0xff || data[1] !== 0xd8) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; ) {
    const marker = data[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
};
