import { createContext } from "react-router";
import type { Phase } from "#domain/agenda.ts";
import type { DecisionInput } from "#domain/decision.ts";
import type { HandCount } from "#domain/hand-count.ts";
import type { FearAnswer } from "#domain/idea.ts";
import type { Bilingual, Language } from "#domain/language.ts";
import type { MeetingChange, Renewal } from "#domain/meeting.ts";
import type { NewPerson, NewWorkshop } from "#domain/new-workshop.ts";
import type { Disposition } from "#domain/objection.ts";
import type { PackageDraft } from "#domain/package-vote.ts";
import type { Participant } from "#domain/participant.ts";
import type { Marked, QuizAnswers, Situation } from "#domain/quiz.ts";
import type { WorkshopRecord } from "#domain/record.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Audience, MineView, SharedView } from "#domain/room.ts";
import type { Choice, Trial } from "#domain/round.ts";
import type { SetUpChange } from "#domain/set-up.ts";
import type { WorkshopCard } from "#domain/workshop.ts";
import type { Problem } from "#domain/workshop-file.ts";

/** A command either was carried out (again: commands may be repeated) or was refused with a reason. */
export type Done = { done: true } | Refusal;

export type Account = { id: string; name: string; email: string };
/** `Refusal`-like answers of the account door carry codes of their own area: `account.refusal.<code>` in the words. */
export type AccountRefusal = { refused: string; retryAfter?: number };
export type Entered = { headers: Headers };

export interface Accounts {
  isFresh(): Promise<boolean>;
  who(request: Request): Promise<Account | null>;
  byEmail(email: string): Promise<Account | null>;
  signUp(
    input: { name: string; email: string; password: string; invitation?: string },
    request: Request,
  ): Promise<Entered | AccountRefusal>;
  signIn(input: { email: string; password: string }, request: Request): Promise<Entered | AccountRefusal>;
  signOut(request: Request): Promise<Entered>;
  invite(by: string, email: string | null): Promise<{ token: string; expiresAt: string }>;
  invitation(token: string): Promise<{ email: string | null; by: string } | null>;
  invitations(by: string): Promise<{ id: string; email: string | null; expiresAt: string; usedAt: string | null }[]>;
  revokeInvitation(by: string, id: string): Promise<void>;
}

export type { NewPerson, NewWorkshop };

/** What a person who holds a join code may know before joining: the names to choose from, nothing of the record. */
export type Invitation = {
  workshop: string;
  company: string;
  title: string;
  language: Language;
  roles: { id: string; name: string; department: string }[];
  departments: { id: string; name: string }[];
  people: { id: string; name: string; role: string; department: string; here: boolean }[];
};

/** A template of an account's own, as it is listed. */
export type OwnTemplateCard = { id: string; name: string; createdAt: string; stages: number; questions: number };

/** The templates that one account has kept; every method knows only those of the account it is asked for. */
export interface OwnTemplates {
  list(account: Account): Promise<OwnTemplateCard[]>;
  /** Keeps the set-up of a workshop; what was said in it stays out. */
  keep(account: Account, record: WorkshopRecord, name: string): Promise<{ id: string }>;
  /** The text of a template or workshop file; a file that cannot be read changes nothing. */
  bringIn(account: Account, text: string): Promise<{ id: string } | { problem: Problem }>;
  /** The template as a file, null when this account has none such. */
  file(account: Account, id: string): Promise<{ name: string; text: string } | null>;
  remove(account: Account, id: string): Promise<void>;
  start(account: Account, id: string, company: string): Promise<{ id: string } | Refusal>;
}

export interface Workshops {
  shelf(account: string): Promise<WorkshopCard[]>;
  create(account: Account, input: NewWorkshop): Promise<{ id: string } | Refusal>;
  /** The finished demo workshop of a template, loaded for this account. */
  createDemo(account: Account, template: string, language: Language): Promise<{ id: string }>;
  /** A workshop.json with everything in it becomes a workshop of this account; a file that cannot be read changes nothing. */
  openRecord(account: Account, text: string): Promise<{ id: string } | { problem: Problem }>;
  byCode(code: string, request: Request): Promise<Invitation | null | Refusal>;
  /** With `participant` the person takes a listed name (or the own one again), otherwise a new one is added. */
  join(
    code: string,
    input: { participant?: string; name: string; role: string; department: string },
    request: Request,
  ): Promise<(Entered & { workshop: string }) | Refusal>;
  /** Whoever leads gives the lead to another account of this installation, known by its e-mail. */
  handOver(workshop: string, email: string, request: Request): Promise<Done>;
  /** The owner takes the lead back. */
  reclaim(workshop: string, request: Request): Promise<Done>;
  /** The owner puts a workshop away from the shelf, or brings it back; nothing in it changes. */
  archive(workshop: string, archived: boolean, request: Request): Promise<Done>;
  /** Somebody who sits in the room hands the phone to another person of the list. */
  pass(workshop: string, participant: string, request: Request): Promise<Entered | Refusal>;
  /** The room as the asker may enter it; null when there is no such workshop or the asker has no business there. */
  enter(workshop: string, request: Request): Promise<RoomDoor | null>;
  /** The edition in force as a reading link shows it; null for a link that does not open. */
  read(token: string): Promise<ReaderDoor | null>;
  /** Seats the person whom a reading link names in this browser, so that the room can be entered. */
  sitByLink(token: string, request: Request): Promise<(Entered & { workshop: string }) | null>;
  /** The room as a projector shows it. */
  project(token: string): Promise<RoomDoor | null>;
}

