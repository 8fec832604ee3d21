import type { Regulation, SectionItem } from "#domain/regulation.ts";
import { Paper } from "#ui/primitives/paper.tsx";
import { BlockView } from "./blocks.tsx";
import { type ClauseState, ClauseView } from "./clause.tsx";
import type { Tools } from "./clause-tools.tsx";
import { Contents } from "./contents.tsx";
import "./document-view.css";

/** What the page knows beside the text; without it the paper is only read. */
export type Reading = Tools & { states: Record<string, ClauseState> };

/** The regulation as a page of paper, with its contents beside it; each clause opens the decision behind it. */
export const DocumentView = ({ regulation, reading }: { regulation: Regulation; reading: Reading | null }) => (
  <div className="document-view">
    <Contents regulation={regulation} />
    <main>
      <Paper>
        <Stamps stamps={regulation.front.stamps} />
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
        {regulation.preface.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a composed text never changes its order
          <BlockView key={index} block={block} />
        ))}
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
                  <Item key={keyOf(item, index)} item={item} reading={reading} />
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

/** Who has approved and agreed; on the screen there is nothing to sign by hand. */
const Stamps = ({ stamps }: { stamps: Regulation["front"]["stamps"] }) => (
  <div className="document-view__stamps">
    {stamps.flatMap(({ as, isSigned, lines: [word, ...lines] }) =>
      isSigned ? (
        <p key={as}>
          <strong>{word}</strong>
          {lines.map((text) => (
            <span key={text}>{text}</span>
          ))}
        </p>
      ) : (
        []
      ),
    )}
  </div>
);

const keyOf = (item: SectionItem, index: number) => ("id" in item ? item.id : `${item.kind}-${index}`);

const Item = ({ item, reading }: { item: SectionItem; reading: Reading | null }) => {
  if (item.kind === "stage") return <h4 className="document-view__stage">{item.text}</h4>;
  if (item.kind !== "clause") return <BlockView block={item} />;
  return <ClauseView clause={item} state={reading?.states[item.id]} tools={reading} />;
};
