import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { readWorkshopFile, writeWorkshopFile } from "#domain/workshop-file.ts";
import { run } from "#server/cli/run.ts";
import { windows, without } from "../story/windows.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "reglament-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const call = async (...argv: string[]) => {
  const said = { code: -1, out: "", err: "" };
  said.code = await run(
    argv,
    { LANG: "en_GB.UTF-8", DATA_DIR: path.join(folder, "data") },
    {
      out: async (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
    },
  );
  return said;
};
const file = async (name: string, text: string): Promise<string> => {
  const place = path.join(folder, name);
  await writeFile(place, text);
  return place;
};
const good = () => file("w.json", writeWorkshopFile(windows()));

describe("the command line", () => {
  test("writes the demo workshop as a file that reads back", async () => {
    const { code, out } = await call("demo", "windows", "--lang", "ru");
    expect(code).toBe(0);
    expect(readWorkshopFile(out)).toEqual({ record: windows("ru") });
  });

  test("finds no error in the demo and ends with 0", async () => {
    expect(await call("check", await good())).toMatchObject({ code: 0, err: "" });
  });

  test("ends with 1 and names what is missing, where, and what mends it", async () => {
    const broken = await file(
      "gap.json",
      writeWorkshopFile(without(windows("en"), "stage-time-norm@new-private.production")),
    );
    const { code, out } = await call("check", broken);
    expect(code).toBe(1);
    expect(out).toContain(
      "error stage-no-norm: Stage has no time norm: Produced → mended by stage-time-norm@new-private.production",
    );
  });

  test("tells programs the same as JSON", async () => {
    const { out } = await call("check", await good(), "--json");
    expect(JSON.parse(out)).toMatchObject({ errors: 0, gaps: expect.any(Array) });
  });

  test.each(["workshop", "pipeline", "question", "template"])("publishes the schema of a %s", async (name) => {
    const { code, out } = await call("schema", name);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" });
  });

  test("explains itself in both languages", async () => {
    expect((await call("help")).out).toContain("export FILE --out DIR");
    expect((await call("--help", "--lang", "ru")).out).toContain("export ФАЙЛ --out ПАПКА");
  });

  test("speaks the language of the terminal where none is asked for", async () => {
    const said: string[] = [];
    await run(["fly"], { LANG: "ru_RU.UTF-8" }, { out: async () => {}, err: (text) => void said.push(text) });
    expect(said.join("")).toBe(
      "команда: ожидается одно из: demo, export, check, rehearse, apply, chain, schema, seed, backup, restore, repair, help, а здесь fly\n",
    );
  });
});

describe("bad input ends with 2 and one line that says what and where", () => {
  const cases: [string, () => Promise<string[]>, RegExp][] = [
    ["no command", async () => [], /^a command: expected one of: demo, .*, got nothing$/],
    ["an unknown command", async () => ["fly"], /^a command: expected one of: .*, got fly$/],
    [
      "an unknown option",
      async () => ["check", "w.json", "--fast"],
      /^--fast: expected one of: --json, --lang, got --fast$/,
    ],
    ["a word too many", async () => ["check", "w.json", "v.json"], /^v\.json: expected no more words, got v\.json$/],
    ["a missing file name", async () => ["check"], /^FILE: expected a value, got nothing$/],
    ["an unknown language", async () => ["demo", "--lang", "fr"], /^--lang: expected one of: ru, en, got fr$/],
    [
      "an unknown template",
      async () => ["demo", "spaceships"],
      /^demo: expected one of: windows, wholesale, got spaceships$/,
    ],
    ["an unknown schema", async () => ["schema", "toString"], /^schema: expected one of: workshop, .*, got toString$/],
    [
      "a file that is not there",
      async () => ["check", path.join(folder, "none.json")],
      /none\.json: expected a file that exists, got no such file$/,
    ],
    ["a folder for a file", async () => ["check", folder], /: expected a file, got a folder$/],
    [
      "broken JSON",
      async () => ["check", await file("b.json", '{\n  "format": }')],
      /b\.json:2:13: expected a JSON value, got "}"$/,
    ],
    [
      "another format",
      async () => ["check", await file("p.json", '{"format":"reglament.pipeline","version":"1.0.0"}')],
      /p\.json: format: expected "reglament\.workshop", got "reglament\.pipeline"$/,
    ],
    [
      "a later version",
      async () => ["check", await file("v.json", '{"format":"reglament.workshop","version":7}')],
      /v\.json: version: expected 1, got 7$/,
    ],
    [
      "an unknown key",
      async () => [
        "check",
        await file("k.json", writeWorkshopFile(windows()).replace('"company"', '"colour": 1, "company"')),
      ],
      /k\.json: workshop\.colour: expected one of: id, company, .*, got the unknown key "colour"$/,
    ],
    [
      "a wording that was changed after the vote",
      async () => [
        "check",
        await file("h.json", writeWorkshopFile(windows()).replace("не позже третьего гудка", "не позже пятого гудка")),
      ],
      /h\.json: proposals\[0\]\.hash: expected the SHA-256 of this wording and answer, got another/,
    ],
    [
      "an unknown branch",
      async () => ["rehearse", await good(), "--branch", "storm"],
      /^--branch: expected one of: planned, price-only, rejected, discount, change, cancel, got storm$/,
    ],
    ["a rehearsal of no file", async () => ["rehearse"], /^FILE: expected a value, got nothing$/],
    [
      "a rehearsal of a file that is none",
      async () => ["rehearse", await file("r.json", "[]"), "--json"],
      /r\.json: .*expected .*, got /,
    ],
    ["no folder to write to", async () => ["export", await good()], /^--out: expected a value, got nothing$/],
    [
      "an unknown format",
      async () => ["export", await good(), "--out", folder, "--formats", "instruction.odt"],
      /^--formats: expected one of: instruction\.docx, .*, got instruction\.odt$/,
    ],
    [
      "a path that cannot be written",
      async () => ["export", await good(), "--out", path.join(await good(), "out"), "--formats", "pipeline.json"],
      /w\.json\/out: expected a place that can be written to, got one that cannot be written to \(ENOTDIR\)$/,
    ],
    [
      "a number of participants that is none",
      async () => ["seed", "--participants", "many"],
      /^--participants: expected a whole number from 1 to 1000, got many$/,
    ],
    [
      "nothing to back up",
      async () => ["backup", path.join(folder, "copy.sqlite")],
      /data: expected a folder with the data of a server \(DATA_DIR\), got one without data$/,
    ],
    [
      "a restore from another kind of file",
      async () => ["restore", await good()],
      /w\.json: expected a copy made by backup, got another kind of file$/,
    ],
  ];

  test.each(cases)("%s", async (_, argv, line) => {
    const { code, err, out } = await call(...(await argv()));
    expect(code).toBe(2);
    expect(err.trimEnd()).toMatch(line);
    expect(err.split("\n")).toHaveLength(2);
    expect(out).toBe("");
  });

  test("a file of 200 MB, without reading it", async () => {
    const place = await file("large.json", "");
    await truncate(place, 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const { code, err } = await call("check", place);
    expect(code).toBe(2);
    expect(err).toMatch(/large\.json: expected a file of at most 50 MB, got 200 MB\n$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  test("in Russian, when that is asked for", async () => {
    const { err } = await call("check", await file("b.json", "{"), "--lang", "ru");
    expect(err).toMatch(/b\.json:1:2: ожидается ключ в кавычках, а здесь конец файла\n$/);
  });
});

describe("rehearse", () => {
  test("takes the windows order along every branch and ends with 0", async () => {
    const { code, out, err } = await call("rehearse", await good());
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Как задумано · Новый частный клиент\nЗаказ дошёл до исхода «Заказ завершён».");
    expect(out).toContain("  День 4, пятница\n      10:15  Замерщик. Закрывает этап «Замер назначен».");
    expect(out.match(/ · Новый частный клиент\n/g)).toHaveLength(6);
    expect(out).toMatch(/warnings: 1\n$/);
  });

  test("ends with 1, marks where the order would stand, and names the question that mends it", async () => {
    const broken = await file(
      "stuck.json",
      writeWorkshopFile(without(windows("en"), "stage-responsible@new-private.delivery")),
    );
    const { code, out } = await call("rehearse", broken, "--branch", "planned");
    expect(code).toBe(1);
    expect(out).toContain("    ! 14:15  Nobody answers for “Delivery agreed and done”");
    expect(out).toContain("→ mended by stage-responsible@new-private.delivery");
    expect((await call("rehearse", broken, "--branch", "discount")).code).toBe(0);
  });

  test("speaks the language that is asked for, and JSON to programs", async () => {
    const { out } = await call("rehearse", await good(), "--branch", "cancel", "--json", "--lang", "en");
    const { errors, rehearsals } = JSON.parse(out);
    expect(errors).toBe(0);
    expect(rehearsals).toMatchObject([
      { branch: "cancel", title: "Cancelled after payment", findings: [], end: { kind: "lost" } },
    ]);
  });
});

describe("export", () => {
  test("writes only what was asked for, and a report with the sum of each file and what it lost", async () => {
    const out = path.join(folder, "out");
    expect(await call("export", await good(), "--out", out, "--formats", "workshop.json,pipeline.json")).toMatchObject({
      code: 0,
    });
    const report = JSON.parse(await readFile(path.join(out, "report.json"), "utf8"));
    expect(report.files.map(({ name }: { name: string }) => name)).toEqual(["pipeline.json", "workshop.json"]);
    expect(report.files[0].lost.map(({ what }: { what: string }) => what)).toContainEqual(
      expect.stringContaining("incentives-punishable"),
    );
    expect(await readFile(path.join(out, "workshop.json"), "utf8")).toBe(writeWorkshopFile(windows()));
  });

  test("says in one line that a PDF needs LibreOffice", async () => {
    vi.stubEnv("OFFICE", "none");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { code, err } = await call("export", await good(), "--out", folder, "--formats", "instruction.pdf");
    expect(code).toBe(2);
    expect(err).toBe(
      "instruction.pdf: expected a file that can be made, got there is no LibreOffice on the server; save the DOCX as PDF in a program of your own\n",
    );
  });
});
