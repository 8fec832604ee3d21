import { PlanRefused, type Vendor } from "../contract.ts";
import { id } from "../elements.ts";
import { Bundle } from "./bundle.ts";
import { byHand } from "./by-hand.ts";
import { addFields } from "./fields.ts";
import { addPaths } from "./path.ts";
import { addPermissionSets } from "./permissions.ts";
import { addRecordTypes } from "./record-types.ts";
import { addRules } from "./rules.ts";
import { addStages } from "./stages.ts";

/** Salesforce: a project of metadata files, deployed by the vendor's own command line. There are no calls. */
export const salesforce: Vendor = {
  name: "salesforce",
  title: "Salesforce",
  api: "Salesforce Metadata API 62.0",
  checked: "2026-11-23",
  byHand,
  commands: [
    {
      ru: "Один раз: командная строка Salesforce и вход в организацию (сначала в песочницу)",
      en: "Once: the command line of Salesforce and signing in (to a sandbox first)",
      lines: ["npm install --global @salesforce/cli", "sf org login web --alias crm"],
    },
    {
      ru: "В папке salesforce из архива: сохранить прежние этапы организации",
      en: "In the folder salesforce of the archive: save the stages that the organization has",
      lines: [
        "sf project retrieve start --metadata StandardValueSet:OpportunityStage --target-org crm --target-metadata-dir before",
      ],
    },
    {
      ru: "Проверить без загрузки, затем загрузить",
      en: "Check without deploying, then deploy",
      lines: [
        "sf project deploy start --manifest manifest/package.xml --target-org crm --dry-run",
        "sf project deploy start --manifest manifest/package.xml --target-org crm",
      ],
    },
    {
      ru: "Выдать людям наборы прав (имена лежат в папке permissionsets) и вынести поля на страницу сделки в Object Manager",
      en: "Give people their permission sets (the names are in the folder permissionsets) and put the fields on the page of the deal in Object Manager",
      lines: ["sf org assign permset --name Reglament_… --target-org crm --on-behalf-of user@example.com"],
    },
  ],
  draft(draft, pipeline) {
    const empty = pipeline.pipelines.find(({ stages }) => !stages.some(({ outcome }) => outcome === "open"));
    if (empty)
      throw new PlanRefused(
        draft.say(
          `Воронка ${empty.name}: для Salesforce нужен хотя бы один этап работы`,
          `Pipeline ${empty.name}: Salesforce needs one stage of work at least`,
        ),
      );
    const bundle = new Bundle(draft);
    const names = addStages(bundle, pipeline);
    const fields = addFields(bundle, pipeline);
    addRecordTypes(bundle, pipeline, names, fields);
    addRules(bundle, pipeline, names, fields);
    addPaths(bundle, pipeline, names, fields);
    addPermissionSets(bundle, pipeline, names, fields);
    bundle.close();
    const [first] = pipeline.pipelines;
    if (first && fields.length > 0)
      draft.warn(
        id.pipeline(first.key),
        draft.say(
          "Поля создаются, но на страницу сделки их выносит человек: файл страницы заменил бы вашу",
          "The fields are made, but a person puts them on the page of the deal: a file of the page would replace yours",
        ),
      );
  },
};
