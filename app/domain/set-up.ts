import { z } from "zod";
import { type AskedQuestion, layAgenda } from "./agenda.ts";
import { Brand } from "./brand.ts";
import { type DealType, TypicalOrder } from "./deal-type.ts";
import { ExistingChain } from "./existing-chain.ts";
import { transliterated } from "./pipeline/key.ts";
import { type Question, Slug } from "./question.ts";
import type { WorkshopRecord } from "./record.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { Stage } from "./stage.ts";
import { Threshold } from "./threshold.ts";
import { ExistingPassage, type Workshop } from "./workshop.ts";

const Id = z.string().min(1).max(60);
const Name = z.string().trim().min(1).max(200);
const Wording = z.string().trim().min(1).max(500);

/** What a stage is, as it is edited: the parts that a chain editor shows; the others stay as they were. */
export const StageEdit = Stage.pick({ id: true, name: true, exit: true, role: true, norm: true });
export type StageEdit = z.infer<typeof StageEdit>;

/** One change of the set-up. The set-up is no rule: nothing that was decided changes by it. */
export const SetUpChange = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("workshop"), company: Name, title: Name, threshold: Threshold }),
  z.strictObject({ change: z.literal("order"), order: TypicalOrder }),
  z.strictObject({ change: z.literal("brand"), brand: Brand }),
  z.strictObject({ change: z.literal("survey"), open: z.boolean() }),
  z.strictObject({ change: z.literal("existing"), passages: z.array(ExistingPassage).max(5000) }),
  z.strictObject({
    change: z.literal("lay"),
    passage: z.number().int().nonnegative(),
    question: z.string().nullable(),
  }),
  z.strictObject({ change: z.literal("role"), id: Id, name: Name, department: Name }),
  /** `like` is a deal type of this workshop whose chain is copied, or `template` one of the industries'. */
  z.strictObject({
    change: z.literal("add-deal-type"),
    id: Id,
    name: Name,
    like: z.string().nullable(),
    template: z.strictObject({ id: Slug, dealType: Slug }).nullable(),
  }),
  /** A deal type that begins with a chain the company's CRM has already. */
  z.strictObject({ change: z.literal("bring-chain"), id: Id, name: Name, chain: ExistingChain }),
  z.strictObject({ change: z.literal("rename-deal-type"), id: Id, name: Name }),
  z.strictObject({ change: z.literal("remove-deal-type"), id: Id }),
  z.strictObject({ change: z.literal("stages"), dealType: Id, stages: z.array(StageEdit).min(1).max(40) }),
  /** A question of the bank, wherever it can be asked and is not yet. */
  z.strictObject({ change: z.literal("ask"), question: Slug }),
  z.strictObject({
    change: z.literal("own-question"),
    id: Slug,
    wording: Wording,
    scope: z.enum(["workshop", "deal-type", "stage"]),
    kind: z.enum(["text", "steps", "role", "duration", "pairs", "yesno"]),
    section: Slug,
  }),
  z.strictObject({ change: z.literal("reword"), question: Slug, wording: Wording }),
  /** Takes questions off the agenda; a question that nobody asks any more can be asked again from the bank. */
  z.strictObject({ change: z.literal("hide"), keys: z.array(z.string()).min(1).max(2000) }),
  /** `before` null puts it at the end. */
  z.strictObject({ change: z.literal("move"), key: z.string(), before: z.string().nullable() }),
]);
export type SetUpChange = z.infer<typeof SetUpChange>;

/** The part of a record that is set up and not decided. */
export type SetUp = Pick<WorkshopRecord, "workshop" | "questions" | "asked">;

/** What the server looks up for a change: the question of the bank or the deal type of the industry that it names. */
export type Found = {
  question?: Question | undefined;
  dealType?: DealType | undefined;
  /** Roles and departments that the found chain speaks of; what the workshop has already keeps its own name. */
  roles?: Workshop["roles"];
  departments?: Workshop["departments"];
};

/**
 * The set-up after a change, or why not. What was opened, even only once, stays: its ideas and decisions would hang in
 * the air (`question-started`).
 * @param current the key of the question that is open just now, or null
 */