export type View = { shared: SharedView; mine: MineView; at: string };

/** What facilitators need to bring people in; `code` is six characters. */
export type Entrance = { code: string; joinUrl: string; projectorUrl: string };

/** Links by which the edition in force is read: of everybody for who leads, the own one for who sits in the room. */
export type ReadingInvitations = {
  people: { participant: string; url: string }[];
  /** For those who are not on the list; null for a participant. */
  others: string | null;
};

/** What can be answered before the meeting; `sealed` counts the thoughts of all, `own` are those of the asking device. */
export type SurveyView = {
  open: boolean;
  questions: {
    key: string;
    wording: Bilingual;
    options: Bilingual[];
    place: string | null;
    sealed: number;
    own: { id: string; text: string }[];
  }[];
};

/** One asker in one workshop. Every method checks what this asker may do and refuses by value. */
export interface RoomDoor {
  readonly workshop: string;
  readonly audience: Audience;
  readonly participant: Participant | null;
  view(): Promise<View>;
  /** Everything that is not silent any more; for the document and the exports. */
  record(): Promise<WorkshopRecord>;
  /** Null for everybody but the facilitator. */
  entrance(): Promise<Entrance | null>;

  /** Null for the projector. */
  reading(): Promise<ReadingInvitations | null>;
  /** Null for the projector. */
  survey(): Promise<SurveyView | null>;
  openQuestion(input: { question: string }): Promise<Done>;
  movePhase(input: { question: string; from: Phase; to: Phase; confirmed: boolean }): Promise<Done>;
  /** `seconds` from now; 0 stops the timer; `more` adds to a running one. */
  setTimer(input: { question: string; seconds: number; more?: boolean }): Promise<Done>;
  /** Puts the typed answer into words where nobody has written any yet. */
  wordAnswer(input: { question: string }): Promise<Done>;
  setReady(input: { question: string; ready: boolean }): Promise<Done>;
  /** `signed` is what the device showed: the name stands under an idea only when the writer knew that it would. */
  writeIdea(input: { id: string; question: string; text: string; signed?: boolean | undefined }): Promise<Done>;
  /** Only the device that wrote an idea can change or take it back, and only while it is sealed. */
  changeIdea(input: { id: string; text: string | null }): Promise<Done>;
  /** What became of a fear of the wall; null takes the answer back. */
  answerFear(input: { idea: string; answer: FearAnswer | null }): Promise<Done>;
  groupIdea(input: { id: string; group: string | null }): Promise<Done>;
  /** Asks how the wording feels (1–5), or closes that and shows the spread. */
  takeTemperature(input: { question: string; open: boolean }): Promise<Done>;
  giveReading(input: { question: string; value: number }): Promise<Done>;
  /**
   * Freezes the wording and the typed answer of the text room; `seen` is `hashedText` of what the facilitator saw. With
   * `trial` the wording of the last round is voted on once more, in force until a date.
   */
  openRound(input: { id: string; question: string; seen: string; trial?: Trial | undefined }): Promise<Done>;
  /** Votes shown by hands or on slips, entered by the facilitator for an open round; null takes them back. */
  countHands(input: { round: string; count: HandCount | null }): Promise<Done>;
  closeRound(input: { round: string; confirmed: boolean }): Promise<Done>;
  /** Null for everybody but the facilitator. */
  packageDrafts(): Promise<PackageDraft[] | null>;
  /** Freezes the drafts of these questions and puts them before everybody as one vote. */
  openPackage(input: { id: string; questions: string[] }): Promise<Done>;
  /** Anybody in the room may take a rule out of the package that is voted on; nobody learns who did. */
  pullOut(input: { round: string; reason: string | null }): Promise<Done>;
  castPackage(input: { choice: Exclude<Choice, "object">; concern: string | null }): Promise<Done>;
  closePackage(input: { confirmed: boolean }): Promise<Done>;
  dropPackage(): Promise<Done>;
  castBallot(input: {
    round: string;
    choice: Choice;
    concern: string | null;
    objection: { id: string; reason: string; wish: string; named: boolean } | null;
  }): Promise<Done>;
  reply(input: { id: string; objection: string; text: string }): Promise<Done>;
  dispose(input: { objection: string; disposition: Disposition }): Promise<Done>;
  decide(input: { id: string; question: string; decision: DecisionInput }): Promise<Done>;
  /** Opens the shared text of a place beside the clauses with what the document says there. */
  openText(input: { place: string }): Promise<Done>;
  /** Takes what was written beside the clauses into the document; `seen` is the JSON of the wording that was seen. */
  keepText(input: { id: string; place: string; seen: string }): Promise<Done>;
  /** Corrects a slip of spelling in an adopted rule; what might change its meaning is refused. */
  fixTypo(input: { id: string; question: string; wrong: string; right: string }): Promise<Done>;
  /** Anybody may want a vote on a correction: it is taken out and the question taken up again. */
  recallTypo(input: { id: string; typo: string }): Promise<Done>;
  /** An objection to a rule in force; it reopens this one rule, also in a workshop that is closed. */
  objectLate(input: { id: string; question: string; reason: string; wish: string; named: boolean }): Promise<Done>;
  setUp(change: SetUpChange): Promise<Done>;
  /** Rules in force now, pasted or as a file (.docx, .txt, .md), laid to the questions that they answer. */
  layExisting(brought: { text: string } | { name: string; bytes: Uint8Array }): Promise<Done>;
  /** Calls everybody, locks the door, has ideas signed, splits the room for the stage walk. */
  changeMeeting(change: MeetingChange): Promise<Done>;
  /** A card of a stage as the groups draft it: the view of the room as if its question were open. */
  card(key: string): Promise<View | null>;
  addPerson(input: NewPerson & { id: string }): Promise<Done>;
  removePerson(input: { id: string }): Promise<Done>;
  /** Somebody leaves early, or is there again. */
  setAway(input: { id: string; away: boolean }): Promise<Done>;
  /** A new join code, or a new link for the wall; the old one stops working at once. */
  renewEntrance(input: { what: Renewal }): Promise<Done>;
  /** Closing asks once more (`fears-open`) while a fear of the wall is unanswered and nothing is `confirmed`. */
  closeWorkshop(input: { closed: boolean; confirmed?: boolean | undefined }): Promise<Done>;
}

