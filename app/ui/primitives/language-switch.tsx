import { useLocation } from "react-router";
import type { Language } from "#domain/language.ts";
import { useWords } from "#words/context.tsx";
import "./segmented-control.css";

const LANGUAGES: readonly Language[] = ["ru", "en"];

/** A plain form: the page comes again in the other language, also before any script has run. */
export const LanguageSwitch = () => {
  const { t, language } = useWords();
  const { pathname, search, hash } = useLocation();
  return (
    <form method="post" action="/language">
      <input type="hidden" name="back" value={pathname + search + hash} />
      <fieldset className="segments">
        <legend className="visually-hidden">{t("house.language")}</legend>
        {LANGUAGES.map((one) => (
          <button
            type="submit"
            key={one}
            className="segments__one"
            name="language"
            value={one}
            lang={one}
            aria-label={t(`language.${one}`)}
            aria-pressed={one === language}
          >
            {one.toUpperCase()}
          </button>
        ))}
      </fieldset>
    </form>
  );
};
