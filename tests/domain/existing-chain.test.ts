import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChains } from "#domain/existing-chain.ts";
import { isRefusal } from "#domain/refusal.ts";
import { changeSetUp } from "#domain/set-up.ts";
import { stagesCsv } from "#exports/lists/index.ts";
import { windowsPipeline } from "../exports/crm/pipelines.ts";
import { windows } from "../story/windows.ts";

const chainsOf = (text: string) => {
  const read = readChains(text);
  if ("problem" in read) throw new Error(JSON.stringify(read.problem));
  return read.chains;
};
const problemOf = (text: string) => {
  const read = readChains(text);
  if (!("problem" in read)) throw new Error("it was read");
  return `${read.problem.where}: ${read.problem.expected.en}, ${read.problem.got.en}`;
};
const names = (stages: { name: string }[]) => stages.map(({ name }) => name);

/** As in the published example of «Список воронок сделок»: the inbox first, the endings with ids of their own. */
const AMOCRM = {
  _total_items: 2,
  _embedded: {
    pipelines: [
      {
        id: 3177727,
        name: "Воронка",
        sort: 2,
        is_archive: false,
        _embedded: {
          statuses: [
            { id: 143, name: "Закрыто и не реализовано", sort: 11000, type: 0, color: "#D5D8DB" },
            { id: 32392165, name: "Принимают решение", sort: 30, type: 0, color: "#ffcc66" },
            { id: 32392156, name: "Неразобранное", sort: 10, type: 1, color: "#c1c1c1" },
            { id: 32392159, name: "Первичный контакт", sort: 20, type: 0, color: "#99ccff" },
            { id: 142, name: "Успешно реализовано", sort: 10000, type: 0, color: "#CCFF66" },
          ],
        },
      },
      { id: 1, name: "Старая", sort: 1, is_archive: true, _embedded: { statuses: [] } },
    ],
  },
};

/** As in the published example of `crm.status.list`, where numbers are texts. */
const status = (ENTITY_ID: string, NAME: string, SORT: string, SEMANTICS: string | null) => ({
  ID: SORT,
  ENTITY_ID,
  NAME,
  SORT,
  SEMANTICS,
  EXTRA: { SEMANTICS: SEMANTICS === "S" ? "success" : SEMANTICS === "F" ? "failure" : "process" },
});
const BITRIX24 = {
  result: [
    status("SOURCE", "Звонок", "10", null),
    status("DEAL_STAGE_5", "Обращение", "10", null),
    status("DEAL_STAGE_5", "Сделка выиграна", "60", "S"),
    status("DEAL_STAGE", "In progress", "40", null),
    status("DEAL_STAGE", "New", "10", null),
    status("DEAL_STAGE", "Deal failed", "70", "F"),
    status("DEAL_STAGE", "Analyze failure", "80", "F"),
  ],
};

describe("what amoCRM says of its pipelines", () => {
  it("is a chain of the stages of work, with the endings as names of outcomes; archived pipelines and the inbox stay", () => {
    const [chain, ...others] = chainsOf(JSON.stringify(AMOCRM));
    expect(others).toEqual([]);
    expect(chain?.name).toBe("Воронка");
    expect(names(chain?.stages ?? [])).toEqual(["Первичный контакт", "Принимают решение"]);
    expect(chain?.outcomes).toEqual({ won: "Успешно реализовано", lost: "Закрыто и не реализовано", deferred: null });
  });

  it("may be the answer about one pipeline", () => {
    expect(chainsOf(JSON.stringify(AMOCRM._embedded.pipelines[0])).map(({ name }) => name)).toEqual(["Воронка"]);
  });
});

describe("what Bitrix24 says of its stages", () => {
  it("is a chain a category, in the order of the portal; other lists are not taken for stages", () => {
    const chains = chainsOf(JSON.stringify(BITRIX24));
    expect(chains.map(({ stages }) => names(stages))).toEqual([["New", "In progress"], ["Обращение"]]);
    expect(chains[0]?.outcomes).toEqual({ won: null, lost: "Deal failed", deferred: null });
  });

  it("has the names of the categories when their list comes with it", () => {
    const categories = {
      result: {
        categories: [
          { id: "5", name: "Окна", sort: "100" },
          { id: 0, name: "Общая", sort: 200 },
        ],
      },
    };
    expect(chainsOf(JSON.stringify([BITRIX24, categories])).map(({ name }) => name)).toEqual(["Окна", "Общая"]);
  });
});

