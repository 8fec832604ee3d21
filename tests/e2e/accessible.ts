import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on a page, one line a rule with the first places. */
export const violationsOn = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    // what passes need not be told place by place, which takes the longest on a long page
    .options({ runOnly: { type: "tag", values: LEVELS }, resultTypes: ["violations"] })
    // no page of ours has a frame, so nothing has to be gathered in a page of its own
    .setLegacyMode()
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
};
