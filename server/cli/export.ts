import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { say as inLanguage } from "#domain/language.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { composeRegulation } from "#domain/regulation.ts";
import { PROFILES } from "#exports/docx/profile.ts";
import { formats, makeFiles, NotMade } from "#exports/index.ts";
import { sealOf, signedOf } from "#exports/seal.ts";
import { fillTemplate, MOST_PACKED, PLACEHOLDERS, preflight, TemplateRefused } from "#exports/template/index.ts";
import { catalogue } from "#templates";
import { publicAddress } from "../env.ts";
import type { Call } from "./call.ts";
import { Refused } from "./refused.ts";
import { readWorkshop } from "./workshop-input.ts";

/** Writes the files of a workshop into a folder: the same bytes that the browser downloads, and report.json. */
export const exportFiles = async (call: Call): Promise<number> => {
  const { words, options, say, asked, out } = call;
  const folder = typeof options.out === "string" ? options.out : "";
  if (!folder) throw new Refused({ where: "--out", expected: say.optionValue, got: say.nothing });
  const wanted = wantedFormats(call);
  const address = publicAddress(call.env);
  const profile = oneOf(call, "profile", PROFILES);
  const between = editionsOf(call);
  const record = await readWorkshop(words[0] ?? "", call);
  const unwritable = (file: string) => (error: NodeJS.ErrnoException) => {
    throw new Refused({ where: file, expected: say.writable, got: say.unwritable(error.code ?? error.message) });
  };
  const own = await ownTemplate(call, record, address);
  await mkdir(folder, { recursive: true }).catch(unwritable(folder));
  const files = await makeFiles(record, catalogue, asked ?? record.workshop.language, {
    address,
    wanted,
    profile,
    between,
  }).catch((error: unknown) => {
    if (!(error instanceof NotMade)) throw error;
    throw new Refused({ where: error.file, expected: say.makeable, got: inLanguage(error.why, call.language) });
  });
  for (const { name, bytes } of [...files, ...own]) {
    const file = path.join(folder, name);
    await writeFile(file, bytes).catch(unwritable(file));
    await out(`${say.written(file)}\n`);
  }
  return 0;
};

const oneOf = <T extends string>({ options, say }: Call, name: string, known: readonly T[]): T | undefined => {
  const given = options[name];
  const found = known.find((one) => one === given);
  if (given !== undefined && !found)
    throw new Refused({ where: `--${name}`, expected: say.oneOf(known.join(", ")), got: String(given) });
  return found;
};

/** `--template company.docx`: the regulation in the company's own file, `instruction-company.docx`. */
const ownTemplate = async (call: Call, record: WorkshopRecord, address: string | null) => {
  const { options, say, language } = call;
  if (typeof options.template !== "string") return [];
  const file = options.template;
  const size = await stat(file).then(
    (found) => found.size,
    () => {
      throw new Refused({ where: file, expected: say.noFile, got: say.noFileGot });
    },
  );
  try {
    if (size > MOST_PACKED)
      throw new Refused({
        where: file,
        expected: say.atMost(MOST_PACKED / 1e6),
        got: say.megabytes(Math.round(size / 1e6)),
      });
    const template = new Uint8Array(await readFile(file));
    const found = preflight(template);
    const first = [
      ...found.missing.map((name) => ({ expected: `{{${name}}}`, got: say.nothing })),
      ...found.unknown.map((name) => ({
        expected: say.oneOf(Object.keys(PLACEHOLDERS).join(", ")),
        got: `{{${name}}}`,
      })),
      ...found.misplaced.map((name) => ({ expected: say.ownParagraph(name), got: say.other })),
    ][0];
    if (first) throw new Refused({ where: file, ...first });
    const regulation = composeRegulation(signedOf(record), catalogue, call.asked ?? record.workshop.language);
    return [
      { name: "instruction-company.docx", bytes: await fillTemplate(template, regulation, sealOf(record, address)) },
    ];
  } catch (error) {
    if (!(error instanceof TemplateRefused)) throw error;
    throw new Refused({ where: file, expected: say.template, got: inLanguage(error.why, language) });
  }
};

/** `--between 1,3`: the editions that redline.docx compares. */
const editionsOf = ({ options, say }: Call): [number, number] | undefined => {
  const given = options.between;
  if (given === undefined) return undefined;
  const [, from, to] = /^(\d{1,4}),(\d{1,4})$/.exec(String(given)) ?? [];
  if (!from || !to) throw new Refused({ where: "--between", expected: say.twoEditions, got: String(given) });
  return [Number(from), Number(to)];
};

const wantedFormats = ({ options, say }: Call): string[] | undefined => {
  const known = formats.map(({ name }) => name);
  if (typeof options.formats !== "string") return undefined;
  const wanted = options.formats.split(",").map((name) => name.trim());
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Refused({ where: "--formats", expected: say.oneOf(known.join(", ")), got: unknown || say.nothing });
  return known.filter((name) => wanted.includes(name));
};
