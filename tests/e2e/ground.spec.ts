import { expect, test } from "./visitors.ts";

test("a fresh installation shows a page and nothing complains", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