export const changeSetUp = (
  record: WorkshopRecord,
  current: string | null,
  change: SetUpChange,
  found: Found = {},
): SetUp | Refusal => {
  const { workshop, questions, asked } = record;
  const isStarted = ({ key, phase }: AskedQuestion) => phase !== "waiting" || key === current;
  const withWorkshop = (part: Partial<Workshop>): SetUp => ({ workshop: { ...workshop, ...part }, questions, asked });
  /** Another set of deal types: their questions come and go with them. */
  const withDealTypes = (dealTypes: DealType[], isNew: (asked: AskedQuestion) => boolean): SetUp | Refusal => {
    const known = new Set(dealTypes.flatMap(({ id, stages }) => [id, ...stages.map((stage) => `${id} ${stage.id}`)]));
    const isGone = (item: AskedQuestion) =>
      item.dealType !== null && !known.has(item.stage === null ? item.dealType : `${item.dealType} ${item.stage}`);
    if (asked.some((item) => isGone(item) && isStarted(item))) return refuse("question-started");
    const kept = asked.filter((item) => !isGone(item));
    return {
      workshop: { ...workshop, dealTypes },
      questions,
      asked: laid(kept, layAgenda(questions, dealTypes), isNew),
    };
  };

  switch (change.change) {
    case "workshop":
      return withWorkshop({ company: change.company, title: change.title, threshold: change.threshold });
    case "order":
      return withWorkshop({ order: change.order });
    case "brand": {
      const { brand: _, ...rest } = workshop;
      const isPlain = Object.keys(change.brand).length === 0;
      return { workshop: isPlain ? rest : { ...rest, brand: change.brand }, questions, asked };
    }
    case "survey": {
      const { survey, ...rest } = workshop;
      return { workshop: change.open ? { ...rest, survey: true } : rest, questions, asked };
    }
    case "existing":
      return withWorkshop({ existing: change.passages });
    case "lay":
      if (change.question !== null && !asked.some(({ key }) => key === change.question))
        return refuse("no-such-thing", { where: "question" });
      return withWorkshop({
        existing: workshop.existing.map((passage, at) =>
          at === change.passage ? { ...passage, question: change.question } : passage,
        ),
      });
    case "role":
      return withWorkshop(withRole(workshop, change));
    case "add-deal-type": {
      if (workshop.dealTypes.some(({ id }) => id === change.id)) return { workshop, questions, asked };
      const like = found.dealType ?? workshop.dealTypes.find(({ id }) => id === change.like);
      if (!like) return refuse("no-such-thing", { where: "dealType" });
      const added = { ...like, id: change.id, name: change.name };
      const changed = withDealTypes([...workshop.dealTypes, added], (item) => item.dealType === change.id);
      if ("refused" in changed) return changed;
      const { roles = [], departments = [] } = found;
      return {
        ...changed,
        workshop: {
          ...changed.workshop,
          roles: [...workshop.roles, ...roles.filter(({ id }) => !workshop.roles.some((role) => role.id === id))],
          departments: [
            ...workshop.departments,
            ...departments.filter(({ id }) => !workshop.departments.some((known) => known.id === id)),
          ],
        },
      };
    }
    case "bring-chain": {
      if (workshop.dealTypes.some(({ id }) => id === change.id)) return { workshop, questions, asked };
      const added = broughtDealType(change, workshop);
      return withDealTypes([...workshop.dealTypes, added], (item) => item.dealType === change.id);
    }
    case "rename-deal-type":
      return withWorkshop({
        dealTypes: workshop.dealTypes.map((type) => (type.id === change.id ? { ...type, name: change.name } : type)),
      });
    case "remove-deal-type": {
      const rest = workshop.dealTypes.filter(({ id }) => id !== change.id);
      return rest.length === 0 ? refuse("last-one") : withDealTypes(rest, () => false);
    }
    case "stages": {
      const type = workshop.dealTypes.find(({ id }) => id === change.dealType);
      if (!type) return refuse("no-such-thing", { where: "dealType" });
      const ids = change.stages.map(({ id }) => id);
      if (new Set(ids).size < ids.length) return refuse("bad-input", { where: "stages" });
      if (change.stages.some(({ role }) => role !== null && !workshop.roles.some(({ id }) => id === role)))
        return refuse("bad-input", { where: "role" });
      const before = new Set(type.stages.map(({ id }) => id));
      return withDealTypes(
        workshop.dealTypes.map((other) => (other === type ? withStages(type, change.stages) : other)),
        (item) => item.dealType === type.id && item.stage !== null && !before.has(item.stage),
      );
    }
    case "ask":
    case "own-question": {
      const question = change.change === "ask" ? found.question : ownQuestion(change);
      if (!question) return refuse("no-such-thing", { where: "question" });
      const all = questions.some(({ id }) => id === question.id) ? questions : [...questions, question];
      const places = layAgenda(all, workshop.dealTypes);
      return { workshop, questions: all, asked: laid(asked, places, (item) => item.question === question.id) };
    }
    case "reword":
      return {
        workshop,
        asked,
        questions: questions.map((question) =>
          question.id === change.question
            ? { ...question, wording: { ru: change.wording, en: change.wording } }
            : question,
        ),
      };
    case "hide": {
      const hidden = new Set(change.keys);
      if (asked.some((item) => hidden.has(item.key) && isStarted(item))) return refuse("question-started");
      const rest = asked.filter(({ key }) => !hidden.has(key));
      return rest.length === 0 ? refuse("last-one") : { workshop, questions, asked: numbered(rest) };
    }
    case "move": {
      const moved = asked.find(({ key }) => key === change.key);
      if (!moved) return refuse("no-such-thing", { where: "key" });
      if (change.key === change.before) return { workshop, questions, asked };
      const rest = asked.filter((item) => item !== moved);
      const at = change.before === null ? rest.length : rest.findIndex(({ key }) => key === change.before);
      if (at < 0) return refuse("no-such-thing", { where: "before" });
      return { workshop, questions, asked: numbered([...rest.slice(0, at), moved, ...rest.slice(at)]) };
    }
  }
};

