import { Form, Link } from "react-router";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { ThemeSwitch } from "#ui/primitives/theme-switch.tsx";
import { useWords } from "#words/context.tsx";

/** The quiet bar over the pages outside a room. */
export const SiteHeader = ({ account }: { account: { name: string } | null }) => {
  const { t } = useWords();
  return (
    <header className="site-header">
      <Link to="/" className="site-header__name">
        {t("house.name")}
      </Link>
      <nav className="cluster" aria-label={t("house.menu")}>
        {account && (
          <>
            <Link to="/templates">{t("house.templates")}</Link>
            <Link to="/invitations">{t("house.invitations")}</Link>
            <Form method="post" action="/sign-out">
              <button type="submit" className="link">
                {t("house.signOut", { name: account.name })}
              </button>
            </Form>
          </>
        )}
        <LanguageSwitch />
        <ThemeSwitch />
      </nav>
    </header>
  );
};
