import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { loadWords } from "#words/load.ts";

// the words of this page's language are there before the first component asks for one
await loadWords(document.documentElement.lang === "en" ? "en" : "ru", location.pathname);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});
