import type { Done } from "#context";
import { layExistingRules } from "#domain/existing-rules.ts";
import { refuse } from "#domain/refusal.ts";
import { catalogue } from "#templates";
import { readRulesFile, Unreadable } from "../existing-rules/index.ts";
import { recordOf } from "../store/record.ts";
import type { Guest, House } from "./house.ts";
import { setUp } from "./set-up.ts";

/** Rules as they were brought: pasted, or a file with its name. */
export type Brought = { text: string } | { name: string; bytes: Uint8Array };

const LONGEST_PASSAGE = 20_000;

/** Lays the rules that are in force now to the questions of the workshop; what was brought before is replaced. */
export const layExisting = async (house: House, guest: Guest, brought: Brought): Promise<Done> => {
  if (!guest.isFacilitator) return refuse("not-allowed");
  const record = await recordOf(house.database, guest.workshop);
  if (!record) return refuse("no-such-thing");
  try {
    const text = "text" in brought ? brought.text : readRulesFile(brought.name, brought.bytes);
    const { passages } = layExistingRules(text, record, catalogue.sections);
    return await setUp(house, guest, {
      change: "existing",
      passages: passages.map(({ kind, label, text, place }) => ({
        heading: kind === "heading",
        text: [label, text].filter(Boolean).join(" ").slice(0, LONGEST_PASSAGE),
        question: place?.question ?? null,
      })),
    });
  } catch (error) {
    if (error instanceof Unreadable) return refuse("file-unreadable", { where: error.code });
    throw error;
  }
};
