import type { Done } from "#context";
import { IDEAS_EACH, type Idea, ideaText, mayThink } from "#domain/idea.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { closesSection } from "#domain/section.ts";
import { isSurveyed } from "#domain/survey.ts";
import { agendaOf, askedByKey, questionById, questionsOf } from "../store/agenda.ts";
import * as ideas from "../store/ideas.ts";
import { type Act, byFacilitator, byParticipant, DONE } from "./command.ts";
import type { Guest, House } from "./house.ts";

export const ideaTag = (house: House, key: string, id: string): string => house.tagOf(key, `idea:${id}`);

/** `signed`: the device said that the name would stand under it; then and only then it may. */
type Input = { id: string; question: string; text: string; signed?: boolean | undefined };

/** Participants write what they think; the facilitator may only add what the question itself suggests, once it is revealed. */
export const writeIdea = async (house: House, guest: Guest, input: Input): Promise<Done> => {
  const isSeed = guest.isFacilitator && (await isSuggestion(house, guest, input));
  return isSeed || !guest.seat
    ? byFacilitator(house, guest, (act) => addSeed(act, input, isSeed))
    : byParticipant(house, guest, async (act) => {
        const { trx, workshop, key, kept, person } = act;
        const tag = ideaTag(house, key, input.id);
        const before = await ideas.keptIdea(trx, workshop, input.id);
        if (before) return before.tag === tag ? DONE : refuse("not-allowed");
        const text = ideaText(input.text);
        const asked = await askedByKey(trx, workshop, input.question);
        const question = asked && (await questionById(trx, workshop, asked.question));
        const isUnsaid = asked !== undefined && asked.key === kept.current && (await closes(act, asked.key));
        const no = isUnsaid ? null : mayThink(asked, isSurveyed(kept.workshop, question?.mode));
        if (no || isRefusal(text)) return no ?? (text as Exclude<typeof text, string>);
        if ((await ownCount(act, input.question)) >= IDEAS_EACH) return refuse("ideas-full", { count: IDEAS_EACH });
        // an idea that was written without a name keeps none, also when it arrives after the room has agreed to sign
        const isSigned = !isUnsaid && kept.meeting.isSigned && input.signed === true && asked?.phase !== "waiting";
        const idea: Idea = { ...ideaOf(input, text, false), ...(isUnsaid && { unsaid: true }) };
        await ideas.addIdea(trx, workshop, isSigned ? { ...idea, by: person.id } : idea, tag);
        return DONE;
      });
};

/** Whether the section of this question is just being closed: then, too, something may be said, never with a name. */
const closes = async ({ trx, workshop }: Act, key: string): Promise<boolean> =>
  closesSection({ asked: await agendaOf(trx, workshop), questions: await questionsOf(trx, workshop) }, key);

/** How many ideas to a question this device wrote. Only its own key tells: the ideas themselves have no author. */
const ownCount = async ({ house, trx, workshop, key }: Act & { key: string }, question: string): Promise<number> =>
  (await ideas.ideaTags(trx, workshop, question)).filter(
    ({ id, tag }) => tag !== null && tag === ideaTag(house, key, id),
  ).length;

const ideaOf = ({ id, question }: Input, text: string, seed: boolean): Idea => ({
  id,
  question,
  text,
  group: null,
  seed,
});

/** Whether the text is one of the question's own options, and the silence about the question is over. */
const isSuggestion = async (house: House, { workshop }: Guest, { question, text }: Input): Promise<boolean> => {
  const asked = await askedByKey(house.database, workshop, question);
  if (!asked || asked.phase === "waiting" || asked.phase === "think") return false;
  const { options = [] } = (await questionById(house.database, workshop, asked.question)) ?? {};
  return options.some(({ label }) => label.ru === text.trim() || label.en === text.trim());
};

const addSeed = async ({ trx, workshop }: Act, input: Input, isSeed: boolean): Promise<Done> => {
  if (!isSeed) return refuse("not-allowed");
  const before = await ideas.keptIdea(trx, workshop, input.id);
  if (before) return before.seed === 1 ? DONE : refuse("not-allowed");
  const no = mayThink(await askedByKey(trx, workshop, input.question));
  if (no) return no;
  await ideas.addIdea(trx, workshop, ideaOf(input, input.text.trim(), true), null);
  return DONE;
};

export const changeIdea = (house: House, guest: Guest, input: { id: string; text: string | null }): Promise<Done> =>
  byParticipant(house, guest, async ({ trx, workshop, key }) => {
    const idea = await ideas.keptIdea(trx, workshop, input.id);
    if (!idea) return input.text === null ? DONE : refuse("no-such-thing");
    if (idea.tag !== ideaTag(house, key, input.id)) return refuse("not-allowed");
    const asked = await askedByKey(trx, workshop, idea.question);
    // what is still sealed is the writer's own, whenever it was written
    if (asked?.phase !== "think" && asked?.phase !== "waiting") return refuse("phase-passed");
    if (input.text === null) {
      await ideas.removeIdea(trx, workshop, input.id);
      return DONE;
    }
    const text = ideaText(input.text);
    if (isRefusal(text)) return text;
    await ideas.setIdeaText(trx, workshop, input.id, text);
    return DONE;
  });

export const groupIdea = (house: House, guest: Guest, input: { id: string; group: string | null }): Promise<Done> =>
  byFacilitator(house, guest, async ({ trx, workshop }) => {
    const idea = await ideas.keptIdea(trx, workshop, input.id);
    const asked = idea && (await askedByKey(trx, workshop, idea.question));
    if (!idea || !asked) return refuse("no-such-thing");
    if (asked.phase !== "reveal" && asked.phase !== "word") return refuse("not-this-phase");
    if (input.group === null || input.group === input.id) {
      await ideas.groupIdea(trx, workshop, input.id, null);
      return DONE;
    }
    const target = await ideas.keptIdea(trx, workshop, input.group);
    if (!target || target.question !== idea.question) return refuse("no-such-thing");
    const leader = target.leader ?? target.id;
    // an idea cannot be led by one that it leads itself
    if (leader === idea.id) return refuse("bad-input", { where: "group" });
    await ideas.groupIdea(trx, workshop, input.id, leader);
    return DONE;
  });
