import type { Block, Inline, Regulation, SectionItem } from "#domain/regulation.ts";
import { Paper } from "#ui/primitives/paper.tsx";
import { AdoptionMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";
import "./document-view.css";

/** The regulation as a page of paper, with its contents beside it; each clause says how it was adopted. */
export const DocumentView = ({ regulation }: { regulation: Regulation }) => {
  const { t } = useWords();
  return (
    <div className="document-view">
      <nav className="document-view__contents" aria-label={t("document.contents")}>
        <ol>
          {regulation.parts.map((part) => (
            <li key={part.id}>
              <a href={`#part-${part.id}`}>{part.title}</a>
              <ol>
                {part.sections.map((section) => (
                  <li key={section.id} className={section.isAgreed ? undefined : "document-view__open"}>
                    <a href={`#${section.id}`}>
                      <span className="figures">{section.number}</span> {section.title}
                    </a>
                  </li>
                ))}
              </ol>
            </li>
          ))}
          {regulation.annexes.map((annex) => (
            <li key={annex.id}>
              <a href={`#annex-${annex.id}`}>
                {annex.letter}. {annex.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <main>
        <Paper>
          <p className="document-view__company">{regulation.company}</p>
          <h1>{regulation.title}</h1>
          <dl className="document-view__facts">
            {regulation.front.facts.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {regulation.parts.map((part) => (
            <section key={part.id} id={`part-${part.id}`}>
              <h2>
                {part.number === null ? "" : `${part.number}. `}
                {part.title}
              </h2>
              {part.sections.map((section) => (
                <section key={section.id} id={section.id}>
                  <h3>
                    {section.number} {section.title}
                  </h3>
                  {section.items.map((item, index) => (
                    <Item key={keyOf(item, index)} item={item} />
                  ))}
                </section>
              ))}
            </section>
          ))}
          {regulation.annexes.map((annex) => (
            <section key={annex.id} id={`annex-${annex.id}`}>
              <h2>
                {annex.letter}. {annex.title}
              </h2>
              {annex.items.map((block, index) => (
                <BlockView key={keyOf(block, index)} block={block} />
              ))}
            </section>
          ))}
        </Paper>
      </main>
    </div>
  );
};

const keyOf = (item: SectionItem, index: number) => ("id" in item ? item.id : `${item.kind}-${index}`);

const Item = ({ item }: { item: SectionItem }) => {
  if (item.kind === "stage") return <h4 className="document-view__stage">{item.text}</h4>;
  if (item.kind !== "clause") return <BlockView block={item} />;
  return (
    <div className="clause" id={item.id}>
      <a className="clause__number figures" href={`#${encodeURIComponent(item.id)}`}>
        {item.number}
      </a>
      <div className="clause__text">
        {item.blocks.map((block, index) => (
          <BlockView key={keyOf(block, index)} block={block} />
        ))}
        <p className="clause__status">
          <AdoptionMark adoption={item.adoption} />
          <span className="quiet">
            {item.status} · {item.rule}, v{item.version}
          </span>
        </p>
      </div>
    </div>
  );
};

const BlockView = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case "paragraph":
      return (
        <p className={block.quiet ? "quiet" : undefined}>
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
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
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
