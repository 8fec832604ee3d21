import { Language } from "#domain/language.ts";

const YEAR = 31_536_000;

/** The value of a cookie in a request, or undefined. */
export const cookieOf = (request: Request, name: string): string | undefined =>
  request.headers
    .get("Cookie")
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** The header that keeps a choice for a year; Secure when the site is served over TLS. */
export const choiceCookie = (request: Request, name: string, value: string): string =>
  [
    `${name}=${value}`,
    "Path=/",
    `Max-Age=${YEAR}`,
    "SameSite=Lax",
    "HttpOnly",
    ...(new URL(request.url).protocol === "https:" ? ["Secure"] : []),
  ].join("; ");

/** The own choice (cookie `language`), else the browser's languages in the order of their weights, else Russian. */
export const languageOf = (request: Request): Language => {
  const chosen = Language.safeParse(cookieOf(request, "language"));
  if (chosen.success) return chosen.data;
  const wanted = (request.headers.get("Accept-Language") ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.split("-")[0], weight: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const spoken = Language.safeParse(language);
    if (spoken.success) return spoken.data;
  }
  return "ru";
};

/** A path of this site to go back to; anything that would lead elsewhere becomes the home page. */
export const safeBack = (back: unknown): string => {
  const site = "http://site.invalid";
  if (typeof back !== "string" || !back.startsWith("/") || !URL.canParse(back, site)) return "/";
  const url = new URL(back, site);
  return url.origin === site ? url.pathname + url.search + url.hash : "/";
};
