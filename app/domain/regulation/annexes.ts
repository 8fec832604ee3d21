import type { Metric } from "../answer.ts";
import { say } from "../language.ts";
import { lastDecision, questionOf } from "../record.ts";
import { type Round, type Tally, tallyOf } from "../round.ts";
import { fieldsOf, fieldTable } from "./answer-blocks.ts";
import { assignmentTable, limitTable, metricTable, pairTable, tableOf } from "./answer-tables.ts";
import { statusOf } from "./clause.ts";
import { pipelineAnnex } from "./pipeline-annex.ts";
import type { Scope } from "./scope.ts";
import { acquaintedWith } from "./stamps.ts";
import { type AnnexNode, type Block, plain, type Table } from "./tree.ts";

/** The annexes of the outline, each drawn from adopted answers; one without anything in it is left out. */
export const annexesOf = (scope: Scope): AnnexNode[] =>
  scope.catalogue.annexes.flatMap((annex) => {
    const items = CONTENTS[annex.id]?.(scope) ?? [];
    return items.length === 0
      ? []
      : [{ id: annex.id, letter: say(annex.letter, scope.language), title: say(annex.name, scope.language), items }];
  });

const table = (caption: string, columns: [string, number][], rows: string[][]): Table[] =>
  rows.length === 0
    ? []
    : [
        tableOf(
          caption,
          columns,
          rows.map((row) => row.map(plain)),
        ),
      ];

const heading = (text: string): Block => ({ kind: "paragraph", inlines: [{ text, bold: true }] });

const answersOf = <K extends Scope["rules"][number]["answer"]["kind"]>(scope: Scope, kind: K) =>
  scope.rules.flatMap((rule) =>
    rule.answer.kind === kind ? [{ rule, answer: rule.answer as Extract<typeof rule.answer, { kind: K }> }] : [],
  );

const fields = (scope: Scope): Block[] => {
  const known = new Map<string, ReturnType<typeof fieldsOf>[number]>();
  for (const { rule, answer } of answersOf(scope, "fields"))
    for (const field of fieldsOf(rule, answer)) if (!known.has(field.fieldId)) known.set(field.fieldId, field);
  return known.size === 0 ? [] : [fieldTable([...known.values()], scope)];
};

const lossReasons = (scope: Scope): Block[] => {
  const { w, duration } = scope.speech;
  const groupName = (id: string) => {
    const group = scope.catalogue.lossReasonGroups[id];
    return group ? say(group, scope.language) : w.nothing;
  };
  return table(
    w.lossReasons,
    [
      [w.reason, 42],
      [w.group, 22],
      [w.note, 18],
      [w.returnAfter, 18],
    ],
    answersOf(scope, "lossReasons").flatMap(({ answer }) =>
      answer.reasons.map((reason) => [
        reason.name,
        groupName(reason.group),
        reason.commentRequired ? w.comment : w.nothing,
        reason.returnAfter ? duration(reason.returnAfter, scope.fieldName, "accusative") : w.nothing,
      ]),
    ),
  );
};

/** Reports are read for a decision, indicators are counted by a formula; each in a table of its own, each named once. */
const metrics = (scope: Scope): Block[] => {
  const { w } = scope.speech;
  const known = new Map<string, Metric>();
  for (const { answer } of answersOf(scope, "metrics"))
    for (const metric of answer.metrics) known.set(metric.name, { ...metric, ...known.get(metric.name) });
  const all = [...known.values()];
  const reports = all.filter(({ formula, decision }) => !formula && decision);
  const rest = all.filter((metric) => !reports.includes(metric));
  return [
    ...(reports.length > 0 ? [heading(w.reports), metricTable(w.reports, reports, scope)] : []),
    ...(rest.length > 0 ? [heading(w.indicators), metricTable(w.indicators, rest, scope)] : []),
  ];
};

/** Which deal type is meant, where there are several. */
const typeOf = (dealType: string | null, { record }: Scope): string => {
  const { dealTypes } = record.workshop;
  const found = dealTypes.length > 1 && dealTypes.find(({ id }) => id === dealType);
  return found ? ` (${found.name})` : "";
};

/** Who answers for a stage, who gives work to whom, who stands in, who may how much: the powers in one place. */
const roles = (scope: Scope): Block[] => {
  const { w } = scope.speech;
  const responsible = answersOf(scope, "role").flatMap(({ rule, answer }) =>
    rule.questionId === "stage-responsible" && rule.stage && answer.accountable
      ? [
          [
            `${scope.stageName(rule.stage, rule.dealType)}${typeOf(rule.dealType, scope)}`,
            scope.role(answer.accountable),
          ],
        ]
      : [],
  );
  const given = answersOf(scope, "role").filter(({ answer }) => answer.assignments.length > 0);
  const isSubstitution = ({ rule }: (typeof given)[number]) => rule.questionId === "roles-substitution";
  const assigned = given.filter((one) => !isSubstitution(one)).flatMap(({ answer }) => answer.assignments);
  const standIns = given.filter(isSubstitution).flatMap(({ answer }) => answer.assignments);
  const limits = (question: string, caption: string): Block[] => {
    const found = answersOf(scope, "limit").filter(({ rule }) => rule.questionId === question);
    return found.length === 0
      ? []
      : [
          heading(caption),
          limitTable(
            caption,
            found.flatMap(({ answer }) => answer.limits),
            scope,
          ),
        ];
  };
  return [
    ...(responsible.length > 0
      ? [
          heading(w.owners),
          ...table(
            w.owners,
            [
              [w.stage, 60],
              [w.responsible, 40],
            ],
            responsible,
          ),
        ]
      : []),
    ...(assigned.length > 0 ? [heading(w.assignments), assignmentTable("", assigned, scope)] : []),
    ...(standIns.length > 0 ? [heading(w.substitutes), assignmentTable("roles-substitution", standIns, scope)] : []),
    ...limits("offer-discount-limits", w.discounts),
    ...limits("offer-bonuses", w.bonuses),
    ...limits("offer-payment-terms", w.payments),
  ];
};

