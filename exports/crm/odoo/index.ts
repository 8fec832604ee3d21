import type { Vendor } from "../contract.ts";
import type { Draft } from "../draft.ts";
import { newBuild } from "./build.ts";
import { byHand } from "./by-hand.ts";
import { addBatch, addBeginning } from "./calls.ts";
import { addCards } from "./cards.ts";
import { addDoors, addMoves } from "./doors.ts";
import { addFields } from "./fields.ts";
import { type Batch, MODULE } from "./records.ts";
import { addReminders } from "./reminders.ts";
import { addPlans, addResults } from "./results.ts";
import { addStages, addVersionedSteps, versionedColumns, versionedXml } from "./stages.ts";
import { dataFile, manifest } from "./xml.ts";

/** The files of the module in the order in which Odoo reads them: what is referred to comes first. */
const FILES = ["pipeline", "fields", "fields_in_cards", "rules", "plans"] as const;

/** Odoo 17, 18 and 19: the same records as calls over JSON-RPC and as a module of data files. */
export const odoo: Vendor = {
  name: "odoo",
  title: "Odoo",
  api: "Odoo 17–19, JSON-RPC",
  checked: "2026-11-23",
  byHand,
  draft(draft, pipeline) {
    const build = newBuild(draft, pipeline);
    addStages(build);
    addFields(build);
    addCards(build);
    addDoors(build);
    addMoves(build);
    addResults(build);
    addReminders(build);
    addPlans(build);
    const columns = versionedColumns(build);
    addBeginning(draft);
    const isOfStages = ({ file }: Batch) => file === "pipeline";
    for (const batch of build.batches.filter(isOfStages)) addBatch(draft, batch);
    addVersionedSteps(build, columns);
    for (const batch of build.batches.filter((one) => !isOfStages(one))) addBatch(draft, batch);
    addModule(draft, build.batches, versionedXml(columns));
  },
};

const addModule = (draft: Draft, batches: readonly Batch[], versioned: string[]): void => {
  const { say } = draft.names;
  const does: Record<(typeof FILES)[number], string> = {
    pipeline: say("команды, этапы, причины проигрыша", "teams, stages, lost reasons"),
    fields: say("поля и варианты", "fields and options"),
    fields_in_cards: say("поля в карточках", "fields in the cards"),
    rules: say("правила автоматизации", "automation rules"),
    plans: say("планы действий", "activity plans"),
  };
  const used = FILES.filter((file) => batches.some((batch) => batch.file === file));
  const path = (file: string) => `data/${file}.xml`;
  draft.file(
    `${MODULE}/__manifest__.py`,
    say(
      "модуль вместо команды выше: на своём сервере положите папку reglament к дополнениям и установите; в Odoo Online заархивируйте папку в ZIP: Приложения → Импорт модуля",
      "the module, instead of the command above: on a server of your own put the folder reglament among the addons and install it; in Odoo Online make a ZIP of the folder: Apps → Import Module",
    ),
    manifest(
      `${say("Регламент", "Reglament")}: ${draft.pipeline.title}`,
      `1.${draft.pipeline.edition.date.replace(/-0?/g, ".")}`,
      used.map(path),
    ),
    [],
  );
  draft.file(`${MODULE}/__init__.py`, say("пустой, нужен Odoo", "empty, Odoo wants it"), "", []);
  for (const file of used) {
    const inFile = batches.filter((batch) => batch.file === file);
    draft.file(
      `${MODULE}/${path(file)}`,
      does[file],
      dataFile(inFile, file === "pipeline" ? versioned : []),
      inFile.flatMap(({ carries }) => carries),
    );
  }
};
