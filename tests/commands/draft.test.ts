import { expect, test } from "vitest";
import type { Answer } from "#domain/answer.ts";
import { hashedText } from "#domain/proposal.ts";
import { plainText, Wording } from "#domain/wording.ts";
import { roomName } from "#server/collaboration/rooms.ts";
import { draftOf, prefill, wholeAnswer } from "#server/commands/draft.ts";
import { openLiveDoors } from "#server/commands/live-doors.ts";
import { ballot, doorOf, hold, lead, must, newId, openHouse, type } from "./held-workshop.ts";

const NORM = "stage-time-norm@new-private.production";

test("a wording that is put into a text comes out of it as it was", async () => {
  const { services, workshop } = await hold();
  const wording: Wording = [
    { kind: "paragraph", spans: [{ text: "Цех " }, { text: "обязан", bold: true }, { text: " ответить" }] },
    { kind: "bullet", spans: [{ text: "за час" }] },
    { kind: "bullet", spans: [{ text: "письменно", italic: true, bold: true }] },
    { kind: "numbered", spans: [{ text: "первое" }] },
    { kind: "paragraph", spans: [{ text: "и всё" }] },
  ];
  const answer: Answer = { kind: "single", optionId: "any-contact", note: "всегда" };
  prefill(services.parts.house, workshop, "a question", { wording, answer, from: null });
  const draft = draftOf(services.parts.house, workshop, "a question");
  expect(draft.wording).toEqual(wording);
  expect(wholeAnswer(draft, "single")).toEqual(answer);
  expect(hashedText(draft.wording, answer)).toBe(hashedText(Wording.parse(wording), answer));
  prefill(services.parts.house, workshop, "a question", {
    wording: null,
    answer: { kind: "single", optionId: "other" },
    from: "template",
  });
  expect(draftOf(services.parts.house, workshop, "a question")).toEqual(draft);
});

test("a whole answer is worded for the room, and what somebody has written is left alone", async () => {
  const held = await hold();
  const { facilitator, services, workshop } = held;
  const anna = held.people[1];
  expect(await facilitator.wordAnswer({ question: NORM })).toEqual({ refused: "phase-passed" });
  await lead(held, NORM);
  await must((anna?.door ?? facilitator).wordAnswer({ question: NORM }));
  const worded = draftOf(services.parts.house, workshop, NORM).wording;
  expect(plainText(worded)).toContain("10 рабочих дней");
  type(held, NORM, "Цех делает за 10 дней", {
    kind: "duration",
    norms: [{ what: "Цех", limit: { value: 10, unit: "workDay" } }],
  });
  await must(facilitator.wordAnswer({ question: NORM }));
  expect(plainText(draftOf(services.parts.house, workshop, NORM).wording)).toBe("Цех делает за 10 дней");
});

test("a rule of one choice goes on after its lead with a small letter", async () => {
  const held = await hold();
  const question = "intake-registration-moment@new-private";
  await lead(held, question);
  await must(held.facilitator.wordAnswer({ question }));
  const { wording } = draftOf(held.services.parts.house, held.workshop, question);
  expect(plainText(wording)).toBe("В CRM регистрируем: любой вопрос о нашем товаре или услуге");
});

test("an answer of another kind than the question's is not whole", () => {
  expect(wholeAnswer({ wording: [], answer: { kind: "yesno", value: true } }, "single")).toEqual({
    refused: "answer-incomplete",
    where: "kind",
  });
});

test("wording starts with what the template suggests, once, and people change it freely after that", async () => {
  const held = await hold();
  const { facilitator, services, workshop } = held;
  await lead(held, NORM);
  const answer = () => draftOf(services.parts.house, workshop, NORM).answer;
  expect(answer()).toMatchObject({ norms: [{ what: "Изделия готовы", limit: { value: 10, unit: "workDay" } }] });
  const own: Answer = { kind: "duration", norms: [{ what: "Цех", limit: { value: 12, unit: "workDay" } }] };
  type(held, NORM, "12 дней", own);
  await must(facilitator.movePhase({ question: NORM, from: "word", to: "reveal", confirmed: true }));
  await must(facilitator.movePhase({ question: NORM, from: "reveal", to: "word", confirmed: true }));
  expect(answer()).toEqual({ norms: own.norms });
});

test("a rule of the demo that is taken up again starts from its own words", async () => {
  const held = await hold();
  const { id } = await held.workshops.createDemo(held.account, "windows", "ru");
  const door = await doorOf(held.workshops, id, held.facilitatorCookie);
  const record = await door.record();
  const decision = record.decisions.findLast(({ kind }) => kind === "consent");
  const question = decision?.question ?? "";
  const proposal = record.proposals.findLast((item) => item.question === question);
  await must(door.openQuestion({ question }));
  await must(door.movePhase({ question, from: "decided", to: "word", confirmed: true }));
  const draft = draftOf(held.services.parts.house, id, question);
  expect(draft.wording).toEqual(proposal?.wording);
  expect(wholeAnswer(draft, proposal?.answer.kind ?? "text")).toEqual(proposal?.answer);
  const seen = hashedText(draft.wording, proposal?.answer as Answer);
  await must(door.openRound({ id: newId(), question, seen }));
  expect((await door.record()).proposals).toHaveLength(record.proposals.length);
});