/** One reader of the edition in force, who came by a link and has no account. `edition` is the one that was seen. */
export interface ReaderDoor {
  readonly workshop: string;
  /** Null for the link that is for those who are not on the list. */
  readonly person: Participant | null;
  record(): Promise<WorkshopRecord>;
  approve(input: { id: string; edition: number }): Promise<Done>;
  /** Name and department are of somebody who is not on the list; otherwise they are the person's own. */
  acknowledge(input: { id: string; edition: number; name: string; department: string }): Promise<Done>;
  /** Empty before the first edition. */
  quiz(language: Language, department: string): Promise<Situation[]>;
  /** Marks the answers; with an acknowledgement the first result is kept beside it. */
  answerQuiz(input: {
    acknowledgement: string | null;
    answers: QuizAnswers;
    department: string;
    language: Language;
  }): Promise<Marked | Refusal>;
}

/** How a document is to look, which editions to compare, and who hears how far it has got. */
export type Making = {
  profile?: "gost-7.0.97-2025" | "international" | undefined;
  between?: [number, number] | undefined;
  onStep?: ((step: string) => void) | undefined;
};

/** A file made from a record: `type` is the media type. Null is a name that no file has; `why` says what this server lacks. */
export interface Files {
  make(
    record: WorkshopRecord,
    name: string,
    language: Language,
    making?: Making,
  ): Promise<{ bytes: Uint8Array; type: string } | { why: Bilingual } | null>;
  /** The regulation in a Word file of the company, or what that file is or lacks. */
  fill(
    record: WorkshopRecord,
    template: Uint8Array,
  ): Promise<
    | { bytes: Uint8Array }
    | { refused: string }
    | { lacks: { missing: readonly string[]; unknown: readonly string[]; misplaced: readonly string[] } }
  >;
  /** The names that such a file may hold. */
  placeholders(language: Language): { name: string; what: string }[];
  whyRefused(reason: string, language: Language): string | null;
  /** Is there a picture of known size in this data address? */
  isLogo(address: string): boolean;
}

/** What is told of a document to whoever holds it: `edition` is its own, `newest` that of its workshop. */
export type Verified = { id: string; hash: string; edition: number; date: string; newest: number };

/** For holders of a printed or stored document; nobody has to sign in. */
export interface Verifier {
  document(id: string): Promise<Verified | Refusal | null>;
  file(
    bytes: Uint8Array,
  ): Promise<
    | { sha256: string; standing: "exact" | "resaved" | "other" | "unknown" | "foreign"; document: Verified | null }
    | Refusal
  >;
}

export type Asker = { language: Language; theme: "light" | "dark" | "system"; nonce: string };

export const accountsContext = createContext<Accounts>();
export const workshopsContext = createContext<Workshops>();
export const ownTemplatesContext = createContext<OwnTemplates>();
export const filesContext = createContext<Files>();
export const verifierContext = createContext<Verifier>();
export const askerContext = createContext<Asker>();
/** Where a bug is reported: once, at the edge. */
export const logContext = createContext<(error: unknown) => void>();
