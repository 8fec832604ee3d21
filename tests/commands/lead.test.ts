import { expect, test } from "vitest";
import type { Account } from "#context";
import { asking, type Held, heir, hold } from "./held-workshop.ts";

const audience = async ({ workshops, workshop }: Held, cookie: string) =>
  (await workshops.enter(workshop, asking(cookie)))?.audience ?? null;

test("the lead goes to another account at once, and one leads at a time", async () => {
  const held = await hold();
  const { workshops, workshop, facilitatorCookie } = held;
  const petr = await heir(held);
  expect(await audience(held, petr)).toBeNull();
  expect(await workshops.handOver(workshop, " Petr@Example.org ", asking(facilitatorCookie))).toEqual({ done: true });
  expect(await audience(held, petr)).toBe("facilitator");
  expect(await audience(held, facilitatorCookie)).toBeNull();
  const door = await workshops.enter(workshop, asking(petr));
  expect((await door?.view())?.shared.workshop.facilitator).toBe("Пётр Второй");
  expect(await door?.openQuestion({ question: "intake-registration-moment@new-private" })).toEqual({ done: true });
});

test("the owner sees who leads and takes the lead back; nobody else can", async () => {
  const held = await hold();
  const { services, workshops, workshop, account, facilitatorCookie } = held;
  const petr = await heir(held);
  await workshops.handOver(workshop, "petr@example.org", asking(facilitatorCookie));
  expect((await workshops.shelf(account.id)).map(({ ledBy }) => ledBy)).toEqual(["Пётр Второй"]);
  const other = (await services.accounts.who(asking(petr))) as Account;
  expect((await workshops.shelf(other.id)).map(({ id, ledBy }) => [id, ledBy])).toEqual([[workshop, null]]);
  expect(await workshops.reclaim(workshop, asking())).toEqual({ refused: "not-allowed" });
  expect(await workshops.reclaim(workshop, asking(petr))).toEqual({ done: true });
  expect(await audience(held, petr)).toBe("facilitator");
  expect(await workshops.reclaim(workshop, asking(facilitatorCookie))).toEqual({ done: true });
  expect(await audience(held, facilitatorCookie)).toBe("facilitator");
  expect(await audience(held, petr)).toBeNull();
  expect((await workshops.shelf(other.id)).length).toBe(0);
});

test("the lead is handed over by its holder only, and only to an account that is there", async () => {
  const held = await hold();
  const { workshops, workshop, people, facilitatorCookie } = held;
  expect(await workshops.handOver(workshop, "nobody@example.org", asking(facilitatorCookie))).toEqual({
    refused: "no-account",
  });
  const petr = await heir(held);
  expect(await workshops.handOver(workshop, "petr@example.org", asking(petr))).toEqual({ refused: "not-allowed" });
  expect(await workshops.handOver(workshop, "petr@example.org", asking(people[0]?.cookie))).toEqual({
    refused: "not-allowed",
  });
});
