import type { Plan } from "#exports/crm/contract.ts";
import { type Account, accountOf } from "../../../server/crm/account.ts";
import { carryOut, type Progress } from "../../../server/crm/carry-out.ts";
import { type Ledger, newLedger } from "../../../server/crm/ledger.ts";
import { amocrmSimulator } from "./amocrm.ts";
import { bitrix24Simulator } from "./bitrix24.ts";
import { hubspotSimulator } from "./hubspot.ts";
import { type Fault, type Handle, onLoopback } from "./loopback.ts";
import { odooSimulator } from "./odoo.ts";
import { pipedriveSimulator } from "./pipedrive.ts";

export const TOKEN = "secret-token-of-the-account";

type Named = { name: string };
type Simulator = {
  handle: Handle;
  state: () => { pipelines: (Named & ({ stages: Named[] } | { statuses: Named[] }))[] };
};

/** The CRMs that are played here, each by the documentation of its vendor. */
const SIMULATORS = {
  amocrm: amocrmSimulator,
  bitrix24: bitrix24Simulator,
  hubspot: hubspotSimulator,
  odoo: odooSimulator,
  pipedrive: pipedriveSimulator,
} satisfies Record<string, (secret: string) => Simulator>;
export type Simulated = keyof typeof SIMULATORS;
export const SIMULATED = Object.keys(SIMULATORS) as Simulated[];

/** A CRM with nothing in it, and a way to carry plans into it without waiting. */
export const emptyCrm = async (vendor: Simulated) => {
  const simulator: Simulator = SIMULATORS[vendor](TOKEN);
  let faultOf: (count: number, asked: string) => Fault | null = () => null;
  const server = await onLoopback(simulator.handle, (count, asked) => faultOf(count, asked));
  const account: Account = accountOf(vendor, {
    AMOCRM_URL: server.url,
    AMOCRM_TOKEN: TOKEN,
    PIPEDRIVE_URL: server.url,
    PIPEDRIVE_TOKEN: TOKEN,
    BITRIX24_WEBHOOK: `${server.url}/rest/1/${TOKEN}`,
    HUBSPOT_URL: server.url,
    HUBSPOT_TOKEN: TOKEN,
    ODOO_URL: server.url,
    ODOO_DB: "company",
    ODOO_LOGIN: "admin",
    ODOO_KEY: TOKEN,
  });
  const ledger = () => newLedger(vendor, account.name);
  const waits: number[] = [];
  const apply = async (
    plan: Plan,
    kept: Ledger = ledger(),
    stopAfter = Number.POSITIVE_INFINITY,
    keep: (ledger: Ledger) => void = () => {
      if (Object.keys(kept.steps).length >= stopAfter) throw new Error("the power went out");
    },
  ) => {
    const progress: Progress[] = [];
    const counts = await carryOut(plan, {
      account,
      ledger: kept,
      keep: async (changed) => keep(changed),
      told: async (one) => void progress.push(one),
      send: fetch,
      wait: async (ms) => void waits.push(ms),
    });
    return { counts, progress };
  };
  return {
    apply,
    ledger,
    waits,
    account,
    state: simulator.state,
    requests: server.requests,
    failing: (fault: (count: number, asked: string) => Fault | null) => {
      const from = server.requests();
      faultOf = (count, asked) => fault(count - from, asked);
    },
    close: server.close,
  };
};