test("a text may be written only while its question is being worded, also after a restart", async () => {
  const held = await hold();
  const { facilitator, folder, workshop, people } = held;
  const seen: [string, boolean][] = [];
  const { rooms } = held.services;
  const watched = rooms.setWritable;
  rooms.setWritable = (room, isWritable) => {
    seen.push([room, isWritable]);
    watched(room, isWritable);
  };
  await lead(held, NORM);
  const other = "intake-price-only@new-private";
  await must(facilitator.openQuestion({ question: other }));
  await must(facilitator.openQuestion({ question: NORM }));
  const last = (question: string) => seen.findLast(([room]) => room === roomName(workshop, question))?.[1];
  expect([last(NORM), last(other)]).toEqual([true, false]);
  await must(facilitator.closeWorkshop({ closed: true }));
  expect(last(NORM)).toBe(false);
  await must(facilitator.closeWorkshop({ closed: false }));
  const answer: Answer = { kind: "duration", norms: [{ what: "Цех", limit: { value: 12, unit: "workDay" } }] };
  await must(facilitator.openRound({ id: newId(), question: NORM, seen: type(held, NORM, "12 дней", answer) }));
  expect(last(NORM)).toBe(false);
  await must(facilitator.movePhase({ question: NORM, from: "round", to: "word", confirmed: true }));
  await held.services.close();

  const again = await openHouse(folder);
  const doors = openLiveDoors(again.services.parts);
  const upgrade = (question: string) =>
    ({ url: `/rooms/${workshop}/${encodeURIComponent(question)}`, headers: { cookie: people[1]?.cookie } }) as never;
  expect(await doors.admitToText(upgrade(NORM))).toMatchObject({
    write: true,
    isWritable: true,
    seatId: people[1]?.id,
  });
  expect(await doors.admitToText(upgrade(other))).toMatchObject({ write: true, isWritable: false });
  expect(await doors.admitToText(upgrade("no-such-question"))).toMatchObject({ refuse: 4404 });
});

test("a second deal type starts from what the first one settled, and shows it to compare with", async () => {
  const held = await hold();
  const { facilitator, services, workshop, people } = held;
  await must(
    facilitator.setUp({
      change: "add-deal-type",
      id: "again",
      name: "Действующий клиент",
      like: "new-private",
      template: null,
    }),
  );
  const answer: Answer = { kind: "duration", norms: [{ what: "замер", limit: { value: 2, unit: "calDay" } }] };
  await lead(held, NORM);
  const seen = type(held, NORM, "Замер проводим за два дня.", answer);
  await must(facilitator.openRound({ id: newId(), question: NORM, seen }));
  const round = (await facilitator.record()).rounds[0]?.id ?? "";
  for (const { door } of people) await door.castBallot({ round, ...ballot("agree") });
  await must(facilitator.closeRound({ round, confirmed: true }));
  await must(facilitator.decide({ id: newId(), question: NORM, decision: { kind: "consent" } }));

  const same = NORM.replace("new-private", "again");
  await lead(held, same);
  expect(wholeAnswer(draftOf(services.parts.house, workshop, same), "duration")).toEqual(answer);
  expect(plainText(Wording.parse(draftOf(services.parts.house, workshop, same).wording))).toBe(
    "Замер проводим за два дня.",
  );
  const shown = (await people[0]?.door.view())?.shared.now?.sibling;
  expect(shown?.dealType).not.toBe("Действующий клиент");
  expect(shown?.answer).toEqual(answer);
});

test("a question that the rules in force answer starts from their words, and their text stays theirs", async () => {
  const held = await hold();
  const { facilitator, services, workshop } = held;
  const text =
    "Обращение клиента регистрируем в CRM во время первого разговора.\n\nКофемашину моет тот, кто пил последним.";
  await must(facilitator.layExisting({ text }));
  const { existing } = (await facilitator.record()).workshop;
  expect(existing.map((passage) => passage.text)).toEqual(text.split("\n\n"));
  const question = existing[0]?.question ?? "";
  expect(question).toContain("intake-registration-moment");
  expect(existing[1]?.question).toBeNull();
  await lead(held, question);
  const draft = draftOf(services.parts.house, workshop, question);
  expect(plainText(Wording.parse(draft.wording))).toBe(text.split("\n\n")[0]);
  expect(await held.people[0]?.door.layExisting({ text })).toEqual({ refused: "not-allowed" });
});
