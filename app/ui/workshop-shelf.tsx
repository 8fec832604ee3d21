import { Form, Link } from "react-router";
import type { WorkshopCard } from "#domain/workshop.ts";
import { Button } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";

/** A consultant's workshops, grouped by client; each says in words how far it is. */
export const WorkshopShelf = ({ shelf }: { shelf: WorkshopCard[] }) => {
  const { t, date } = useWords();
  const companies = [...new Set(shelf.map((card) => card.company))];
  return (
    <div className="shelf">
      {companies.map((company) => (
        <section key={company} className="shelf__client">
          <h2>{company}</h2>
          <ul className="shelf__cards">
            {shelf
              .filter((card) => card.company === company)
              .map((card) => (
                <li key={card.id}>
                  <Link className="shelf__card" to={`/w/${card.id}/console`}>
                    <strong>{card.title}</strong>
                    <span>
                      {t("shelf.state", {
                        stages: t("shelf.stages", { count: card.stages, settled: card.settledStages }),
                        rules: t("shelf.rules", { count: card.rules }),
                        gaps: t("shelf.gaps", { count: card.gaps }),
                      })}
                    </span>
                    <span className="quiet">
                      {card.here > 0 ? t("shelf.here", { count: card.here }) : date(card.createdAt)}
                    </span>
                  </Link>
                  {card.ledBy !== null && (
                    <Form method="post" action={`/w/${card.id}/lead`} className="cluster">
                      <span className="quiet">{t("shelf.ledBy", { name: card.ledBy })}</span>
                      <Button variant="link" size="small" type="submit" name="intent" value="reclaim">
                        {t("shelf.reclaim")}
                      </Button>
                    </Form>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
