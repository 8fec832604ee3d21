import type { Block, Wording } from "#domain/wording.ts";

type Run = { kind: Block["kind"]; blocks: Block[] };

/** A wording as text, lists as lists. */
export const WordingView = ({ wording }: { wording: Wording }) => {
  const runs: Run[] = [];
  for (const block of wording) {
    const last = runs.at(-1);
    if (last && last.kind === block.kind && block.kind !== "paragraph") last.blocks.push(block);
    else runs.push({ kind: block.kind, blocks: [block] });
  }
  return (
    <div className="wording">
      {runs.map((run, at) => {
        const items = run.blocks.map((block, index) => <li key={keyed(block, index)}>{spans(block)}</li>);
        const key = keyed(run.blocks[0], at);
        if (run.kind === "bullet") return <ul key={key}>{items}</ul>;
        if (run.kind === "numbered") return <ol key={key}>{items}</ol>;
        return <p key={key}>{run.blocks[0] && spans(run.blocks[0])}</p>;
      })}
    </div>
  );
};

const keyed = (block: Block | undefined, index: number) => `${index}:${block?.spans[0]?.text ?? ""}`;

const spans = (block: Block) =>
  block.spans.map((span, index) => {
    const key = `${index}:${span.text}`;
    if (span.bold) return <strong key={key}>{span.text}</strong>;
    return span.italic ? <em key={key}>{span.text}</em> : <span key={key}>{span.text}</span>;
  });