const numbered = (asked: AskedQuestion[]): AskedQuestion[] => asked.map((item, position) => ({ ...item, position }));

/** Puts what is new behind what it follows in `order`, and leaves the others where the facilitator has put them. */
const laid = (
  asked: AskedQuestion[],
  order: AskedQuestion[],
  isNew: (asked: AskedQuestion) => boolean,
): AskedQuestion[] => {
  const result = [...asked];
  const there = new Set(asked.map(({ key }) => key));
  order.forEach((item, index) => {
    if (there.has(item.key) || !isNew(item)) return;
    const former = order.slice(0, index).findLast(({ key }) => there.has(key));
    result.splice(former ? result.findIndex(({ key }) => key === former.key) + 1 : 0, 0, item);
    there.add(item.key);
  });
  return numbered(result);
};

/** What ends a chain keeps its meaning as long as its stage is there; a stage that is gone hands it to the last one. */
const withStages = (type: DealType, edits: StageEdit[]): DealType => {
  const stages = edits.map((edit): Stage => {
    const known = type.stages.find(({ id }) => id === edit.id);
    return {
      ...(known ?? { entry: "", required: [], conditional: [], tasks: [], rejection: null }),
      ...edit,
    };
  });
  const has = (id: string | null) => stages.some((stage) => stage.id === id);
  const last = stages.at(-1)?.id ?? null;
  return {
    ...type,
    stages: stages.map((stage) =>
      stage.rejection && !has(stage.rejection.backTo) ? { ...stage, rejection: null } : stage,
    ),
    wonAt: type.wonAt === null || has(type.wonAt) ? type.wonAt : last,
    completedAt: type.completedAt === null || has(type.completedAt) ? type.completedAt : last,
  };
};

/** Stages get ids that a person can read: a CRM that loads the result will know them by these. */
const broughtDealType = (
  { id, name, chain }: Extract<SetUpChange, { change: "bring-chain" }>,
  { roles, dealTypes, language }: Workshop,
): DealType => {
  const alike = (a: string, b: string) => a.toLocaleLowerCase(language) === b.toLocaleLowerCase(language);
  const taken = new Set<string>();
  const stages = chain.stages.map((stage, at): Stage => {
    const wish = transliterated(stage.name) || `stage-${at + 1}`;
    const own = taken.has(wish) ? `${wish}-${at + 1}` : wish;
    taken.add(own);
    return {
      id: own,
      name: stage.name,
      entry: "",
      exit: stage.exit,
      role: roles.find((role) => stage.role !== null && alike(role.name, stage.role))?.id ?? null,
      required: [],
      conditional: [],
      norm: null,
      tasks: [],
      rejection: null,
    };
  });
  const last = stages.at(-1)?.id ?? null;
  const { won, lost, deferred } = chain.outcomes;
  const usual = dealTypes[0]?.outcomes ?? { won: "", lost: "", deferred: "" };
  return {
    id,
    name,
    stages,
    wonAt: last,
    completedAt: last,
    outcomes: { won: won ?? usual.won, lost: lost ?? usual.lost, deferred: deferred ?? usual.deferred },
  };
};

const withRole = (
  { roles, departments }: Workshop,
  { id, name, department }: { id: string; name: string; department: string },
): Pick<Workshop, "roles" | "departments"> => ({
  roles: roles.some((role) => role.id === id)
    ? roles.map((role) => (role.id === id ? { id, name, department } : role))
    : [...roles, { id, name, department }],
  departments: departments.some((known) => known.id === department)
    ? departments
    : [...departments, { id: department, name: department }],
});

/** A question of the team's own is printed in the section that it names, like any other. */
const ownQuestion = (own: Extract<SetUpChange, { change: "own-question" }>): Question => ({
  id: own.id,
  block: "own",
  wording: { ru: own.wording, en: own.wording },
  scope: own.scope,
  kind: own.kind,
  priority: "std",
  express: true,
  mode: "live",
  sections: [own.section],
  feeds: [],
  options: [],
  followUps: [],
  hint: { ru: "Вопрос команды", en: "A question of the team’s own" },
  traps: [],
  seed: [],
});
