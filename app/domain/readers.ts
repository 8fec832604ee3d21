import type { Acknowledgement } from "./acknowledgement.ts";
import { changesBetween } from "./edition.ts";
import type { WorkshopRecord } from "./record.ts";

/**
 * How a person stands to the edition in force. `read` is the last acknowledgement, null when there is none; `because` are
 * the rules that changed since then and bind the person's department. Who is not `due` needs not be asked.
 */
export type Reader = {
  participant: string | null;
  name: string;
  department: string;
  read: Acknowledgement | null;
  due: boolean;
  because: { rule: string; question: string }[];
};

/** Everybody who is to know the edition: the list without observers, and whoever else has read one. */
export const readersOf = (record: WorkshopRecord): Reader[] => {
  const edition = record.workshop.editions?.at(-1)?.number ?? 0;
  const last = (isTheirs: (one: Acknowledgement) => boolean) => record.acknowledgements.findLast(isTheirs) ?? null;
  const listed = record.participants
    .filter((person) => !person.observer)
    .map(({ id, name, department }) => ({
      participant: id,
      name,
      department,
      read: last(({ participant }) => participant === id),
    }));
  const others = [...new Set(record.acknowledgements.flatMap((one) => (one.participant === null ? [one.name] : [])))]
    .map((name) => last((one) => one.participant === null && one.name === name))
    .flatMap((read) => (read ? [{ participant: null, name: read.name, department: read.department, read }] : []));
  return [...listed, ...others].map((person) => {
    const because =
      person.read && person.read.edition < edition
        ? touching(record, person.department, person.read.edition, edition)
        : [];
    return { ...person, because, due: edition > 0 && (person.read === null || because.length > 0) };
  });
};

/** The rules that changed between two editions and bind a department; a corrected slip binds nobody anew. */
export const touching = (record: WorkshopRecord, department: string, from: number, to: number): Reader["because"] =>
  changesBetween(record, from, to)
    .filter(({ kind, binds }) => kind !== "typo" && binds.includes(department))
    .map(({ rule, question }) => ({ rule, question }));
