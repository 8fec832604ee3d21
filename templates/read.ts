import { parseDocument } from "yaml";
import type { z } from "zod";
import { BadInput, checked } from "#domain/bad-input.ts";

/**
 * Reads one content file.
 * @throws {BadInput} one line: `templates/industries/hotel.yaml: stages[3].norm.unit: expected one of …`
 */
export const readContent = <S extends z.ZodType>(file: string, text: string, schema: S): z.output<S> => {
  // the build hands the files over as JSON, see content.vite.ts
  if (text.startsWith("{") || text.startsWith("[")) return checked(file, JSON.parse(text), schema);
  const document = parseDocument(text);
  const broken = document.errors[0];
  if (broken)
    throw new BadInput(`${file}: line ${broken.linePos?.[0].line ?? 1}: ${broken.message.split(/ at line|\n/)[0]}`);
  return checked(file, document.toJS(), schema);
};
