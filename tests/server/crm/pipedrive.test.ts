import { afterEach, expect, test } from "vitest";
import type { Pipeline } from "#domain/pipeline.ts";
import type { Plan } from "#exports/crm/contract.ts";
import { planFor } from "#exports/crm/index.ts";
import { pipedrive } from "#exports/crm/pipedrive/index.ts";
import { accountOf } from "../../../server/crm/account.ts";
import { carryOut, StepFailed } from "../../../server/crm/carry-out.ts";
import { newLedger } from "../../../server/crm/ledger.ts";
import { windowsPipeline } from "../../exports/crm/pipelines.ts";
import { TOKEN } from "./applying.ts";
import { type Handle, onLoopback } from "./loopback.ts";
import { pipedriveSimulator } from "./pipedrive.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const planOf = (pipeline: Pipeline): Plan => planFor(pipedrive, pipeline, "ru");

const account = async (handle: Handle) => {
  const server = await onLoopback(handle);
  closing.push(server.close);
  return accountOf("pipedrive", { PIPEDRIVE_URL: server.url, PIPEDRIVE_TOKEN: TOKEN });
};

const means = (of: Awaited<ReturnType<typeof account>>, waits: number[] = []) => ({
  account: of,
  ledger: newLedger("pipedrive", of.name),
  keep: async () => {},
  told: async () => {},
  send: fetch,
  wait: async (ms: number) => void waits.push(ms),
});

/** An account with nothing in it; the same ledger for every run. */
const emptyAccount = async () => {
  const { handle, state } = pipedriveSimulator(TOKEN);
  const at = means(await account(handle));
  return { state, apply: (plan: Plan) => carryOut(plan, at) };
};

test("a later edition adds an option to a list and renames another, and deals keep what was chosen", async () => {
  const { apply, state } = await emptyAccount();
  const before = windowsPipeline();
  const list = before.fields.find(
    ({ type, entity, options }) => type === "select" && entity === "deal" && options.length > 1,
  );
  if (!list) throw new Error("the story has no list");
  await apply(planOf(before));
  const optionsOf = () => state().fields.find((field) => field.field_name === list.name)?.options;
  const [first, ...others] = list.options.map(({ name }) => name);
  expect(optionsOf()).toEqual([first, ...others]);

  const changed = list.options.map((option, at) => (at === 0 ? { ...option, name: "Иначе названный" } : option));
  const after = {
    ...before,
    fields: before.fields.map((field) =>
      field.key === list.key ? { ...field, options: [...changed, { key: "one-more", name: "Ещё один" }] } : field,
    ),
  };
  const counts = await apply(planOf(after));
  expect(counts.made).toBe(1);
  expect(optionsOf()).toEqual(["Иначе названный", ...others, "Ещё один"]);
  expect((await apply(planOf(after))).changed).toBe(0);
});

test("what a stage requires is asked for at the doors of later stages and on winning, and shown at the stage itself", async () => {
  const { apply, state } = await emptyAccount();
  const pipeline = windowsPipeline();
  await apply(planOf(pipeline));
  const [one] = pipeline.pipelines;
  const ofDeal = new Set(pipeline.fields.filter(({ entity }) => entity === "deal").map(({ key }) => key));
  const needed = ({ field, to }: { field: string; to: string }) => to === "leave" && ofDeal.has(field);
  const stage = one?.stages.find(({ outcome, requiredFields }) => outcome === "open" && requiredFields.some(needed));
  const key = stage?.requiredFields.find(needed)?.field;
  const field = pipeline.fields.find((each) => each.key === key);
  const later = one?.stages.find(({ outcome, order }) => outcome === "open" && order > (stage?.order ?? 0));
  const made = state().fields.find(({ field_name }) => field_name === field?.name);
  expect(made?.required.stages).toContain(`${one?.name}/${later?.name}`);
  expect(made?.required.stages).not.toContain(`${one?.name}/${stage?.name}`);
  expect(made?.required.statuses).toContainEqual([one?.name, expect.arrayContaining(["won"])]);
  expect(made?.important.stages).toContain(`${one?.name}/${stage?.name}`);
  const reasons = state().fields.filter(({ options }) => options.includes(pipeline.lossReasons[0]?.name ?? ""));
  expect(reasons.map(({ required }) => required.statuses.map(([, of]) => of))).toContainEqual(
    pipeline.pipelines.map(() => expect.arrayContaining(["lost"])),
  );
});

test("an account that has no room for more fields says so in its own words, and the run can go on later", async () => {
  const full = pipedriveSimulator(TOKEN, 3);
  const plan = planOf(windowsPipeline());
  const at = means(await account(full.handle));
  const error = await carryOut(plan, at).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof StepFailed)) throw new Error("the run did not stop");
  expect(error.why).toContain("Custom fields limit reached");
  expect(error.step.id).toMatch(/^field\./);
  expect(Object.keys(at.ledger.steps)).toHaveLength(error.done);
});

test("a busy account is left alone for as long as it says", async () => {
  let isBusy = true;
  const simulator = pipedriveSimulator(TOKEN);
  const waits: number[] = [];
  const busy = await account((request) => {
    if (!isBusy) return simulator.handle(request);
    isBusy = false;
    return {
      status: 429,
      body: { success: false, error: "rate limit exceeded" },
      headers: { "x-ratelimit-reset": "7" },
    };
  });
  await carryOut(
    { ...planOf(windowsPipeline()), steps: planOf(windowsPipeline()).steps.slice(0, 1) },
    means(busy, waits),
  );
  expect(waits).toContain(7000);
  expect(simulator.state().pipelines).toHaveLength(1);
});
