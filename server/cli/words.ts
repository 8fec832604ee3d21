import type { Language } from "#domain/language.ts";

const EN = {
  usage: `Reglament: the workshop's files from the command line

  npm run reglament -- COMMAND …

  demo [TEMPLATE]                  a finished demo workshop as workshop.json, on standard output
  export FILE --out DIR            the files of a workshop, with report.json   [--formats a,b]
                                   [--profile gost-7.0.97-2025|international] [--between 1,2] [--template FILE.docx]
  check FILE                       what is missing or contradicts itself       [--json]
  rehearse FILE                    an order, walked through the rules day by day   [--branch NAME] [--json]
                                   NAME: planned, price-only, rejected, discount, change, cancel
  apply FILE --to VENDOR           carries pipeline.json into a CRM: amocrm, bitrix24, hubspot, pipedrive, odoo
                                   [--dry-run] [--ledger FILE]; keys come from the environment
  chain [FILE] [--from VENDOR]     the stages a company works along already, as CSV for the set-up: from a file or live
                                   from amocrm, bitrix24; keys come from the environment
  schema NAME                      JSON Schema of: workshop, pipeline, question, template
  seed --participants N            a running demo workshop in DATA_DIR, for load tests   [--json]
  backup OUT                       copies the data of DATA_DIR into one file, also while the server runs
  restore FILE                     puts such a copy into an empty DATA_DIR
  repair                           opens texts that were stopped over a damaged row; the row is put aside   [--dry-run]

  --lang ru|en                     language of messages and documents
  --help                           this page

  Ends with 0 (good), 1 (check, rehearse or repair --dry-run found errors, apply broke off) or 2 (bad input, one line says what and where).`,
  bad: ({ where, expected, got }: Bad) => `${where}: expected ${expected}, got ${got}`,
  command: "a command",
  optionValue: "a value",
  nothing: "nothing",
  noFile: "a file that exists",
  noFileGot: "no such file",
  plainFile: "a file",
  folder: "a folder",
  unreadable: (code: string) => `one that cannot be read (${code})`,
  atMost: (megabytes: number) => `a file of at most ${megabytes} MB`,
  megabytes: (count: number) => `${count} MB`,
  writable: "a place that can be written to",
  makeable: "a file that can be made",
  unwritable: (code: string) => `one that cannot be written to (${code})`,
  knownOption: (known: string) => (known ? `one of: ${known}` : "no option"),
  oneOf: (known: string) => `one of: ${known}`,
  template: "a Word template (.docx)",
  ownParagraph: (name: string) => `{{${name}}} alone in a paragraph of the text`,
  twoEditions: "two numbers of editions such as 1,2",
  argument: "no more words",
  hash: "the SHA-256 of this wording and answer",
  otherHash: "another: the text was changed after the vote",
  countOf: (low: number, high: number) => `a whole number from ${low} to ${high}`,
  newFile: "a file that does not exist yet",
  taken: "one that is there already",
  emptyData: "a folder without data; move what is there away first",
  dataThere: "one with data in it",
  dataFolder: "a folder with the data of a server (DATA_DIR)",
  noData: "one without data",
  backupFile: "a copy made by backup",
  otherFile: "another kind of file",
  written: (file: string) => `written: ${file}`,
  restored: (folder: string) => `restored into ${folder}; start the server with npm start`,
  severity: { error: "error", warning: "warning", info: "note" },
  openQuestion: (key: string) => `mended by ${key}`,
  total: (errors: number, warnings: number, notes: number) =>
    `errors: ${errors}, warnings: ${warnings}, notes: ${notes}`,
  complete: "Nothing is missing and nothing contradicts itself.",
  smooth: "The order gets through everywhere.",
  rehearsed: (errors: number, warnings: number) => `the order would stand: ${errors}, warnings: ${warnings}`,
  outcomes: {
    made: "made",
    found: "there already",
    changed: "changed",
    kept: "done before",
    passed: "not needed",
  } as Record<"made" | "found" | "changed" | "kept" | "passed", string>,
  applied: (account: string, n: Record<"made" | "found" | "changed" | "kept" | "passed", number>) =>
    `Done in ${account}: made ${n.made}, changed ${n.changed}, there already ${n.found}, done before ${n.kept}, not needed ${n.passed}.`,
  leftToClick: (count: number) => `Left to do by hand: ${count}`,
  stepFailed: (step: string, why: string) => `Broke off at: ${step}. ${why}`,
  signInAgain: "The access key is no longer valid: take a new one and put it into the environment.",
  continueOrUndo: (done: number, of: number, ledger: string) =>
    `${done} of ${of} steps are done and noted in ${ledger}. To go on, run the same command again. To undo, delete in the CRM what is noted there, then this file.`,
  pipelineThatFits: (vendor: string) => `a pipeline that fits into ${vendor}`,
  fileOrFrom: "a file, or --from with a CRM",
  bothOfThem: "both",
  crmThatAnswers: "a CRM that answers",
  ledgerFile: "a file that apply has written",
  other: "something else",
  brokenText: (text: string, broken: number, rows: number) => `${text}: damaged rows ${broken} of ${rows}`,
  textsWhole: "All texts are whole.",
  textsBroken: "Call repair without --dry-run to put the damaged rows aside.",
  textsRepaired: "The damaged rows are put aside in the table text_rows_broken of texts.sqlite; start the server anew.",
  unexpected: (message: string) => `unexpected error: ${message}`,
};

export type Bad = { where: string; expected: string; got: string };
export type Words = typeof EN;

