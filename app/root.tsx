import type { ReactNode } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "react-router";
import { askerContext } from "#context";
import { Button } from "#ui/primitives/button.tsx";
import { SkipLink } from "#ui/primitives/skip-link.tsx";
import { useWords, WordsProvider } from "#words/context.tsx";
import { loadWords } from "#words/load.ts";
import type { Route } from "./+types/root";
import { screenFonts } from "./styles/fonts.ts";
import { LAYERS } from "./styles/layers.ts";
import { themeOf } from "./styles/theme.ts";
import "./styles/index.css";

export const links: Route.LinksFunction = () => [
  ...screenFonts,
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const loader = ({ request, context }: Route.LoaderArgs) => {
  const { language, nonce } = context.get(askerContext);
  return { language, nonce, theme: themeOf(request) };
};

/** The words of the page one goes to are there before it is shown. */
export const clientMiddleware: Route.ClientMiddlewareFunction[] = [
  async ({ request }, next) => {
    await loadWords(document.documentElement.lang === "en" ? "en" : "ru", new URL(request.url).pathname);
    await next();
  },
];

export const Layout = ({ children }: { children: ReactNode }) => {
  const asker = useRouteLoaderData<typeof loader>("root");
  // where the loader has not run, the browser keeps the language that it has already learnt
  const language =
    asker?.language ?? (typeof document !== "undefined" && document.documentElement.lang === "en" ? "en" : "ru");
  const theme = asker?.theme === "system" ? undefined : asker?.theme;
  // browsers hide the nonce of a running page; the server's empty attribute would otherwise look like a mismatch
  const nonce = typeof window === "undefined" ? asker?.nonce : "";
  return (
    <html lang={language} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        {theme !== "dark" && (
          <meta name="theme-color" content="#FBF9F5" media={theme ? undefined : "(prefers-color-scheme: light)"} />
        )}
        {theme !== "light" && (
          <meta name="theme-color" content="#1B1916" media={theme ? undefined : "(prefers-color-scheme: dark)"} />
        )}
        <Meta />
        <style>{LAYERS}</style>
        <Links />
      </head>
      <body>
        <WordsProvider language={language}>
          <div id="app">
            <SkipLink />
            {children}
          </div>
        </WordsProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
};

export default function Root() {
  return <Outlet />;
}

/** One friendly page for whatever went wrong; what was typed is kept by the device and said so. */
export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => {
  const { t } = useWords();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const [title, lead] =
    status === 404
      ? (["error.missing", "error.missingLead"] as const)
      : status === 403
        ? (["error.forbidden", "error.forbiddenLead"] as const)
        : (["error.title", "error.lead"] as const);
  return (
    <main className="page page--narrow">
      <title>{t(title)}</title>
      <h1>{t(title)}</h1>
      <p className="lead">{t(lead)}</p>
      <div className="cluster">
        {status >= 500 && <Button onClick={() => window.location.reload()}>{t("error.reload")}</Button>}
        <a href="/">{t("error.home")}</a>
      </div>
    </main>
  );
};
