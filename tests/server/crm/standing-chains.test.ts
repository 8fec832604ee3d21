import { describe, expect, test } from "vitest";
import { readChains } from "#domain/existing-chain.ts";
import { planFor, vendorByName } from "#exports/crm/index.ts";
import { asking } from "../../../server/crm/carry-out.ts";
import { standingChains } from "../../../server/crm/standing-chains.ts";
import { windowsPipeline } from "../../exports/crm/pipelines.ts";
import { emptyCrm, TOKEN } from "./applying.ts";

describe.each(["amocrm", "bitrix24"] as const)("the chains that an account of %s has", (vendor) => {
  test("are read back as the stages that were carried into it", async () => {
    const crm = await emptyCrm(vendor);
    try {
      const found = vendorByName(vendor);
      if (!found) throw new Error(`no vendor ${vendor}`);
      const pipeline = windowsPipeline();
      await crm.apply(planFor(found, pipeline, "ru"));
      const ask = asking({ account: crm.account, send: fetch, wait: async () => {} });
      const read = readChains(JSON.stringify(await standingChains(vendor, ask)));
      if ("problem" in read) throw new Error(read.problem.where);
      // a CRM knows no deferred deals: there they stand in a stage of work
      const agreed = pipeline.pipelines.map(({ name, stages }) => ({
        name,
        stages: stages.filter(({ outcome }) => outcome === "open" || outcome === "deferred").map((stage) => stage.name),
      }));
      expect(read.chains.map(({ name, stages }) => ({ name, stages: stages.map((stage) => stage.name) }))).toEqual(
        agreed,
      );
    } finally {
      crm.close();
    }
  });

  test("a server that goes on refusing is told without the key", async () => {
    const crm = await emptyCrm(vendor);
    try {
      crm.failing(() => "failed-before");
      const ask = asking({ account: crm.account, send: fetch, wait: async () => {} });
      const why = await standingChains(vendor, ask).then(
        () => "it answered",
        (error: Error) => error.message,
      );
      expect(why).toContain("500");
      expect(why).not.toContain(TOKEN);
    } finally {
      crm.close();
    }
  });
});
