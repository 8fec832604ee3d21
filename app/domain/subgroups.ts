import { z } from "zod";
import type { AskedQuestion } from "./agenda.ts";
import { stageOf } from "./deal-type.ts";
import type { Bilingual } from "./language.ts";
import type { Participant } from "./participant.ts";
import { questionOf, type WorkshopRecord } from "./record.ts";

/** One half of the room: ids of its people, and the stages that it drafts as `dealType.stage`. */
export const Subgroup = z.strictObject({
  people: z.array(z.string().max(60)).max(500),
  stages: z.array(z.string().max(130)).max(200),
});
export type Subgroup = z.infer<typeof Subgroup>;

/**
 * Two groups that walk the stages side by side (domain brief §6.1): in `work` each drafts the cards of its own stages, in
 * `check` each reads the other's. Neither decides anything: the cards are voted on by all.
 */
export const Subgroups = z.strictObject({
  state: z.enum(["work", "check"]),
  groups: z.tuple([Subgroup, Subgroup]),
});
export type Subgroups = z.infer<typeof Subgroups>;

const placeOf = ({ dealType, stage }: Pick<AskedQuestion, "dealType" | "stage">): string => `${dealType}.${stage}`;

/** The questions about stages that are not settled: the cards that can be drafted. */
export const openCards = ({ asked }: Pick<WorkshopRecord, "asked">): AskedQuestion[] =>
  asked.filter((item) => item.stage !== null && item.phase !== "decided" && item.phase !== "parked");

/** The group that drafts a question, null when none does. */
export const groupOf = ({ groups }: Subgroups, asked: Pick<AskedQuestion, "dealType" | "stage">): Subgroup | null =>
  asked.stage === null ? null : (groups.find(({ stages }) => stages.includes(placeOf(asked))) ?? null);

/** Whether this person may write in the draft of this question while the groups are at work. */
export const mayDraft = (subgroups: Subgroups | null, asked: AskedQuestion, participant: string): boolean =>
  isDrafted(subgroups, asked) && (groupOf(subgroups as Subgroups, asked)?.people.includes(participant) ?? false);

/** Whether the text of this question is open to a group. */
export const isDrafted = (subgroups: Subgroups | null, asked: AskedQuestion): boolean =>
  subgroups?.state === "work" &&
  asked.phase !== "decided" &&
  asked.phase !== "parked" &&
  asked.phase !== "round" &&
  groupOf(subgroups, asked) !== null;

/**
 * Two mixed groups: people of one department are dealt out in turn, so that both groups have somebody of each department
 * that has two; the first half of the stages goes to the first group.
 */
export const suggestSubgroups = (record: Pick<WorkshopRecord, "asked" | "participants">): Subgroups => {
  const people: [string[], string[]] = [[], []];
  const byDepartment = new Map<string, Participant[]>();
  for (const person of record.participants)
    if (!person.observer && !person.away)
      byDepartment.set(person.department, [...(byDepartment.get(person.department) ?? []), person]);
  for (const department of byDepartment.values())
    for (const { id } of department) (people[0].length <= people[1].length ? people[0] : people[1]).push(id);
  const stages = [...new Set(openCards(record).map(placeOf))];
  const half = Math.ceil(stages.length / 2);
  return {
    state: "work",
    groups: [
      { people: people[0], stages: stages.slice(0, half) },
      { people: people[1], stages: stages.slice(half) },
    ],
  };
};

/** A card as the lists show it; `finished` counts those of its group who say that it is. */
export type CardView = { key: string; wording: Bilingual; place: string; finished: number };
export type SubgroupsView = { state: Subgroups["state"]; groups: { people: string[]; cards: CardView[] }[] };

export const subgroupsView = (
  record: Pick<WorkshopRecord, "workshop" | "asked" | "questions">,
  subgroups: Subgroups,
  finished: ReadonlyMap<string, number>,
): SubgroupsView => ({
  state: subgroups.state,
  groups: subgroups.groups.map((group) => ({
    people: group.people,
    cards: openCards(record)
      .filter((asked) => groupOf(subgroups, asked) === group)
      .map((asked) => ({
        key: asked.key,
        wording: questionOf(record, asked).wording,
        place: stageOf(record.workshop.dealTypes, asked.dealType, asked.stage)?.name ?? "",
        finished: finished.get(asked.key) ?? 0,
      })),
  })),
});
