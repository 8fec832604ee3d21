import { useDeferredValue, useEffect, useRef, useState } from "react";
import { searchClauses } from "#domain/regulation/search.ts";
import type { Regulation } from "#domain/regulation.ts";
import { useWords } from "#words/context.tsx";

/** The contents list, and in its place what was searched for; on a phone the list opens on demand. */
export const Contents = ({ regulation }: { regulation: Regulation }) => {
  const { t } = useWords();
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query);
  const isAsked = asked.trim().length >= 2;
  return (
    <div className="document-view__contents">
      <search>
        <label className="visually-hidden" htmlFor="document-search">
          {t("document.search")}
        </label>
        <input
          id="document-search"
          className="control"
          type="search"
          placeholder={t("document.search")}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </search>
      {isAsked ? <Hits regulation={regulation} query={asked} onPick={() => setQuery("")} /> : <List {...regulation} />}
    </div>
  );
};

const Hits = ({ regulation, query, onPick }: { regulation: Regulation; query: string; onPick: () => void }) => {
  const { t } = useWords();
  const hits = searchClauses(regulation, query);
  return (
    <>
      <p className="quiet" role="status">
        {hits.length > 0 ? t("document.found", { count: hits.length }) : t("document.foundNone")}
      </p>
      <ul className="document-view__hits">
        {hits.map(({ id, number, snippet }) => (
          <li key={id}>
            <a href={`#${encodeURIComponent(id)}`} onClick={onPick}>
              <span className="figures">{number}</span> {snippet}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

const List = ({ parts, annexes }: Pick<Regulation, "parts" | "annexes">) => {
  const { t } = useWords();
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // on a phone the list would stand between the reader and the first rule
    if (fold.current && window.matchMedia("(width <= 900px)").matches) fold.current.open = false;
  }, []);
  return (
    <nav aria-label={t("document.contents")}>
      <details className="document-view__fold" ref={fold} open>
        <summary>{t("document.contents")}</summary>
        <ol>
          {parts.map((part) => (
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
          {annexes.map((annex) => (
            <li key={annex.id}>
              <a href={`#annex-${annex.id}`}>
                {annex.letter}. {annex.title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
};
