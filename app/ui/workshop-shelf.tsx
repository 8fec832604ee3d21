import { Form, Link } from "react-router";
import type { WorkshopCard } from "#domain/workshop.ts";
import { Badge } from "#ui/primitives/badge.tsx";
import { Button } from "#ui/primitives/button.tsx";
import { Field } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";

/** A consultant's workshops, grouped by client; each says in words how far it is. What was put away is one click off. */
export const WorkshopShelf = ({ shelf }: { shelf: WorkshopCard[] }) => {
  const { t } = useWords();
  const away = shelf.filter((card) => card.own && card.archivedAt !== null);
  return (
    <>
      <Cards cards={shelf.filter((card) => !away.includes(card))} />
      {away.length > 0 && (
        <details>
          <summary>{t("shelf.archive", { count: away.length })}</summary>
          <Cards cards={away} />
        </details>
      )}
    </>
  );
};

const Cards = ({ cards }: { cards: WorkshopCard[] }) => {
  const companies = [...new Set(cards.map((card) => card.company))];
  return (
    <div className="shelf">
      {companies.map((company) => (
        <section key={company} className="shelf__client">
          <h2>{company}</h2>
          <ul className="shelf__cards">
            {cards
              .filter((card) => card.company === company)
              .map((card) => (
                <li key={card.id} className="shelf__place">
                  <Card card={card} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

const Card = ({ card }: { card: WorkshopCard }) => {
  const { t, date } = useWords();
  const isClosed = card.status === "closed";
  return (
    <>
      <Link className="shelf__card" to={`/w/${card.id}/console`}>
        <strong>{card.title}</strong>
        {(isClosed || card.demo) && (
          <span className="cluster">
            {card.demo && <Badge tone="ochre">{t("shelf.demo")}</Badge>}
            {isClosed && <Badge>{t("shelf.closed")}</Badge>}
          </span>
        )}
        <span>
          {t("shelf.state", {
            stages: t("shelf.stages", { count: card.stages, settled: card.settledStages }),
            rules: t("shelf.rules", { count: card.rules }),
            gaps: t("shelf.gaps", { count: card.gaps }),
          })}
        </span>
        <span className="quiet">
          {card.here > 0 && !isClosed ? t("shelf.here", { count: card.here }) : date(card.createdAt)}
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
      {card.own && (
        <Form method="post" action={`/w/${card.id}/shelf`}>
          <Button
            variant="link"
            size="small"
            type="submit"
            name="intent"
            value={card.archivedAt === null ? "archive" : "bring-back"}
            aria-label={t(card.archivedAt === null ? "shelf.putAwayNamed" : "shelf.bringBackNamed", {
              company: card.company,
            })}
          >
            {t(card.archivedAt === null ? "shelf.putAway" : "shelf.bringBack")}
          </Button>
        </Form>
      )}
    </>
  );
};

/** A whole workshop that was taken along as a file, from here or from another installation. */
export const RecordUpload = ({ busy, error }: { busy: boolean; error: string | undefined }) => {
  const { t } = useWords();
  return (
    <details open={error !== undefined}>
      <summary>{t("home.openFile")}</summary>
      <Form method="post" action="/?index" encType="multipart/form-data" className="stack stack--tight">
        <Field
          label={t("home.file")}
          hint={t("home.fileHint")}
          type="file"
          name="file"
          accept="application/json,.json"
          required
          error={error}
        />
        <div>
          <Button variant="quiet" type="submit" busy={busy}>
            {t("home.openFileGo")}
          </Button>
        </div>
      </Form>
    </details>
  );
};
