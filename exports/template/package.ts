import { Unzip, UnzipInflate } from "fflate";
import type { Bilingual } from "#domain/language.ts";

/** A file that cannot be a template; `why` is one line for a person. */
export class TemplateRefused extends Error {
  override name = "TemplateRefused";
  readonly reason: Reason;
  readonly why: Bilingual;
  constructor(reason: Reason) {
    super(REASONS[reason].en);
    this.reason = reason;
    this.why = REASONS[reason];
  }
}

const MEGABYTE = 1024 * 1024;
export const MOST_PACKED = 10 * MEGABYTE;
const MOST_UNPACKED = 60 * MEGABYTE;
const MOST_PARTS = 2000;
/** Small steps: one of them can grow a thousandfold before its size is known. */
const STEP = 16 * 1024;

const REASONS = {
  empty: {
    ru: "Файл пуст. Выберите шаблон в формате .docx.",
    en: "The file is empty. Choose a template in the .docx format.",
  },
  large: {
    ru: `Файл больше ${MOST_PACKED / MEGABYTE} МБ. Уменьшите картинки в шаблоне и загрузите его снова.`,
    en: `The file is larger than ${MOST_PACKED / MEGABYTE} MB. Make the pictures in it smaller and try again.`,
  },
  old: {
    ru: "Это файл старого Word (.doc) или файл с паролем. Сохраните шаблон как .docx без пароля.",
    en: "This is a file of old Word (.doc) or one with a password. Save the template as .docx without a password.",
  },
  other: {
    ru: "Это не документ Word. Выберите шаблон в формате .docx.",
    en: "This is not a Word document. Choose a template in the .docx format.",
  },
  broken: {
    ru: "Файл повреждён: архив не читается. Сохраните шаблон в Word ещё раз.",
    en: "The file is damaged: its archive cannot be read. Save the template in Word once more.",
  },
  bomb: {
    ru: `Файл распаковывается больше чем в ${MOST_UNPACKED / MEGABYTE} МБ. Такой шаблон не принимаем.`,
    en: `The file unpacks to more than ${MOST_UNPACKED / MEGABYTE} MB. Such a template is not accepted.`,
  },
  macros: {
    ru: "В файле есть макросы. Сохраните шаблон как .docx: в этом формате их нет.",
    en: "The file holds macros. Save the template as .docx: that format has none.",
  },
} satisfies Record<string, Bilingual>;

type Reason = keyof typeof REASONS;
/** What a reason says to a person; null when there is none of that name. */
export const reasonOf = (name: string): Bilingual | null =>
  Object.hasOwn(REASONS, name) ? REASONS[name as Reason] : null;
export const refused = (reason: Reason): TemplateRefused => new TemplateRefused(reason);

/**
 * The parts of a Word file by their names. What the archive says of its sizes is not believed: unpacking stops when more has
 * come out than may.
 * @throws {TemplateRefused}
 */
export const openPackage = (bytes: Uint8Array): Record<string, Uint8Array> => {
  if (bytes.length === 0) throw refused("empty");
  if (bytes.length > MOST_PACKED) throw refused("large");
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw refused("old");
  if (!starts(0x50, 0x4b)) throw refused("other");
  const parts = unpacked(bytes);
  const types = new TextDecoder().decode(parts["[Content_Types].xml"]);
  if (Object.keys(parts).some((name) => /vbaProject\.bin$|vbaData\.xml$/i.test(name)) || /macroEnabled/i.test(types))
    throw refused("macros");
  if (!parts["word/document.xml"] || !types) throw refused("other");
  return parts;
};

const unpacked = (bytes: Uint8Array): Record<string, Uint8Array> => {
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  let seen = 0;
  let opened = 0;
  const unzip = new Unzip((file) => {
    if (++seen > MOST_PARTS) throw refused("bomb");
    if (file.name.endsWith("/")) return;
    // a name that leaves the package is nobody's part
    if (file.name.includes("..") || file.name.startsWith("/")) throw refused("broken");
    const chunks: Uint8Array[] = [];
    opened++;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      total += chunk.length;
      if (total > MOST_UNPACKED) throw refused("bomb");
      chunks.push(chunk);
      if (!isLast) return;
      opened--;
      parts[file.name] = new Uint8Array(Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    throw error instanceof TemplateRefused ? error : refused("broken");
  }
  if (opened > 0 || seen === 0) throw refused("broken");
  return parts;
};