const RU: Words = {
  usage: `Reglament: файлы мастерской из командной строки

  npm run reglament -- КОМАНДА …

  demo [ШАБЛОН]                    завершённая демо-мастерская как workshop.json, в стандартный вывод
  export ФАЙЛ --out ПАПКА          файлы мастерской и report.json              [--formats a,b]
                                   [--profile gost-7.0.97-2025|international] [--between 1,2] [--template ФАЙЛ.docx]
  check ФАЙЛ                       чего не хватает и что противоречит          [--json]
  rehearse ФАЙЛ                    заказ проходит по правилам день за днём         [--branch ИМЯ] [--json]
                                   ИМЯ: planned, price-only, rejected, discount, change, cancel
  apply ФАЙЛ --to CRM              переносит pipeline.json в CRM: amocrm, bitrix24, hubspot, pipedrive, odoo
                                   [--dry-run] [--ledger ФАЙЛ]; ключи берутся из окружения
  chain [ФАЙЛ] [--from CRM]        этапы, по которым компания уже работает, как CSV для подготовки: из файла
                                   или прямо из amocrm, bitrix24; ключи берутся из окружения
  schema ИМЯ                       JSON Schema: workshop, pipeline, question, template
  seed --participants N            идущая демо-мастерская в DATA_DIR для нагрузочных проверок   [--json]
  backup ФАЙЛ                      копия данных из DATA_DIR одним файлом, в том числе при работающем сервере
  restore ФАЙЛ                     возвращает такую копию в пустую папку DATA_DIR
  repair                           открывает тексты, остановленные из-за повреждённой записи; она откладывается   [--dry-run]

  --lang ru|en                     язык сообщений и документов
  --help                           эта страница

  Завершается с кодом 0 (всё хорошо), 1 (check, rehearse или repair --dry-run нашли ошибки, apply прервалась) или 2 (негодные данные: одна строка говорит, что и где).`,
  bad: ({ where, expected, got }) => `${where}: ожидается ${expected}, а здесь ${got}`,
  command: "команда",
  optionValue: "значение",
  nothing: "ничего",
  noFile: "существующий файл",
  noFileGot: "такого файла нет",
  plainFile: "файл",
  folder: "папка",
  unreadable: (code) => `файл, который нельзя прочитать (${code})`,
  atMost: (megabytes) => `файл не больше ${megabytes} МБ`,
  megabytes: (count) => `${count} МБ`,
  writable: "место, куда можно записать",
  makeable: "файл, который можно сделать",
  unwritable: (code) => `место, куда записать нельзя (${code})`,
  knownOption: (known) => (known ? `один из ключей: ${known}` : "команда без ключей"),
  oneOf: (known) => `одно из: ${known}`,
  template: "шаблон Word (.docx)",
  ownParagraph: (name) => `{{${name}}} отдельным абзацем в тексте`,
  twoEditions: "два номера редакций, например 1,2",
  argument: "конец команды",
  hash: "SHA-256 этой формулировки и ответа",
  otherHash: "другая сумма: текст изменён после голосования",
  countOf: (low, high) => `целое число от ${low} до ${high}`,
  newFile: "файл, которого ещё нет",
  taken: "уже существующий",
  emptyData: "папка без данных; сначала уберите то, что в ней есть",
  dataThere: "папка с данными",
  dataFolder: "папка с данными сервера (DATA_DIR)",
  noData: "папка без данных",
  backupFile: "копия, сделанная командой backup",
  otherFile: "файл другого рода",
  written: (file) => `записано: ${file}`,
  restored: (folder) => `данные возвращены в ${folder}; запустите сервер командой npm start`,
  severity: { error: "ошибка", warning: "предупреждение", info: "заметка" },
  openQuestion: (key) => `исправляет вопрос ${key}`,
  total: (errors, warnings, notes) => `ошибок: ${errors}, предупреждений: ${warnings}, заметок: ${notes}`,
  complete: "Всё на месте, противоречий нет.",
  smooth: "Заказ везде проходит до конца.",
  rehearsed: (errors, warnings) => `заказ остановился бы: ${errors}, предупреждений: ${warnings}`,
  outcomes: {
    made: "создано",
    found: "уже есть",
    changed: "изменено",
    kept: "сделано раньше",
    passed: "не понадобилось",
  },
  applied: (account, n) =>
    `Готово в ${account}: создано ${n.made}, изменено ${n.changed}, уже было ${n.found}, сделано раньше ${n.kept}, не понадобилось ${n.passed}.`,
  leftToClick: (count) => `Осталось сделать вручную: ${count}`,
  stepFailed: (step, why) => `Прервано на шаге: ${step}. ${why}`,
  signInAgain: "Ключ доступа больше не действует: возьмите новый и запишите его в окружение.",
  continueOrUndo: (done, of, ledger) =>
    `Сделано шагов: ${done} из ${of}, они записаны в ${ledger}. Чтобы продолжить, запустите ту же команду. Чтобы отменить, удалите в CRM записанное там, затем этот файл.`,
  pipelineThatFits: (vendor) => `воронка, которая помещается в ${vendor}`,
  fileOrFrom: "файл или --from с названием CRM",
  bothOfThem: "и то и другое",
  crmThatAnswers: "CRM, которая отвечает",
  ledgerFile: "файл, который записала команда apply",
  other: "нечто иное",
  brokenText: (text, broken, rows) => `${text}: повреждённых записей ${broken} из ${rows}`,
  textsWhole: "Все тексты целы.",
  textsBroken: "Вызовите repair без --dry-run, чтобы отложить повреждённые записи.",
  textsRepaired: "Повреждённые записи отложены в таблицу text_rows_broken файла texts.sqlite; запустите сервер заново.",
  unexpected: (message) => `непредвиденная ошибка: ${message}`,
};

export const WORDS: Record<Language, Words> = { ru: RU, en: EN };
