import type { Pipeline } from "#domain/pipeline.ts";
import type { Given, Json, Method, PlanFile, Step, Unsupported, Warning } from "./contract.ts";
import type { Element, ElementKind } from "./elements.ts";
import { elementsOf } from "./elements.ts";
import type { Names } from "./names.ts";

export type StepInput = {
  id: string;
  does: string;
  method?: Method;
  path: string;
  body?: Json;
  gives?: Given[];
  carries?: string[];
  finds?: { method?: Method; path: string; body?: Json; gives: Given[] };
  changes?: { method?: Method; path: string; body: Json };
  when?: string;
  unless?: string;
};

const SYMBOL = /\{\{([^}]+)\}\}/g;
const symbolsIn = (value: unknown, found: Set<string> = new Set()): Set<string> => {
  if (typeof value === "string") {
    if (value.includes("{{")) for (const [, symbol = ""] of value.matchAll(SYMBOL)) found.add(symbol);
  } else if (typeof value === "object" && value !== null)
    for (const part of Object.values(value)) symbolsIn(part, found);
  return found;
};

/** A plan while it is being written by a vendor. What is left over in the end is listed as not supported. */
export class Draft {
  readonly names: Names;
  readonly pipeline: Pipeline;
  readonly elements: readonly Element[];
  readonly steps: Step[] = [];
  readonly files: PlanFile[] = [];
  readonly warnings: Warning[] = [];
  readonly #byId: Map<string, Element>;
  readonly #partly = new Map<string, Pick<Unsupported, "reason" | "manual">>();
  readonly #givenBy = new Map<string, string>();

  constructor(pipeline: Pipeline, names: Names) {
    this.pipeline = pipeline;
    this.names = names;
    this.elements = elementsOf(pipeline, names);
    this.#byId = new Map(this.elements.map((element) => [element.id, element]));
  }

  say(ru: string, en: string): string {
    return this.names.say(ru, en);
  }

  /** All of an element in a sentence. */
  says(element: string): string {
    return this.#byId.get(element)?.says ?? element;
  }

  of(kind: ElementKind): Element[] {
    return this.elements.filter((element) => element.kind === kind);
  }

  /** A call that comes after all those whose symbols it uses. */
  step(input: StepInput): void {
    const { method = "POST", body = null, gives = [], carries = [], finds, changes } = input;
    const given = [...gives, ...(finds?.gives ?? [])];
    const used = symbolsIn([
      input.path,
      body,
      finds?.path,
      finds?.body,
      // what is sent again the same way is not read again
      changes && changes.body === body ? changes.path : changes,
      gives,
      input.when ?? null,
      `{{${input.when}}}`,
    ]);
    const needs = [...new Set([...used].flatMap((symbol) => this.#givenBy.get(symbol) ?? []))];
    for (const { symbol } of given) if (!this.#givenBy.has(symbol)) this.#givenBy.set(symbol, input.id);
    this.steps.push({
      id: input.id,
      does: input.does,
      method,
      path: input.path,
      body,
      needs,
      gives,
      carries: this.#known(carries),
      finds: finds
        ? { method: finds.method ?? "GET", path: finds.path, body: finds.body ?? null, gives: finds.gives }
        : null,
      changes: changes ? { method: changes.method ?? "PATCH", path: changes.path, body: changes.body } : null,
      ...(input.when && { when: input.when }),
      ...(input.unless && { unless: input.unless }),
    });
  }

  file(name: string, does: string, text: string, carries: string[]): void {
    this.files.push({ name, does, text, carries: this.#known(carries) });
  }

  /** What arrives, but not as all that was agreed. */
  partly(element: string, reason: string, manual: string): void {
    this.#known([element]);
    this.#partly.set(element, { reason, manual });
  }

  warn(element: string, what: string): void {
    this.warnings.push({ element, what });
  }

  /** A text that a CRM takes only to a length, in characters: cut after a word, marked with «…», and told. */
  short(element: string, text: string, max: number): string {
    if (text.length <= max) return text;
    const cut = text.slice(0, max - 1);
    const atWord = cut.slice(0, Math.max(cut.lastIndexOf(" "), Math.floor(max * 0.6))).trimEnd();
    const shortened = `${atWord.replace(/[\uD800-\uDBFF]$/, "")}…`;
    this.warn(
      element,
      this.say(
        `Название длиннее ${max} знаков, стоит ${this.names.quote(shortened)} вместо ${this.names.quote(text)}`,
        `The name is longer than ${max} characters: ${this.names.quote(shortened)} stands for ${this.names.quote(text)}`,
      ),
    );
    return shortened;
  }

  /** The list of what is to be done by hand, in the order of the elements. */
  unsupported(byHand: Record<ElementKind, { reason: string; manual: string }>): Unsupported[] {
    const carried = new Set([...this.steps, ...this.files].flatMap(({ carries }) => carries));
    return this.elements.flatMap(({ id, kind, name, says }) => {
      const partly = this.#partly.get(id);
      if (partly) return [{ element: id, name, ...partly }];
      if (carried.has(id)) return [];
      const { reason, manual } = byHand[kind];
      return [{ element: id, name, reason, manual: `${manual}: ${says}` }];
    });
  }

  #known(ids: string[]): string[] {
    for (const id of ids) if (!this.#byId.has(id)) throw new Error(`the pipeline has no element ${id}`);
    return ids;
  }
}
