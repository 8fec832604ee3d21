import { useMemo } from "react";
import type { MineView, SharedView } from "#domain/room.ts";
import { newId } from "#live/new-id.ts";
import type { Command } from "#live/outbox.ts";
import type { OutboxInUse } from "#live/use-outbox.ts";
import type { PhoneActions } from "./phone.tsx";

/** Everything that somebody wrote in a command. */
export const wordsIn = (body: unknown): string[] => {
  const { text, concern, reason, objection } = body as Record<string, unknown>;
  const { reason: harm, wish } = (objection ?? {}) as Record<string, unknown>;
  return [...new Set([text, concern, reason, harm, wish].filter((words) => typeof words === "string"))];
};

/** On a phone that is passed around everybody has the own drafts and refusals, also after coming in anew by the same name. */
export const ownerOf = (workshop: string, participant: { name: string } | null): string =>
  participant ? `${workshop}.${participant.name}` : "";

/**
 * What a participant can do, as commands that survive a lost connection, with the own things as they will be once
 * the waiting commands have arrived.
 */
export const usePhoneActions = (
  workshop: string,
  { now, meeting: { isSigned } }: Pick<SharedView, "now" | "meeting">,
  mine: MineView,
  outbox: OutboxInUse,
) => {
  const base = `/w/${workshop}`;
  const question = now?.key ?? "";
  const round = now?.round?.id ?? "";
  const { send: put, pending } = outbox;
  const by = ownerOf(workshop, mine.participant);

  const actions = useMemo<PhoneActions>(() => {
    const send = (command: Command) => put({ ...command, by });
    const post = (url: string, body: object, id = newId()) => send({ id, method: "POST", url: `${base}/${url}`, body });
    return {
      write: (text) => {
        const id = newId();
        post("ideas", { id, question, text, ...(isSigned && { signed: true }) }, id);
      },
      change: (idea, text) =>
        send({
          id: newId(),
          method: text === null ? "DELETE" : "PATCH",
          url: `${base}/ideas/${idea}`,
          body: text === null ? {} : { text },
        }),
      ready: (ready) => post("readiness", { question, ready }),
      cast: (cast) => post(`rounds/${round}/ballots`, cast),
      feel: (value) => post("readings", { question, value }),
      castPackage: (cast) => post("packages/ballots", cast),
      pullOut: (pulled, reason) => post("packages/pulls", { round: pulled, reason }),
      reply: (objection, text) => {
        const id = newId();
        post(`objections/${objection}/replies`, { id, text }, id);
      },
      dispose: (objection, disposition) => post(`objections/${objection}/disposition`, { disposition }),
    };
  }, [base, question, round, isSigned, put, by]);

  const ideas = useMemo(() => {
    const own = mine.ideas.filter((idea) => idea.question === question).map((idea) => ({ ...idea, sent: true }));
    for (const command of pending) {
      const body = command.body as { id?: string; question?: string; text?: string };
      if (
        command.url === `${base}/ideas` &&
        body.question === question &&
        body.id &&
        !own.some(({ id }) => id === body.id)
      )
        own.push({ id: body.id, question, text: body.text ?? "", sent: false });
    }
    return own;
  }, [mine.ideas, pending, base, question]);

  const ballotWaiting = pending.some(
    ({ url }) => url === `${base}/packages/ballots` || (round !== "" && url === `${base}/rounds/${round}/ballots`),
  );
  return { actions, ideas, ballotWaiting };
};