const crib = (scope: Scope): Block[] => {
  const { w } = scope.speech;
  const pairs = (question: string, caption: string): Block[] => {
    const found = answersOf(scope, "pairs")
      .filter(({ rule }) => rule.questionId === question)
      .flatMap(({ answer }) => answer.pairs);
    return found.length === 0 ? [] : [heading(caption), pairTable(question, found, scope)];
  };
  return [...pairs("offer-advantages", w.advantages), ...pairs("objections-pairs", w.objections)];
};

const register = (scope: Scope): Block[] => {
  const { record, speech, rules } = scope;
  const { w } = speech;
  const votes = ({ agree, reservation, object, abstain }: Tally) =>
    [
      `${w.agree} ${agree}`,
      reservation > 0 && `${w.reservation} ${reservation}`,
      object > 0 && `${w.object} ${object}`,
      abstain > 0 && `${w.abstain} ${abstain}`,
    ]
      .filter(Boolean)
      .join(", ");
  const shown = ({ counted }: Round) => (counted ? `, ${w[counted.how]}: ${counted.ballots}` : "");
  const rows = record.asked
    .filter((asked) => record.decisions.some((decision) => decision.question === asked.key))
    .map((asked) => {
      const rule = rules.find(({ question }) => question === asked.key);
      const decision = record.decisions.findLast(({ question }) => question === asked.key);
      const rounds = record.rounds.filter((round) => round.question === asked.key && round.status === "closed");
      const objections = record.objections.filter(({ question }) => question === asked.key);
      const stage = asked.stage ? ` (${scope.stageName(asked.stage, asked.dealType)})` : "";
      const type = typeOf(asked.dealType, scope);
      return [
        `${say(questionOf(record, asked).wording, scope.language)}${stage}${type}`,
        String(record.ideas.filter(({ question }) => question === asked.key).length),
        rounds.map((round) => `${round.number}: ${votes(tallyOf(round.ballots))}${shown(round)}`).join("; "),
        objections.map((objection) => `${objection.reason} — ${w.dispositions[objection.disposition]}`).join("; ") ||
          w.nothing,
        rule ? `${rule.id}: ${statusOf(rule, scope)}` : decision?.kind === "parked" ? w.parkedTo : w.nothing,
      ];
    });
  return table(
    w.decisionLog,
    [
      [w.question, 30],
      [w.ideas, 8],
      [w.votes, 18],
      [w.objectionsOf, 24],
      [w.outcome, 20],
    ],
    rows,
  );
};

const dissents = (scope: Scope): Block[] => {
  const { record, speech } = scope;
  const { w } = speech;
  const nameOf = (id: string | null) => record.participants.find((person) => person.id === id)?.name ?? w.anonymous;
  const apart = record.objections.filter(
    ({ disposition }) => disposition === "stand-aside" || disposition === "escalated",
  );
  // what was parked and taken up again is open no longer
  const parked = record.asked.flatMap(({ key }) => {
    const decision = lastDecision(record, key);
    return decision?.kind === "parked" ? [decision] : [];
  });
  const wording = (key: string) => {
    const asked = record.asked.find((item) => item.key === key);
    return asked ? say(questionOf(record, asked).wording, scope.language) : key;
  };
  return [
    heading(w.dissents),
    ...(apart.length === 0
      ? [{ kind: "paragraph" as const, inlines: plain(w.noDissents) }]
      : table(
          w.dissents,
          [
            [w.question, 36],
            [w.dissents, 44],
            [w.name, 20],
          ],
          apart.map((objection) => [wording(objection.question), objection.reason, nameOf(objection.by)]),
        )),
    heading(w.parked),
    ...(parked.length === 0
      ? [{ kind: "paragraph" as const, inlines: plain(w.noParked) }]
      : table(
          w.parked,
          [
            [w.question, 50],
            [w.owner, 28],
            [w.dueOn, 22],
          ],
          parked.map((decision) => [wording(decision.question), decision.owner, speech.date(decision.dueOn)]),
        )),
  ];
};

const glossary = ({ catalogue, language, speech }: Scope): Block[] =>
  table(
    speech.w.term,
    [
      [speech.w.term, 28],
      [speech.w.meaning, 72],
    ],
    catalogue.glossary.map((entry) => [say(entry.term, language), say(entry.meaning, language)]),
  );

const acknowledgement = (scope: Scope): Block[] => {
  const { w, shortDate } = scope.speech;
  return [
    { kind: "paragraph", inlines: plain(w.acquainted) },
    {
      kind: "table",
      caption: w.acquaintedSheet,
      // the last two stay when nothing stands in them yet: they are there to be signed
      columns: [
        { name: "№", share: 6 },
        { name: w.name, share: 28 },
        { name: w.role, share: 26 },
        { name: w.made, share: 11 },
        { name: w.date, share: 13 },
        { name: w.signature, share: 16 },
      ],
      rows: acquaintedWith(scope).map(({ name, role, edition, day }, index) =>
        [
          String(index + 1),
          name,
          role,
          String(edition),
          day === null ? "" : shortDate(day),
          day === null ? "" : w.byLinkShort,
        ].map(plain),
      ),
    },
  ];
};

const CONTENTS: Record<string, (scope: Scope) => Block[]> = {
  "card-fields": fields,
  "loss-reasons": lossReasons,
  reports: metrics,
  roles,
  crib,
  decisions: register,
  dissent: dissents,
  glossary,
  acknowledgement,
  pipeline: pipelineAnnex,
};
