import type { Pipeline } from "#domain/pipeline.ts";
import type { Draft } from "./draft.ts";
import type { ElementKind } from "./elements.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Where an answer holds a value: `take` is a dotted path, within the item of `list` that has all of `where` when there is a
 * list. `where` may hold symbols.
 */
export type Pointer = { list?: string; where?: Record<string, Json>; take: string };

/** A symbol that later steps may use as `{{symbol}}`. An answer that lacks an optional one is no error. */
export type Given = { symbol: string; from: Pointer; optional?: true };

export type Method = "GET" | "POST" | "PATCH" | "PUT";

type Call = { method: Method; path: string; body: Json };

/**
 * One call. `needs` are ids of steps that come before; `carries` the elements of the pipeline that arrive with it.
 * `finds` asks whether the thing is there already, from an earlier run or edition; then `changes` is done instead of the call
 * (null: nothing). A step with `when` is passed over if that symbol is not known; one with `unless` is done already if an
 * earlier answer has given that symbol.
 */
export type Step = Call & {
  id: string;
  does: string;
  needs: string[];
  gives: Given[];
  carries: string[];
  finds: (Call & { gives: Given[] }) | null;
  changes: Call | null;
  when?: string;
  unless?: string;
};

export type PlanFile = { name: string; does: string; text: string; carries: string[] };

/** What the CRM does not take by file or call, or not wholly: `reason` says why, `manual` what a person does instead. */
export type Unsupported = { element: string; name: string; reason: string; manual: string };

/** Something that arrives otherwise than it was agreed: shortened, in another colour, put together with another. */
export type Warning = { element: string; what: string };

export type Plan = {
  vendor: string;
  api: string;
  made: { edition: Pipeline["edition"]; sha256: string };
  steps: Step[];
  files: PlanFile[];
  unsupported: Unsupported[];
  warnings: Warning[];
};

/** A reason and a place for the hand: where in this CRM a person does what no call can. */
export type ByHand = { reason: { ru: string; en: string }; manual: { ru: string; en: string } };

/** One CRM. `checked` is the day of the published documentation that the plan was checked against. */
export type Vendor = {
  name: string;
  title: string;
  api: string;
  checked: string;
  /** For every kind of element what is to be done with those that no step and no file carries. */
  byHand: Record<ElementKind, ByHand>;
  /** What a person types where files are loaded by the vendor's own program: why, and shell lines. */
  commands?: readonly { ru: string; en: string; lines: readonly string[] }[];
  /** @throws {PlanRefused} when the CRM cannot hold this pipeline at all */
  draft: (draft: Draft, pipeline: Pipeline) => void;
};

/** The CRM has a hard limit that this pipeline is over; `message` is one line in the reader's language. */
export class PlanRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PlanRefused";
  }
}
