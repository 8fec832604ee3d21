import "./dots.css";

/** A dot for each; filled ones first, so that it never says who. `label` is the sentence for those who do not see it. */
export const Dots = ({
  filled,
  total,
  label,
  size = "normal",
}: {
  filled: number;
  total: number;
  label: string;
  size?: "normal" | "large";
}) => (
  <span className={`dots dots--${size}`} role="img" aria-label={label}>
    {Array.from({ length: total }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place
      <span key={index} className={index < filled ? "dots__one dots__one--filled" : "dots__one"} />
    ))}
  </span>
);