describe("a table of stages", () => {
  it("may be our own stages.csv", () => {
    const pipeline = windowsPipeline();
    for (const language of ["ru", "en"] as const) {
      const [chain] = chainsOf(stagesCsv(pipeline, language));
      const agreed = pipeline.pipelines[0]?.stages ?? [];
      expect(names(chain?.stages ?? [])).toEqual(names(agreed.filter(({ outcome }) => outcome === "open")));
      expect(chain?.outcomes.won).toBe(agreed.find(({ outcome }) => outcome === "won")?.name);
      expect(chain?.stages.some(({ exit }) => exit !== "")).toBe(true);
    }
  });

  it("may be a plain list, or use semicolons, tabs and quotation marks", () => {
    expect(names(chainsOf("Обращение\nЗамер\n\nДоговор")[0]?.stages ?? [])).toEqual(["Обращение", "Замер", "Договор"]);
    const [quoted] = chainsOf('Стадия;Ответственный\r\n"Замер; ""у клиента""";Замерщик\r\nДоговор;');
    expect(quoted?.stages).toEqual([
      { name: 'Замер; "у клиента"', exit: "", role: "Замерщик" },
      { name: "Договор", exit: "", role: null },
    ]);
    expect(chainsOf("Pipeline\tStage\tOutcome\nA\tCall\t\nA\tPaid\twon\nB\tVisit\t").map(({ name }) => name)).toEqual([
      "A",
      "B",
    ]);
  });

  it("holds every name that is written into it, whatever signs it has", () => {
    const name = fc
      .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
      .filter((text) => text.trim() !== "" && !/[\r\0]/.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (stages) => {
        const cells = stages.map((stage) => `x,"${stage.replaceAll('"', '""')}"`);
        const [chain] = chainsOf(`Воронка,Этап\n${cells.join("\n")}`);
        expect(names(chain?.stages ?? [])).toEqual(
          stages.map((stage) =>
            stage
              .trim()
              .replace(/^'(?=[=+\-@])/, "")
              .trim(),
          ),
        );
      }),
    );
  });
});

describe("what cannot be read", () => {
  it.each([
    ["", "1:1: an answer of a CRM or a table of stages, nothing"],
    ['{"_embedded": ', "1:14: a JSON value, the end of the file"],
    ['{"result": true}', "/: an answer of amoCRM (leads/pipelines) or Bitrix24 (crm.status.list), other JSON"],
    ["Имя,Возраст\nАнна,30", '1:1: a row of headings with a column “Stage”, "Имя; Возраст"'],
    ["Воронка,Этап\nОкна,Замер\nОкна,", "3:2: the name of a stage, nothing"],
    [`Этап,№\n${"а".repeat(201)},1`, "/.stages.0.name: a name of at most 200 characters, a longer or an empty one"],
    [Array.from({ length: 41 }, (_, at) => `Этап ${at}`).join("\n"), "/: 1 to 40 stages of work, 41"],
  ])("%j is answered with one line", (text, line) => {
    expect(problemOf(text)).toBe(line);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readChains(text)));
  });
});

describe("a chain that is brought into a set-up", () => {
  const record = windows("ru");
  const [chain] = chainsOf("Этап,Отвечает,Исход\nЗаявка,,\nЗамер,замерщик,\nЗамер,Космонавт,\nОплачено,,успех");
  if (!chain) throw new Error("no chain");
  const bring = { change: "bring-chain" as const, id: "deal-crm", name: "Из CRM", chain };
  const after = changeSetUp(record, null, bring);
  if (isRefusal(after)) throw new Error(after.refused);
  const brought = after.workshop.dealTypes.at(-1);

  it("is a deal type with readable ids, the roles that the workshop knows, and its own names of endings", () => {
    expect(brought?.stages.map(({ id }) => id)).toEqual(["zayavka", "zamer", "zamer-3"]);
    expect(
      brought?.stages.map(({ role }) => record.workshop.roles.find(({ id }) => id === role)?.name ?? null),
    ).toEqual([null, "Замерщик", null]);
    expect(brought?.outcomes.won).toBe("Оплачено");
    expect(brought?.outcomes.lost).toBe(record.workshop.dealTypes[0]?.outcomes.lost);
  });

  it("is asked about like any other, and brought only once", () => {
    const asked = after.asked.filter(({ dealType }) => dealType === "deal-crm");
    expect(new Set(asked.flatMap(({ stage }) => stage ?? []))).toEqual(new Set(["zayavka", "zamer", "zamer-3"]));
    expect(changeSetUp({ ...record, ...after }, null, bring)).toEqual(after);
  });
});
