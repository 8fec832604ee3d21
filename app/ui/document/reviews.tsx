import type { Review } from "#domain/review.ts";
import { Badge } from "#ui/primitives/badge.tsx";
import { useWords } from "#words/context.tsx";
import "./life.css";

type Props = { reviews: (Review & { next: string; isOver: boolean })[]; house: string };

/** What is to be looked at again and when, the nearest first; a day that has passed says so until somebody decides. */
export const Reviews = ({ reviews, house }: Props) => {
  const { t, date } = useWords();
  return (
    <ul className="reviews">
      {reviews.map(({ id, kind, next, isOver, question, rule, text, who, judgedBy, every }) => (
        <li key={id}>
          <time dateTime={next}>{date(next)}</time>
          <span className="stack stack--tight">
            <span className="cluster">
              <strong>{t(`review.${kind}`)}</strong>
              {question ? (
                <a href={`${house}/${kind === "parked" ? "record" : "document"}#${encodeURIComponent(question)}`}>
                  {rule ?? t("review.question")}
                </a>
              ) : null}
              {isOver && <Badge tone="rust">{t("review.over")}</Badge>}
            </span>
            {text && <span className="reviews__text">{text}</span>}
            {judgedBy && <span className="quiet">{t("review.judgedBy", { figure: judgedBy })}</span>}
            {who && <span className="quiet">{who}</span>}
            {every !== null && <span className="quiet">{t("review.every", { count: every })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
};
