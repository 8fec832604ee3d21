import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { type RunningServer, startServer } from "./server.ts";

export { expect };

/** What a browser says on its own while the server is down or the phone is offline; no fault of the page. */
const NO_CONNECTION =
  /WebSocket connection to .* failed|net::ERR_(CONNECTION_|INTERNET_DISCONNECTED|EMPTY_RESPONSE|NETWORK_)/;

export type Visitors = {
  /** A server of this test's own, empty, ended with the test. An error that it logs fails the test. */
  server: RunningServer;
  /** Another person: a browser of the own, with nothing remembered. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** Lets pages complain about what the test does on purpose (a refused command, a server that is down). */
  tolerate: (complaint: RegExp | "no connection") => void;
};

/** Playwright's `test` with a server and visitors. A page that logs an error or throws fails its test. */
export const test = base.extend<Visitors & { complaints: { heard: string[]; tolerated: RegExp[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
  server: async ({}, use) => {
    const server = await startServer({});
    await use(server);
    const errors = server.errors();
    await server.remove();
    expect(errors, "the server logs no error").toEqual([]);
  },
  baseURL: async ({ server }, use) => use(server.url),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  complaints: async ({}, use) => {
    const complaints = { heard: [] as string[], tolerated: [] as RegExp[] };
    await use(complaints);
    const unexpected = complaints.heard.filter((text) => !complaints.tolerated.some((pattern) => pattern.test(text)));
    expect(unexpected, "pages complain of nothing").toEqual([]);
  },
  tolerate: async ({ complaints }, use) =>
    use((complaint) => void complaints.tolerated.push(complaint === "no connection" ? NO_CONNECTION : complaint)),
  visitor: async ({ browser, baseURL, complaints }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, ...options });
      contexts.push(context);
      context.on("page", (page) => listen(page, complaints.heard));
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  page: async ({ visitor }, use) => use(await visitor()),
});

const listen = (page: Page, heard: string[]) => {
  page.on("pageerror", (error) => heard.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`${page.url()}: ${message.text()}`);
  });
};
