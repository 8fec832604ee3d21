import type { Done, Entrance, ReadingInvitations, RoomDoor } from "#context";
import type { Participant } from "#domain/participant.ts";
import { type Refusal, refuse } from "#domain/refusal.ts";
import type { Audience } from "#domain/room.ts";
import type { Loaded } from "../store/loaded.ts";
import { castBallot } from "./ballots.ts";
import { decide } from "./decisions.ts";
import { fixTypo, keepText, openText, recallTypo } from "./editorials.ts";
import { layExisting } from "./existing.ts";
import { answerFear } from "./fears.ts";
import { countHands } from "./hand-count.ts";
import type { Guest, House } from "./house.ts";
import { changeIdea, groupIdea, writeIdea } from "./ideas.ts";
import { objectLate } from "./late-objection.ts";
import { changeMeeting } from "./meeting.ts";
import { dispose, reply } from "./objections.ts";
import {
  castPackage,
  closePackageVote,
  dropPackageVote,
  openPackageVote,
  packageDrafts,
  pullOut,
} from "./package-vote.ts";
import { addPerson, removePerson, setAway } from "./people.ts";
import { movePhase, openQuestion, setReady, setTimer } from "./phases.ts";
import { closeRound, openRound } from "./rounds.ts";
import { setUp } from "./set-up.ts";
import { surveyFor } from "./survey.ts";
import { giveReading, takeTemperature } from "./temperature.ts";
import { cardOf, mineOf, sharedOf } from "./view.ts";
import { wordAnswer } from "./worded.ts";
import { closeWorkshop, renewEntrance } from "./workshop-life.ts";

type Parts = {
  guest: Guest;
  audience: Audience;
  participant: Participant | null;
  /** Null when this guest may send a command now. */
  limit: () => Promise<Refusal | null>;
  entranceOf: (loaded: Loaded) => Entrance;
  readingOf: (loaded: Loaded, guest: Guest) => ReadingInvitations;
};

/** Everything that one guest may ask of one workshop. */
export const openDoor = (
  house: House,
  { guest, audience, participant, limit, entranceOf, readingOf }: Parts,
): RoomDoor => {
  const { workshop } = guest;
  const loaded = async (): Promise<Loaded> => {
    const known = await house.loaded.of(workshop);
    if (!known) throw new Error(`workshop ${workshop} went away while its door was open`);
    return known;
  };
  const command =
    <Input>(carry: (house: House, guest: Guest, input: Input) => Promise<Done>) =>
    async (input: Input): Promise<Done> => {
      if (audience === "projector") return refuse("not-allowed");
      return (await limit()) ?? carry(house, guest, input);
    };
  return {
    workshop,
    audience,
    participant,
    async view() {
      const known = await loaded();
      return {
        shared: sharedOf(house, known, audience),
        mine: await mineOf(house, known, guest.seat),
        at: house.now().toISOString(),
      };
    },
    record: async () => (await loaded()).record,
    entrance: async () => (guest.isFacilitator || audience === "projector" ? entranceOf(await loaded()) : null),
    reading: async () => (audience === "projector" ? null : readingOf(await loaded(), guest)),
    survey: async () => (audience === "projector" ? null : surveyFor(house, guest)),
    card: async (key) => {
      const known = await loaded();
      const shared = audience === "projector" ? null : cardOf(house, known, audience, key);
      return shared && { shared, mine: await mineOf(house, known, guest.seat), at: house.now().toISOString() };
    },
    openQuestion: command(openQuestion),
    movePhase: command(movePhase),
    setTimer: command(setTimer),
    setReady: command(setReady),
    writeIdea: command(writeIdea),
    changeIdea: command(changeIdea),
    answerFear: command(answerFear),
    groupIdea: command(groupIdea),
    takeTemperature: command(takeTemperature),
    giveReading: command(giveReading),
    wordAnswer: command(wordAnswer),
    openRound: command(openRound),
    countHands: command(countHands),
    closeRound: command(closeRound),
    packageDrafts: async () => (guest.isFacilitator ? packageDrafts(house, workshop) : null),
    openPackage: command(openPackageVote),
    pullOut: command(pullOut),
    castPackage: command(castPackage),
    closePackage: command(closePackageVote),
    dropPackage: () => command((_, me) => dropPackageVote(house, me))(undefined),
    castBallot: command(castBallot),
    reply: command(reply),
    dispose: command(dispose),
    decide: command(decide),
    openText: command(openText),
    keepText: command(keepText),
    fixTypo: command(fixTypo),
    recallTypo: command(recallTypo),
    objectLate: command(objectLate),
    setUp: command(setUp),
    layExisting: command(layExisting),
    addPerson: command(addPerson),
    removePerson: command(removePerson),
    setAway: command(setAway),
    changeMeeting: command(changeMeeting),
    renewEntrance: command(renewEntrance),
    closeWorkshop: command(closeWorkshop),
  };
};
