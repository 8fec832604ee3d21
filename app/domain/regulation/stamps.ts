import type { Acknowledgement } from "../acknowledgement.ts";
import { type Approval, signaturesUnder } from "../approval.ts";
import { editionNumber } from "../edition.ts";
import { say } from "../language.ts";
import { readersOf } from "../readers.ts";
import { departmentName } from "../workshop.ts";
import type { Scope } from "./scope.ts";
import type { Stamp } from "./tree.ts";

/** The approvals of this very edition: one as the head and one as the director at most. */
const approvalsIn = ({ record }: Scope): Approval[] =>
  signaturesUnder(record, editionNumber(record)).flatMap(({ approval }) => approval ?? []);

/**
 * What stands in the corner of the first sheet. The director's stamp is always there: with name and day where the edition is
 * approved in the record, otherwise with lines to sign, in both forms of which the company strikes one out. The head's stands
 * there once it is given; until then there is a line on the agreement sheet.
 */
export const stampsOf = (scope: Scope): Stamp[] => {
  const { record, speech, role } = scope;
  const { w } = speech;
  const kind = scope.catalogue.documentKinds[0];
  const signed = (word: string, { as, participant, name, at }: Approval): Stamp => {
    const person = record.participants.find(({ id }) => id === participant);
    return {
      as,
      isSigned: true,
      lines: [word, ...(person ? [role(person.role)] : []), name, speech.date(at.slice(0, 10)), w.byLink],
      byOrder: [],
    };
  };
  const [director, head] = (["director", "head"] as const).map((as) =>
    approvalsIn(scope).find((approval) => approval.as === as),
  );
  return [
    director
      ? signed(w.approve, director)
      : {
          as: "director",
          isSigned: false,
          lines: [w.approve, `_____________________ (${w.position})`, `__________ ____________________`, w.dayToSign],
          byOrder: [
            `${kind ? say(kind.approved, scope.language) : w.approve} ${w.byOrder}`,
            `${w.orderOf} ${w.dayToSign} ${w.orderNumber} ____`,
          ],
        },
    ...(head ? [signed(w.agreedBy, head)] : []),
  ];
};

/** The day on which somebody of the list approved this edition, by the id of the person. */
export const agreedOn = (scope: Scope): Map<string, string> =>
  new Map(approvalsIn(scope).map(({ participant, at }) => [participant, at.slice(0, 10)] as const));

/** A row of the acknowledgement sheet; without `day` it is a line to sign. */
type Acquainted = { name: string; role: string; edition: number; day: string | null };

/**
 * Everybody who is to read the edition, with the day for those who have, newcomers last. Who read an earlier one and is
 * touched by nothing that changed since is not asked again; the row says which edition it was.
 */
export const acquaintedWith = ({ record, role }: Scope): Acquainted[] => {
  const edition = editionNumber(record);
  const isClosed = record.workshop.editions?.at(-1)?.number === edition;
  const readers = isClosed ? readersOf(record).filter(({ due }) => !due) : [];
  const row = (name: string, what: string, read: Acknowledgement | null | undefined): Acquainted => ({
    name,
    role: what,
    edition: read?.edition ?? edition,
    day: read?.at.slice(0, 10) ?? null,
  });
  return [
    ...record.participants.map(({ id, name, role: own }) =>
      row(name, role(own), readers.find(({ participant }) => participant === id)?.read),
    ),
    ...readers
      .filter(({ participant }) => participant === null)
      .map(({ name, department, read }) => row(name, departmentName(record.workshop, department), read)),
  ];
};
