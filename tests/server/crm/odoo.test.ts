import { expect, test } from "vitest";
import { planFor } from "#exports/crm/index.ts";
import { odoo } from "#exports/crm/odoo/index.ts";
import { accountOf } from "../../../server/crm/account.ts";
import { carryOut, StepFailed } from "../../../server/crm/carry-out.ts";
import { newLedger } from "../../../server/crm/ledger.ts";
import { windowsPipeline } from "../../exports/crm/pipelines.ts";
import { onLoopback } from "./loopback.ts";
import { odooSimulator } from "./odoo.ts";

const KEY = "key-of-an-administrator";

const applied = async (version: number, key = KEY) => {
  const simulator = odooSimulator(KEY, version);
  const server = await onLoopback(simulator.handle);
  const account = accountOf("odoo", {
    ODOO_URL: server.url,
    ODOO_DB: "company",
    ODOO_LOGIN: "admin",
    ODOO_KEY: key,
  });
  const ledger = newLedger("odoo", account.name);
  try {
    await carryOut(planFor(odoo, windowsPipeline(), "ru"), {
      account,
      ledger,
      keep: async () => {},
      told: async () => {},
      send: fetch,
      wait: async () => {},
    });
  } finally {
    server.close();
  }
  return { state: simulator.state(), ledger, account };
};

test.each([17, 18, 19])(
  "stages get into their team in Odoo %i, by the column that this version has",
  async (version) => {
    const { state } = await applied(version);
    const [pipeline] = state.pipelines;
    expect(pipeline?.stages.length).toBeGreaterThan(10);
    const [stage] = pipeline?.stages ?? [];
    const columns = Object.keys(stage ?? {});
    expect(columns.includes("team_ids/id")).toBe(version >= 19);
    expect(columns.includes("team_id/id")).toBe(version < 19);
    expect(columns.includes("rotting_threshold_days")).toBe(version >= 19);
    expect(state.apps).toEqual(["crm: installed", "base_automation: installed"]);
  },
);

test("a wrong key stops the run at the first step, says that the key is to blame and leaves nothing half made", async () => {
  const error = await applied(19, "old-key").catch((thrown: unknown) => thrown);
  if (!(error instanceof StepFailed)) throw new Error("the run did not stop");
  expect([error.step.id, error.done, error.isExpired]).toEqual(["odoo.sign-in", 0, true]);
  expect(error.why).toContain("Access Denied");
  expect(error.why).not.toContain("old-key");
});

test("two databases of one server are two accounts", () => {
  const of = (db: string) =>
    accountOf("odoo", { ODOO_URL: "https://erp.example.org", ODOO_DB: db, ODOO_LOGIN: "admin", ODOO_KEY: "k" }).name;
  expect([of("one"), of("two")]).toEqual(["erp.example.org/one", "erp.example.org/two"]);
});
