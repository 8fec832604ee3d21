import type { ru } from "./ru/index.ts";

/** Forms of one message by the plural rules of its language; `{count}` is the number that chooses the form. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Message = string | Plural;
export type Messages = Record<string, Message>;

/** The same keys in another language; which of them have plural forms is decided by the Russian text. */
export type Translation<T extends Messages> = { readonly [K in keyof T]: T[K] extends string ? string : Plural };

export type Key = keyof typeof ru;
export type Catalogue = Translation<typeof ru>;

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<M extends Message> = M extends string ? Names<M> : "count" | Names<M[keyof M] & string>;

/** The arguments that follow a key: none, or one object with exactly the names that stand in braces in its text. */
export type Arguments<K extends Key> = [NamesOf<(typeof ru)[K]>] extends [never]
  ? []
  : [{ [Name in NamesOf<(typeof ru)[K]>]: Name extends "count" ? number : string | number }];
