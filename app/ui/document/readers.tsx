import type { Reader } from "#domain/readers.ts";
import { CopyButton } from "#ui/primitives/copy-button.tsx";
import { StatusMark } from "#ui/primitives/status-mark.tsx";
import { useWords } from "#words/context.tsx";
import "./life.css";

type Props = {
  /** `url` is the link of the person, null for who is not on the list. */
  readers: (Pick<Reader, "name" | "because" | "due"> & {
    department: string;
    url: string | null;
    read: { edition: number; at: string; quiz: { right: number; of: number } | null } | null;
  })[];
};

/** Who has read which edition, who is to be asked because of what, and the link to send. For whoever leads. */
export const Readers = ({ readers }: Props) => {
  const { t, date, list } = useWords();
  return (
    <ul className="readers">
      {readers.map(({ name, department, url, read, due, because }) => (
        <li key={`${name} ${department}`}>
          <span>
            {name} <span className="quiet">{department}</span>
          </span>
          <span>
            <StatusMark mark={due ? "ahead" : "done"}>
              {read ? t("readers.read", { number: read.edition, day: date(read.at, "short") }) : t("readers.unread")}
            </StatusMark>
            {because.length > 0 && (
              <span className="quiet"> {t("readers.because", { rules: list(because.map(({ rule }) => rule)) })}</span>
            )}
            {read && !due && because.length === 0 && read.quiz && (
              <span className="quiet"> {t("readers.quiz", { right: read.quiz.right, of: read.quiz.of })}</span>
            )}
          </span>
          {url && (
            <span className="cluster">
              <a href={url}>{t("readers.link")}</a> <CopyButton text={url} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
