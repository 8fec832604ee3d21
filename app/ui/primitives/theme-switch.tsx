import { useFetcher, useLocation, useRouteLoaderData } from "react-router";
import { useWords } from "#words/context.tsx";
import type { IconName } from "./icon.tsx";
import { Icon } from "./icon.tsx";
import "./segmented-control.css";

type Theme = "light" | "dark" | "system";
const THEMES: readonly { theme: Theme; icon: IconName }[] = [
  { theme: "light", icon: "sun" },
  { theme: "dark", icon: "moon" },
  { theme: "system", icon: "projector" },
];

/** Light, dark or as the device says. Expects the root loader to give `theme`, which stands as data-theme on <html>. */
export const ThemeSwitch = () => {
  const { t } = useWords();
  const { pathname, search } = useLocation();
  const fetcher = useFetcher();
  const root = useRouteLoaderData("root") as { theme?: Theme } | undefined;
  const current = (fetcher.formData?.get("theme") as Theme | null) ?? root?.theme ?? "system";
  return (
    <fetcher.Form method="post" action="/theme">
      <input type="hidden" name="back" value={pathname + search} />
      <fieldset className="segments segments--icons">
        <legend className="visually-hidden">{t("theme.title")}</legend>
        {THEMES.map(({ theme, icon }) => (
          <button
            type="submit"
            key={theme}
            className="segments__one"
            name="theme"
            value={theme}
            aria-label={t(`theme.${theme}`)}
            title={t(`theme.${theme}`)}
            aria-pressed={theme === current}
          >
            <Icon name={icon} size={18} />
          </button>
        ))}
      </fieldset>
    </fetcher.Form>
  );
};
