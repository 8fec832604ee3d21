import type { Block, Inline } from "#domain/regulation.ts";

/** A piece of the document; what was written beside the rules is told apart from what people voted on. */
export const BlockView = ({ block }: { block: Block }) => {
  const beside = block.editorial ? "editorial" : undefined;
  switch (block.kind) {
    case "paragraph":
      return (
        <p className={[beside, block.quiet && "quiet"].filter(Boolean).join(" ") || undefined}>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a composed list never changes its order
        <li key={index}>
          <Inlines inlines={item} />
        </li>
      ));
      return block.ordered ? <ol className={beside}>{items}</ol> : <ul className={beside}>{items}</ul>;
    }
    case "table":
      return (
        // a wide table scrolls by itself and must be reachable with the keyboard
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable regions need focus
        <section className="document-view__table" aria-label={block.caption} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {block.columns.map((column) => (
                  <th key={column.name} scope="col" style={{ width: `${column.share}%` }}>
                    {column.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a composed table never changes its order
                <tr key={at}>
                  {row.map((cell, index) => (
                    <td key={block.columns[index]?.name}>
                      <Inlines inlines={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
};

const Inlines = ({ inlines }: { inlines: Inline[] }) =>
  inlines.map(({ text, bold, italic, ref }, index) => {
    const key = `${index}-${text}`;
    if (ref)
      return (
        <a key={key} href={`#${encodeURIComponent(ref)}`}>
          {text}
        </a>
      );
    if (bold) return <strong key={key}>{text}</strong>;
    return italic ? <em key={key}>{text}</em> : <span key={key}>{text}</span>;
  });
