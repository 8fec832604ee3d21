import { useWords } from "#words/context.tsx";
import "./skip-link.css";

/** The first stop of the keyboard on every page: past the header, to the page's <main>. */
export const SkipLink = () => {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useValidAnchor: without script the address does it, with script the focus moves too
    <a
      className="skip"
      href="#main"
      onClick={(event) => {
        const main = document.querySelector("main");
        if (!main) return;
        event.preventDefault();
        main.tabIndex = -1;
        main.focus();
      }}
    >
      {t("house.skip")}
    </a>
  );
};
