import type { Invitation } from "#context";
import { Participant, personName } from "#domain/participant.ts";
import { isRefusal, type Refusal, refuse } from "#domain/refusal.ts";
import { addParticipants, participantById, participantsOf } from "../store/participants.ts";
import { type KeptWorkshop, workshopByCode } from "../store/workshops.ts";
import { noteCame } from "./attendance.ts";
import type { House } from "./house.ts";
import { isNameTaken } from "./people.ts";

/** `own` is the person that the asking browser came as before; the own name stands first. */
export const invitationOf = async (
  house: House,
  { workshop }: KeptWorkshop,
  own: string | null,
): Promise<Invitation> => {
  const here = new Set(house.feed.here(workshop.id));
  const people = await participantsOf(house.database, workshop.id);
  return {
    workshop: workshop.id,
    company: workshop.company,
    title: workshop.title,
    language: workshop.language,
    roles: workshop.roles,
    departments: workshop.departments,
    people: people
      .sort((a, b) => Number(b.id === own) - Number(a.id === own))
      .map(({ id, name, role, department }) => ({ id, name, role, department, here: here.has(id) })),
  };
};

export type Joining = { participant?: string; name: string; role: string; department: string };

/** Finds or makes the person that somebody comes as; the head is named by the facilitator, never by oneself. */
export const sit = async (
  house: House,
  code: string,
  input: Joining,
  /** Who the asking browser came to this workshop as before. */
  ownIn: (workshop: string) => string | null,
): Promise<{ workshop: string; participant: string } | Refusal> => {
  const seated = await house.database.transaction().execute(async (trx) => {
    const kept = await workshopByCode(trx, code);
    if (!kept) return refuse("no-such-thing");
    const { workshop } = kept;
    const { isLocked } = kept.meeting;
    const isOwn = input.participant === ownIn(workshop.id);
    const at = house.now().toISOString();
    if (input.participant !== undefined) {
      const person = await participantById(trx, workshop.id, input.participant);
      if (!person) return refuse("no-such-thing");
      if (isLocked && !isOwn) return refuse("entrance-locked");
      if (workshop.status === "open") await noteCame(trx, workshop.id, person.id, at);
      return { workshop: workshop.id, participant: person.id };
    }
    if (workshop.status === "closed") return refuse("workshop-closed");
    if (isLocked) return refuse("entrance-locked");
    const name = personName(input.name);
    if (!name) return refuse("text-empty", { where: "name" });
    const role = workshop.roles.find(({ id }) => id === input.role);
    if (!role) return refuse("bad-input", { where: "role" });
    const department = input.department || role.department;
    if (!workshop.departments.some(({ id }) => id === department)) return refuse("bad-input", { where: "department" });
    const person = Participant.safeParse({ id: house.newId(), name, role: role.id, department });
    if (!person.success) return refuse("bad-input", { where: "name" });
    if (await isNameTaken(trx, workshop.id, name)) return refuse("name-taken", { where: "name" });
    await addParticipants(trx, workshop.id, [person.data]);
    await noteCame(trx, workshop.id, person.data.id, at);
    return { workshop: workshop.id, participant: person.data.id };
  });
  if (!isRefusal(seated)) {
    house.loaded.forget(seated.workshop);
    house.feed.changed(seated.workshop);
  }
  return seated;
};
