import { beforeEach, describe, expect, test } from "vitest";
import type { WorkshopRecord } from "#domain/record.ts";
import { questions } from "#question-bank";
import * as agenda from "#server/store/agenda.ts";
import * as ballots from "#server/store/ballots.ts";
import * as ideas from "#server/store/ideas.ts";
import * as objections from "#server/store/objections.ts";
import * as participants from "#server/store/participants.ts";
import { readyWith, setReady } from "#server/store/readiness.ts";
import { keep, recordOf } from "#server/store/record.ts";
import { addRound } from "#server/store/rounds.ts";
import type { RecordDatabase } from "#server/store/tables.ts";
import { workshopByCode, workshopById, workshopsOf } from "#server/store/workshops.ts";
import { demoRecord } from "#templates";

export const newId = (): string => crypto.randomUUID();

const CHOICES = ["agree", "reservation", "object", "abstain"];

/** The same record, its lists in the order in which the store hands them out. */
const inOrder = (record: WorkshopRecord): WorkshopRecord => {
  const by = <T>(list: T[], key: (item: T) => string) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    ...record,
    ideas: by(record.ideas, ({ id }) => id),
    objections: by(record.objections, ({ id }) => id),
    proposals: by(record.proposals, ({ question, version }) => `${question} ${version}`),
    rounds: by(record.rounds, ({ question, number }) => `${question} ${number}`).map((round) => ({
      ...round,
      ballots: by(round.ballots, ({ choice, concern }) => `${CHOICES.indexOf(choice)} ${concern ?? ""}`),
    })),
  };
};

const story = (id: string): WorkshopRecord => {
  const record = demoRecord("windows", "ru", questions, id);
  if (!record) throw new Error("the windows template has lost its demo workshop");
  return record;
};

