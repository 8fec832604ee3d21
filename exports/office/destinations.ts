/** What is read is 7-bit; every byte becomes one character, so that places in the text are places in the file. */
const textOf = (pdf: Uint8Array): string => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");

/** LibreOffice writes what is not a letter or a digit as its code: `5FToc1` is `_Toc1`. */
const nameOf = (written: string): string => written.replace(/^#?5F/, "_");

/** The page, counted from 1, on which each named destination of a PDF stands; null when it is not written plainly. */
export const destinationPages = (pdf: Uint8Array): { pages: ReadonlyMap<string, number>; total: number } | null => {
  const text = textOf(pdf);
  const kids = /\/Type\s*\/Pages\b[^>]*?\/Kids\s*\[([^\]]*)\]/.exec(text)?.[1];
  const object = /\/Dests (\d+) 0 R/.exec(text)?.[1];
  if (!kids || !object) return null;
  const order = new Map([...kids.matchAll(/(\d+) 0 R/g)].map(([, id], index) => [id, index + 1] as const));
  const begin = text.indexOf(`\n${object} 0 obj`);
  const dictionary = begin < 0 ? "" : text.slice(begin, text.indexOf("endobj", begin));
  const pages = new Map<string, number>();
  for (const [, name = "", id = ""] of dictionary.matchAll(/\/?([^\s/[<>]+)\s*\[(\d+) 0 R\/XYZ/g)) {
    const page = order.get(id);
    if (page !== undefined) pages.set(nameOf(name), page);
  }
  return pages.size === 0 ? null : { pages, total: order.size };
};

/**
 * Is it set in Times New Roman, or in a free font that is as wide? Where a machine has none of them, its pages are not the
 * pages that others will see.
 */
export const isSetAsWide = (pdf: Uint8Array): boolean =>
  /\/BaseFont\/[A-Z]{6}\+(LiberationSerif|TimesNewRoman|Tinos)/.test(textOf(pdf));
