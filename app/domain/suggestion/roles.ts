import type { AnswerOf, Assignment } from "../answer.ts";
import type { Bilingual } from "../language.ts";
import type { Stage } from "../stage.ts";
import { above, type Ground, known, leadsAt, seller } from "./ground.ts";

type Role = AnswerOf<"role">;
type Part = Partial<Omit<Role, "kind">>;

const ABSENT: Bilingual = { ru: "Заказы на время отсутствия", en: "Orders during an absence" };
const MORE: Bilingual = { ru: "Скидка сверх своего предела", en: "A discount above the own limit" };

export const role = (ground: Ground): Role | null => {
  const part = PARTS[ground.question.id]?.(ground);
  return part ? { kind: "role", legs: [], assignments: [], checks: [], ...part } : null;
};

const accountable = (id: string | undefined): Part | null => (id ? { accountable: id } : null);
const filled = <K extends "legs" | "assignments" | "checks">(key: K, list: Role[K]): Part | null =>
  list.length > 0 ? { [key]: list } : null;

const PARTS: Record<string, (ground: Ground) => Part | null> = {
  "stage-responsible": (ground) => accountable(known(ground, ground.stage?.role)),
  "roles-order-owner": (ground) => filled("legs", legs(ground)),
  "roles-who-assigns": (ground) =>
    filled(
      "assignments",
      ground.stages.flatMap((at) => given(ground, at)),
    ),
  "stage-assignments": (ground) => filled("assignments", ground.stage ? given(ground, ground.stage) : []),
  "roles-substitution": (ground) => filled("assignments", substitutes(ground)),
  "stage-quality-check": (ground) => filled("checks", check(ground)),
  "control-who-tracks": (ground) => filled("checks", readers(ground)),
  "offer-discount-approval": (ground) => {
    const from = seller(ground);
    const to = above(ground, from);
    if (!from || !to || !ground.collected.has("discount-percent")) return null;
    const within = { value: 2, unit: "workHour" as const };
    return { accountable: to, assignments: [{ from, to, subject: ground.tell(MORE), acceptWithin: within }] };
  },
  "outcome-close-right": (ground) => accountable(ground.head),
  "access-delete-export": (ground) => accountable(known(ground, "crm-admin") ?? ground.head),
};

/** Neighbouring stages with the same leading role are one leg. */
const legs = (ground: Ground): Role["legs"] => {
  const made: Role["legs"] = [];
  for (const stage of ground.stages) {
    const leading = leadsAt(ground, stage);
    const last = made.at(-1);
    if (!leading) continue;
    if (last?.role === leading) last.toStage = stage.id;
    else made.push({ fromStage: stage.id, toStage: stage.id, role: leading });
  }
  return made;
};

/** A task of a stage for another role than its own is an assignment. */
const given = (ground: Ground, stage: Stage): Assignment[] => {
  const from = known(ground, stage.role);
  return stage.tasks.flatMap(({ role: to, text, due }) =>
    from && due && to !== from && known(ground, to) ? [{ from, to, subject: text, due }] : [],
  );
};

/** The next one up takes over, or hands out, what somebody leaves behind. */
const substitutes = (ground: Ground): Assignment[] =>
  [...new Set(ground.stages.map((stage) => known(ground, stage.role)))].flatMap((from) => {
    const to = above(ground, from);
    const within = { value: 1, unit: "workDay" as const };
    return from && to ? [{ from, to, subject: ground.tell(ABSENT), acceptWithin: within }] : [];
  });

/** Whoever gets the order next looks at what it comes with; where nobody does, the head. */
const check = (ground: Ground): Role["checks"] => {
  const { stage, stages, head } = ground;
  const next = stages[stages.findIndex(({ id }) => id === stage?.id) + 1];
  const taker = known(ground, next?.role);
  const by = taker && taker !== stage?.role ? taker : head;
  const sign = stage?.exit.trim();
  return by && sign ? [{ role: by, signs: [sign] }] : [];
};

/** Each reader of a report of the template looks after what it shows. */
const readers = (ground: Ground): Role["checks"] => {
  const { template, catalogue, tell } = ground;
  const signs = new Map<string, string[]>();
  for (const id of template?.reports ?? []) {
    const report = catalogue.reports[id];
    if (!report) continue;
    const sign = `${tell(report.name)} (${tell(catalogue.frequencies[report.frequency])})`;
    for (const reader of report.audience)
      if (known(ground, reader)) signs.set(reader, [...(signs.get(reader) ?? []), sign]);
  }
  return [...signs].map(([by, all]) => ({ role: by, signs: all }));
};