/** What any database must do that keeps the record. `open` gives an empty one for each test. */
export const storeContract = (name: string, open: () => Promise<RecordDatabase>): void => {
  describe(`a store in ${name}`, () => {
    let database: RecordDatabase;
    const bring = (record: WorkshopRecord, code = "ABC234") =>
      database.transaction().execute((trx) => keep(trx, record, { owner: "marina", code, newId }));
    beforeEach(async () => {
      database = await open();
    });

    test("gives back the record that it was given", async () => {
      const record = story("w1");
      await bring(record);
      const kept = (await recordOf(database, "w1")) as WorkshopRecord;
      const { rounds, ...rest } = inOrder(kept);
      const { rounds: expected, ...others } = inOrder(record);
      expect(rest).toEqual(others);
      expect(rounds).toEqual(expected);
      expect(kept.decisions.map(({ id }) => id)).toEqual(record.decisions.map(({ id }) => id));
    });

    test("keeps workshops apart, although their stories have the same ids", async () => {
      const record = story("w1");
      await bring(record);
      await bring({ ...record, workshop: { ...record.workshop, id: "w2", company: "Другая" } }, "XYZ234");
      expect((await recordOf(database, "w2"))?.workshop.company).toBe("Другая");
      expect((await recordOf(database, "w1"))?.ideas).toHaveLength(record.ideas.length);
      expect((await workshopsOf(database, "marina")).sort()).toEqual(["w1", "w2"]);
      expect(await workshopsOf(database, "somebody else")).toEqual([]);
    });

    test("takes a record whole or not at all", async () => {
      const record = story("w1");
      const broken = { ...record, decisions: [...record.decisions, ...record.decisions.slice(0, 1)] };
      await expect(bring(broken)).rejects.toThrow();
      expect(await recordOf(database, "w1")).toBeNull();
      expect(await workshopById(database, "w1")).toBeNull();
    });

    test("finds a workshop by its code however it is typed, and never two", async () => {
      await bring(story("w1"));
      expect((await workshopByCode(database, "abc234"))?.workshop.id).toBe("w1");
      expect(await workshopByCode(database, "ABC235")).toBeNull();
      await expect(bring(story("w2"))).rejects.toThrow();
    });

    test("does not read ideas that are sealed", async () => {
      const record = story("w1");
      await bring(record);
      const key = record.ideas[0]?.question ?? "";
      const others = record.ideas.filter(({ question }) => question !== key).length;
      for (const phase of ["waiting", "think"] as const) {
        await agenda.setPhase(database, "w1", key, phase);
        expect(await ideas.revealedIdeas(database, "w1")).toHaveLength(others);
      }
      await agenda.setPhase(database, "w1", key, "reveal");
      expect(await ideas.revealedIdeas(database, "w1")).toHaveLength(record.ideas.length);
    });

    test("does not read the ballots of an open round, nor the objections that lie among them", async () => {
      const record = story("w1");
      await bring(record);
      const [proposal] = record.proposals;
      const id = newId();
      const round = {
        id,
        question: proposal?.question ?? "",
        proposal: proposal?.id ?? "",
        number: 9,
        status: "open" as const,
      };
      const times = { openedAt: "2026-11-23T10:00:00.000Z", closedAt: null };
      await addRound(database, "w1", { ...round, ...times, invited: 0, answered: 0, missingDepartments: [] });
      await ballots.addBallot(database, "w1", id, { id: newId(), choice: "object", concern: null, tag: "mark" });
      await ballots.addParticipation(database, "w1", id, record.participants[0]?.id ?? "");
      const objection = { id: newId(), question: round.question, round: id, reason: "вредно", wish: "иначе", by: null };
      await objections.addObjection(database, "w1", { ...objection, disposition: "raised", replies: [] }, "mark");
      const kept = await recordOf(database, "w1");
      expect(kept?.rounds.find((other) => other.id === id)).toMatchObject({ ballots: [], answered: 1 });
      expect(kept?.objections).toHaveLength(record.objections.length);
      expect(await objections.heardOn(database, "w1", round.question)).not.toContainEqual(
        expect.objectContaining({ id: objection.id }),
      );
      expect(await ballots.ballotByTag(database, "w1", id, "mark")).toMatchObject({ choice: "object" });
    });

    test("forgets marks, participations and ids when a round is made anonymous", async () => {
      await bring(story("w1"));
      const id = newId();
      for (const concern of ["а", "б", "в"]) {
        await ballots.addBallot(database, "w1", id, {
          id: concern,
          choice: "reservation",
          concern,
          tag: `mark ${concern}`,
        });
        await ballots.addParticipation(database, "w1", id, concern);
      }
      await ballots.anonymise(database, "w1", id, newId);
      const rows = await database.selectFrom("ballots").selectAll().where("round", "=", id).execute();
      expect(rows.map(({ concern }) => concern).sort()).toEqual(["а", "б", "в"]);
      expect(rows.every(({ id: row, tag }) => tag === null && row.length === 36)).toBe(true);
      expect([...(await ballots.participationsIn(database, "w1", id))]).toEqual([]);
    });

    test("keeps people in the order in which they were listed, and forgets who has left", async () => {
      const record = story("w1");
      await bring(record);
      const late = { id: newId(), name: "Пётр", role: "sales-manager", department: "sales", head: false, votes: true };
      await participants.addParticipants(database, "w1", [late]);
      const names = (await participants.participantsOf(database, "w1")).map(({ name }) => name);
      expect(names).toEqual([...record.participants.map(({ name }) => name), "Пётр"]);
      await setReady(database, "w1", "goals-why-crm", late.id, true);
      await setReady(database, "w1", "goals-why-crm", late.id, true);
      expect(await readyWith(database, "w1", "goals-why-crm")).toEqual([late.id]);
      await participants.removeParticipant(database, "w1", late.id);
      expect(await readyWith(database, "w1", "goals-why-crm")).toEqual([]);
      expect(await participants.participantById(database, "w1", late.id)).toBeUndefined();
    });

    test("leaves nothing behind of a transaction that failed", async () => {
      await bring(story("w1"));
      const text = "не должно остаться";
      await database
        .transaction()
        .execute(async (trx) => {
          await ideas.addIdea(
            trx,
            "w1",
            { id: newId(), question: "goals-why-crm", text, group: null, seed: false },
            null,
          );
          throw new Error("stop");
        })
        .catch(() => undefined);
      expect(await ideas.ideaTags(database, "w1", "goals-why-crm")).toEqual([]);
    });
  });
};
