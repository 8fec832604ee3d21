import type { WorkshopRecord } from "./record.ts";

/** A template of an account's own: a workshop of which only the set-up is kept, so that any workshop.json can become one. */
export const asTemplate = (record: WorkshopRecord, name: string): WorkshopRecord => ({
  workshop: { ...untouched(record), company: name },
  participants: [],
  attendance: [],
  course: [],
  questions: record.questions,
  asked: record.asked.map(({ temperature, ...item }, position) => ({
    ...item,
    position,
    phase: "waiting",
    timer: null,
  })),
  ideas: [],
  proposals: [],
  rounds: [],
  objections: [],
  decisions: [],
  editorials: [],
  approvals: [],
  acknowledgements: [],
});

type Made = { id: string; company: string; facilitator: string; createdAt: string };

/** The workshop that a template of one's own begins. */
export const fromTemplate = (template: WorkshopRecord, made: Made): WorkshopRecord => ({
  ...asTemplate(template, made.company),
  workshop: { ...untouched(template), ...made },
});

/** The set-up without what belongs to one meeting: its rules in force, its survey, its editions, whether it is over. */
const untouched = ({
  workshop: { survey, startedAt, editions, ...workshop },
}: WorkshopRecord): WorkshopRecord["workshop"] => ({
  ...workshop,
  status: "open",
  existing: [],
});
