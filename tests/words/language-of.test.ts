import { describe, expect, it } from "vitest";
import { choiceCookie, languageOf, safeBack } from "#words/language-of.ts";

const asking = (headers: Record<string, string>, url = "http://site.example/") => new Request(url, { headers });

describe("the language of a request", () => {
  it("is the own choice, whatever the browser wants", () => {
    expect(languageOf(asking({ Cookie: "a=b; language=en", "Accept-Language": "ru" }))).toBe("en");
  });

  it("is the browser's best one that we speak", () => {
    expect(languageOf(asking({ "Accept-Language": "de-DE,en-GB;q=0.7,ru;q=0.9" }))).toBe("ru");
    expect(languageOf(asking({ "Accept-Language": "de, en;q=0.8" }))).toBe("en");
  });

  it("is Russian when nothing fits", () => {
    expect(languageOf(asking({}))).toBe("ru");
    expect(languageOf(asking({ Cookie: "language=fr", "Accept-Language": "fr, en;q=0" }))).toBe("ru");
  });
});

describe("a kept choice", () => {
  it("lasts a year, is not for scripts, and travels only over TLS where there is TLS", () => {
    expect(choiceCookie(asking({}), "theme", "dark")).toBe(
      "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
    );
    expect(choiceCookie(asking({}, "https://site.example/"), "theme", "dark")).toMatch(/; Secure$/);
  });
});

describe("the way back", () => {
  it("is a path of this site", () => {
    expect(safeBack("/w/k7/console?tab=2#now")).toBe("/w/k7/console?tab=2#now");
    expect(safeBack("/join/кириллица")).toBe("/join/%D0%BA%D0%B8%D1%80%D0%B8%D0%BB%D0%BB%D0%B8%D1%86%D0%B0");
  });

  it("never leads to another site", () => {
    for (const back of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "evil",
      "",
      null,
      7,
    ])
      expect(safeBack(back)).toBe("/");
  });
});
