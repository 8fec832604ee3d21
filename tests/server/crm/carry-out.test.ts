import { afterEach, describe, expect, test } from "vitest";
import type { Pipeline } from "#domain/pipeline.ts";
import { planFor, vendorByName } from "#exports/crm/index.ts";
import { masked } from "../../../server/crm/account.ts";
import { StepFailed } from "../../../server/crm/carry-out.ts";
import { windowsPipeline } from "../../exports/crm/pipelines.ts";
import { emptyCrm, SIMULATED, type Simulated, TOKEN } from "./applying.ts";
import type { Fault } from "./loopback.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const crm = async (vendor: Simulated) => {
  const made = await emptyCrm(vendor);
  closing.push(made.close);
  return made;
};

const planOf = (vendor: string, pipeline: Pipeline = windowsPipeline()) => {
  const found = vendorByName(vendor);
  if (!found) throw new Error(`no vendor ${vendor}`);
  return planFor(found, pipeline, "ru");
};

const renamed = (pipeline: Pipeline, key: string, name: string): Pipeline => ({
  ...pipeline,
  pipelines: pipeline.pipelines.map((one) => ({
    ...one,
    stages: one.stages.map((stage) => (stage.key === key ? { ...stage, name } : stage)),
  })),
});

/** CRMs where won and lost are states of a deal and no stages. */
const WITHOUT_ENDINGS: readonly Simulated[] = ["pipedrive"];

describe.each(SIMULATED)("a plan that is carried out in %s", (vendor) => {
  test("makes the stages of the windows story in their order, once, however often it is run", async () => {
    const { apply, state, ledger } = await crm(vendor);
    const kept = ledger();
    const plan = planOf(vendor);
    const { counts } = await apply(plan, kept);
    expect(counts.made).toBeGreaterThan(60);
    const first = state();
    const stages = first.pipelines
      .flatMap((one): { name: string }[] => ("statuses" in one ? one.statuses : one.stages))
      .map(({ name }) => name);
    const agreed = windowsPipeline().pipelines.flatMap((one) => one.stages);
    const inOrder = (outcomes: string[]) =>
      agreed.filter(({ outcome }) => outcomes.includes(outcome)).map(({ name }) => name);
    expect(stages.filter((name) => name !== "Неразобранное")).toEqual([
      ...inOrder(["open"]),
      ...inOrder(["deferred"]),
      ...(WITHOUT_ENDINGS.includes(vendor) ? [] : inOrder(["won"])),
      // in Odoo a loss is a mark and no stage
      ...(WITHOUT_ENDINGS.includes(vendor) || vendor === "odoo" ? [] : inOrder(["lost"])),
    ]);

    const again = await apply(plan, kept);
    expect(again.counts.made).toBe(0);
    expect(state()).toEqual(first);
    // the ledger was lost: what is there is found
    await apply(plan);
    expect(state()).toEqual(first);
  });

  test("goes on where it broke off, at whatever step", async () => {
    const plan = planOf(vendor);
    const whole = await crm(vendor);
    await whole.apply(plan);
    const places = 6;
    for (let after = 1; after < plan.steps.length; after += Math.ceil(plan.steps.length / places)) {
      const { apply, state, ledger, close } = await crm(vendor);
      const kept = ledger();
      await expect(apply(plan, kept, after)).rejects.toThrow("the power went out");
      await apply(plan, kept);
      expect(state(), `after ${after} steps`).toEqual(whole.state());
      close();
    }
  });

  test("goes on when the power went out in the middle of every single step: done, and not yet noted", async () => {
    const plan = planOf(vendor);
    const whole = await crm(vendor);
    await whole.apply(plan);
    const { apply, state, ledger } = await crm(vendor);
    let noted = structuredClone(ledger());
    let isDone = false;
    for (let runs = 0; !isDone; runs++) {
      expect(runs).toBeLessThanOrEqual(plan.steps.length);
      const before = Object.keys(noted.steps).length;
      isDone = await apply(plan, structuredClone(noted), undefined, (changed) => {
        if (Object.keys(changed.steps).length > before + 1) throw new Error("the power went out");
        noted = structuredClone(changed);
      }).then(
        () => true,
        (error: Error) => {
          expect(error.message).toBe("the power went out");
          return false;
        },
      );
    }
    expect(state()).toEqual(whole.state());
  });

  test.each(["failed-before", "failed-after", "cut-before", "cut-after"] as const)(
    "makes nothing twice when every single request is %s the first time",
    async (fault) => {
      const plan = planOf(vendor);
      const whole = await crm(vendor);
      await whole.apply(plan);
      const { apply, state, failing } = await crm(vendor);
      const seen = new Set<string>();
      failing((_, asked) => {
        const isFirst = !seen.has(asked);
        seen.add(asked);
        return isFirst ? fault : null;
      });
      await apply(plan);
      expect(seen.size).toBeGreaterThan(60);
      expect(state()).toEqual(whole.state());
    },
  );

  test("makes nothing twice when requests fail, are refused as too many or get no answer", async () => {
    const plan = planOf(vendor);
    const whole = await crm(vendor);
    await whole.apply(plan);
    const faults: Fault[] = ["too-many", "failed-before", "failed-after", "cut-before", "cut-after"];
    for (const [index, fault] of faults.entries()) {
      const { apply, state, failing, waits, close } = await crm(vendor);
      failing((count) => (count % 5 === index ? fault : null));
      await apply(plan);
      expect(state(), fault).toEqual(whole.state());
      expect(
        waits.some((ms) => ms >= 1000),
        fault,
      ).toBe(true);
      close();
    }
  });

  test("changes what an older edition made instead of making it again", async () => {
    const { apply, state, ledger } = await crm(vendor);
    const kept = ledger();
    await apply(planOf(vendor), kept);
    const { counts } = await apply(planOf(vendor, renamed(windowsPipeline(), "offer-contract", "Цена названа")), kept);
    expect(counts.made).toBeLessThan(3);
    expect(counts.changed).toBeGreaterThan(0);
    const fresh = await crm(vendor);
    await fresh.apply(planOf(vendor, renamed(windowsPipeline(), "offer-contract", "Цена названа")));
    expect(state().pipelines).toEqual(fresh.state().pipelines);
  });

  test("stops when the key has expired, says so without the key, and goes on with a new one", async () => {
    const { apply, state, failing, ledger, account } = await crm(vendor);
    const plan = planOf(vendor);
    const kept = ledger();
    failing((count) => (count > 40 ? "expired" : null));
    const error = await apply(plan, kept).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof StepFailed)) throw new Error("the run did not stop");
    expect(error.isExpired).toBe(true);
    expect(Object.keys(kept.steps).length).toBeGreaterThan(10);
    expect(`${error.message} ${error.why}`).not.toContain(TOKEN);
    expect(masked(account, `Bearer ${TOKEN}`)).not.toContain(TOKEN);
    failing(() => null);
    await apply(plan, kept);
    const whole = await crm(vendor);
    await whole.apply(plan);
    expect(state()).toEqual(whole.state());
  });

  test("asks no faster than the vendor allows", async () => {
    const { apply, waits, requests, account } = await crm(vendor);
    await apply(planOf(vendor));
    // time stands still here: each request would wait for its turn after the one before
    expect(waits.filter((ms) => ms > 0).length).toBeGreaterThan(requests() * 0.9);
    expect(Math.max(...waits)).toBeGreaterThan(((requests() - 10) * 1000) / account.perSecond / 2);
  });
});
