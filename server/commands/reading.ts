import type { Done, ReaderDoor } from "#context";
import type { Acknowledgement } from "#domain/acknowledgement.ts";
import { capacitiesOf, mayApprove } from "#domain/approval.ts";
import { recordAt } from "#domain/edition.ts";
import type { Language } from "#domain/language.ts";
import { asRead, type Participant, personName } from "#domain/participant.ts";
import { markQuiz, quizOf } from "#domain/quiz.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import { sealOf } from "#exports/seal.ts";
import { catalogue } from "#templates";
import { acknowledgementsOf, addAcknowledgement, setQuiz } from "../store/acknowledgements.ts";
import { addApproval, approvalsOf } from "../store/approvals.ts";
import { recordOf } from "../store/record.ts";
import { type Act, carryOut, DONE } from "./command.ts";
import type { House } from "./house.ts";

const lastEdition = (record: WorkshopRecord): number => record.workshop.editions?.at(-1)?.number ?? 0;

/** The record as the edition in force holds it, null before the first closing. */
export const inForceOf = (record: WorkshopRecord): WorkshopRecord | null => {
  const edition = lastEdition(record);
  return edition === 0 ? null : recordAt(record, edition);
};

type Reading = {
  house: House;
  workshop: string;
  person: Participant | null;
  limit: () => Promise<Refusal | null>;
  load: () => Promise<WorkshopRecord>;
};

/** What somebody may do who came by a reading link: read the edition in force, approve it, say that it was read. */
export const openReaderDoor = ({ house, workshop, person, limit, load }: Reading): ReaderDoor => {
  const guest = { workshop, isFacilitator: false, seat: null };
  /** Carries out a command on the edition that the reader has seen; when there is a newer one, it is to be read first. */
  const on = async (
    edition: number,
    work: (act: Act, seen: { record: WorkshopRecord; hash: string }) => Promise<Done>,
  ): Promise<Done> =>
    (await limit()) ??
    carryOut(
      house,
      guest,
      async (act) => {
        const record = await recordOf(act.trx, workshop);
        const inForce = record && inForceOf(record);
        if (!record || !inForce) return refuse("no-edition");
        if (lastEdition(record) !== edition) return refuse("edition-moved");
        return work(act, { record, hash: sealOf(inForce, null).hash });
      },
      { closed: true },
    );

  const quiz = async (language: Language, department: string) => {
    const inForce = inForceOf(await load());
    return inForce ? quizOf(inForce, catalogue, language, department) : [];
  };

  return {
    workshop,
    person,
    record: load,

    approve: ({ id, edition }) =>
      on(edition, async ({ trx, at }, { record, hash }) => {
        const no = mayApprove(record.workshop, person, edition);
        if (no || !person) return no ?? refuse("not-allowed");
        const before = await approvalsOf(trx, workshop);
        for (const [place, as] of capacitiesOf(person).entries()) {
          if (before.some((one) => one.edition === edition && one.as === as)) continue;
          const own = place === 0 ? id : house.newId();
          await addApproval(trx, workshop, {
            id: own,
            edition,
            hash,
            as,
            participant: person.id,
            name: person.name,
            at,
          });
        }
        return DONE;
      }),

    acknowledge: ({ id, edition, name, department }) =>
      on(edition, async ({ trx, at }, { record, hash }) => {
        const who = person ?? { id: null, name: personName(name), department };
        if (!who.name) return refuse("text-empty");
        if (who.name.length > 80) return refuse("text-too-long", { count: 80 });
        if (!record.workshop.departments.some((one) => one.id === who.department))
          return refuse("bad-input", { where: "department" });
        // people of the list have links of their own, so that nobody signs for them
        if (!person && record.participants.some((one) => asRead(one.name) === asRead(who.name)))
          return refuse("name-taken");
        const isTheirs = (one: Acknowledgement) =>
          person ? one.participant === person.id : one.participant === null && asRead(one.name) === asRead(who.name);
        const before = await acknowledgementsOf(trx, workshop);
        if (before.some((one) => one.id === id || (one.edition === edition && isTheirs(one)))) return DONE;
        const made = { id, edition, hash, participant: who.id, name: who.name, department: who.department, at };
        await addAcknowledgement(trx, workshop, made);
        return DONE;
      }),

    quiz,

    async answerQuiz({ acknowledgement, answers, department, language }) {
      const marked = markQuiz(await quiz(language, department), answers);
      if (acknowledgement === null || marked.of === 0) return marked;
      const done = await kept(acknowledgement, marked);
      return "refused" in done ? done : marked;
    },
  };

  /** The first attempt is the one that is kept: reading what was wrong and trying again is no news. */
  async function kept(acknowledgement: string, { right, of }: { right: number; of: number }): Promise<Done> {
    const no = await limit();
    if (no) return no;
    return carryOut(
      house,
      guest,
      async ({ trx }) => {
        const own = (await acknowledgementsOf(trx, workshop)).find(
          (one) => one.id === acknowledgement && one.participant === (person?.id ?? null),
        );
        if (!own) return refuse("no-such-thing");
        if (!own.quiz) await setQuiz(trx, workshop, { ...own, quiz: { right, of } });
        return DONE;
      },
      { closed: true },
    );
  }
};
