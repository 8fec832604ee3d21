import type { Bilingual } from "../language.ts";
import type { Problem } from "../workshop-file/problem.ts";

/** A chain as it was read, before its limits are checked. */
export type Found = {
  name: string | null;
  stages: { name: string; exit: string; role: string | null }[];
  outcomes: { won: string | null; lost: string | null; deferred: string | null };
};

export type Read = { chains: Found[] } | { problem: Problem };

export const problemOf = (where: string, expected: Bilingual, got: Bilingual): Read => ({
  problem: { where, expected, got },
});

export const stageOf = (name: string): Found["stages"][number] => ({ name: name.trim(), exit: "", role: null });
