import type { EditionChange } from "#domain/edition.ts";
import type { Wording } from "#domain/wording.ts";
import { Badge } from "#ui/primitives/badge.tsx";
import { Difference } from "#ui/room/changes.tsx";
import { WordingView } from "#ui/room/wording-view.tsx";
import { useWords } from "#words/context.tsx";
import "./life.css";

type Place = { id: string; kind: "preface" | "introduction" | "note"; section: string | null };
type Props = {
  changes: (Omit<EditionChange, "binds"> & { wording: string | null })[];
  texts: { place: Place; before: Wording | null; after: Wording | null }[];
};

const TONES = { added: "accent", changed: "ochre", "given-up": "rust", typo: "neutral" } as const;

/** What is different between two editions: rules first, then the text beside them. */
export const EditionChanges = ({ changes, texts }: Props) => {
  const { t } = useWords();
  if (changes.length + texts.length === 0) return <p role="status">{t("editions.same")}</p>;
  return (
    <>
      <p role="status">{t("editions.count", { count: changes.length + texts.length })}</p>
      <ul className="edition-changes">
        {changes.map(({ kind, rule, question, wording, before, after, answered }) => (
          <li key={question} className="stack stack--tight">
            <p className="cluster">
              <strong>{rule}</strong>
              <Badge tone={TONES[kind]}>{t(`editions.${kind}`)}</Badge>
              <span className="quiet">{wording}</span>
            </p>
            <Both before={before} after={after} />
            {answered && kind === "changed" && <p className="quiet">{t("editions.answered")}</p>}
          </li>
        ))}
        {texts.map(({ place, before, after }) => (
          <li key={place.id} className="stack stack--tight">
            <p className="cluster">
              <strong>{t(`texts.${place.kind}`)}</strong>
              <span className="quiet">{place.section}</span>
            </p>
            <Both before={before} after={after} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Both = ({ before, after }: { before: Wording | null; after: Wording | null }) =>
  before && after ? (
    <Difference before={before} after={after} />
  ) : after ? (
    <WordingView wording={after} />
  ) : (
    <del>
      <WordingView wording={before ?? []} />
    </del>
  );
