import fc from "fast-check";
import { expect, test } from "vitest";
import type { RoomDoor } from "#context";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { asking, come, doorOf, type Held, heir, hold, must, NEW, newId } from "./held-workshop.ts";
import { listen } from "./listening.ts";
import { Play, QUESTION, Step } from "./random-play.ts";

/** How many random plays; the checks are content with a few, who looks for trouble sets RANDOM_RUNS. */
const RUNS = Number(process.env.RANDOM_RUNS ?? 15);

test(
  "whatever people do in whatever order, no rule stands over an open objection, and nothing is lost, doubled or leaked",
  async () => {
    const held = await hold();
    const second = { cookie: await heir(held), email: "petr@example.org" };
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const play = await begin(held, second);
        for (const step of steps) {
          await play.take(step);
          await play.check();
        }
        // what stands in the record in the end can be handed over as a file, and no file tells what is silent
        const record = await play.held.facilitator.record();
        const written = writeWorkshopFile(record);
        expect(readWorkshopFile(written)).toHaveProperty("record");
        await play.checkFiles(record);
        for (const ear of play.ears) ear.leave();
      }),
      { numRuns: RUNS },
    );
  },
  60_000 + RUNS * 15_000,
);

const begin = async (held: Held, second: { cookie: string; email: string }): Promise<Play> => {
  const made = await held.workshops.create(held.account, { ...NEW, depth: "express", people: NEW.people.slice(0, 5) });
  if ("refused" in made) throw new Error(made.refused);
  const facilitator: RoomDoor = await doorOf(held.workshops, made.id, held.facilitatorCookie);
  const { code = "", projectorUrl = "" } = (await facilitator.entrance()) ?? {};
  const invitation = await held.workshops.byCode(code, asking());
  const listed = invitation && "people" in invitation ? invitation.people : [];
  const fresh: Held = { ...held, workshop: made.id, facilitator, code };
  await facilitator.openQuestion({ question: QUESTION });
  await facilitator.movePhase({ question: QUESTION, from: "waiting", to: "think", confirmed: true });
  const people = await Promise.all(listed.map(({ id, name }) => come(fresh, made.id, code, id, name)));
  const first = { cookie: held.facilitatorCookie, email: "marina@example.org" };
  const play = new Play(fresh, people, [first, second]);
  // somebody who only looks on, a console and the wall sit on the feed
  const watcher = newId();
  const observer = { name: "Наблюдатель", role: "director", department: "management", head: false, votes: false };
  await must(facilitator.addPerson({ id: watcher, ...observer, observer: true }));
  const looking = await come(fresh, made.id, code, watcher);
  play.ears = await Promise.all([
    listen(fresh, held.facilitatorCookie),
    listen(fresh, looking.cookie),
    listen(fresh, "", `?projector=${projectorUrl.split("/").at(-1)}`),
  ]);
  return play;
};
