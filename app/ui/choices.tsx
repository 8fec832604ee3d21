import "./choices.css";

export type Choice = { name: string; href: string; isChosen: boolean };

/** A few views of one page, of which one is shown: each is a link, so that it can be sent to somebody. */
export const Choices = ({ label, choices }: { label: string; choices: Choice[] }) => (
  <nav className="choices" aria-label={label}>
    {choices.map(({ name, href, isChosen }) => (
      <a key={href} href={href} aria-current={isChosen ? "page" : undefined}>
        {name}
      </a>
    ))}
  </nav>
);
