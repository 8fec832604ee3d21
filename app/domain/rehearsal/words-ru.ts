import type { Tongue } from "./words.ts";

/** The Russian sentences: in the present tense, so that they need no gender, and with names where no case is needed. */
export const RU = ({ quote, number, when, weekday, inside, sentence }: Tongue) => ({
  branch: {
    planned: "Как задумано",
    "price-only": "Спросили только цену",
    rejected: "Результат не приняли",
    discount: "Скидка выше предела",
    change: "Заказ меняют в работе",
    cancel: "Отказ после оплаты",
  },
  day: (day: number, at: number) => `День ${number(day)}, ${weekday(at)}`,
  takesTime: (days: number, workingDays: number) =>
    `Последний день: ${number(days)}. Рабочих дней: ${number(workingDays)}.`,

  // the plain way
  clientComes: "Клиент обращается в компанию.",
  takes: (stage: string) => `Берёт заказ на этапе ${quote(stage)}.`,
  takesAgain: (stage: string) => `Заказ вернулся: снова этап ${quote(stage)}.`,
  nobodyTakes: (stage: string) => `Заказ приходит на этап ${quote(stage)}, а взять его некому.`,
  hands: (to: string, within: string | null) =>
    within === null
      ? `Передаёт заказ, принимает ${inside(to)}.`
      : `Передаёт заказ, принимает ${inside(to)}. Срок приёма: ${within}.`,
  talks: (steps: string[]) => `Ведёт разговор по порядку: ${sentence(steps.map(inside).join("; "))}`,
  asks: (steps: string[]) => `Спрашивает клиента: ${sentence(steps.join(" "))}`,
  checks: (signs: string[]) => `Смотрит на качество: ${sentence(signs.map(inside).join("; "))}`,
  norm: (what: string, limit: string, until: Parameters<typeof when>[0]) =>
    `${sentence(`${what}: ${limit}`)} Крайний срок: ${when(until)}.`,
  countedFrom: (event: string) => `Считаем с момента ${quote(event)}.`,
  warns: (before: string) => `Напоминание придёт заранее (${before}).`,
  watched: (role: string) => `О просрочке узнаёт ${inside(role)}.`,
  untilDate: (what: string, field: string) =>
    `${what}: до даты в поле ${quote(field)}. Какой она будет, решают люди; здесь берём два рабочих дня.`,
  noNorm: "Сколько времени на это есть, правила не говорят. Здесь берём один рабочий день.",
  leaves: (stage: string) => `Закрывает этап ${quote(stage)}.`,
  exit: (lines: string[]) => `Он пройден, когда: ${sentence(lines.map(inside).join("; "))}`,
  noExit: "По какому признаку этап пройден, правила не говорят.",
  won: (moment: string) => `Сделка выиграна: ${sentence(inside(moment))}`,
  completed: "Заказ для клиента завершён.",
  ends: (outcome: string) => `Заказ уходит в исход ${quote(outcome)}.`,
  endedWell: (outcome: string) => `Заказ дошёл до исхода ${quote(outcome)}.`,
  endedLost: (outcome: string) => `Сделка закрыта, исход ${quote(outcome)}.`,
  stuckAt: (stage: string) => `Заказ остался на этапе ${quote(stage)}: дальше пути нет.`,
  nothing: "Прогонять пока нечего.",
  // a call about the price
  asksPrice: "Клиент спрашивает только, сколько стоит. О себе не рассказывает и торопится.",
  registers: (choice: string) => `Решает, записывать ли обращение. Правило: ${sentence(inside(choice))}`,
  answersPrice: (choice: string) => `Отвечает на вопрос о цене: ${sentence(inside(choice))}`,
  asksBack: "Цену называет, но на этом не останавливается: задаёт уточняющие вопросы.",
  asksNothing: "Уточняющих вопросов не задаёт: так решено.",
  setsNextStep: "Договаривается о следующем шаге и записывает дату.",
  exceptions: (cases: string[]) => `Исключение: ${sentence(cases.map(inside).join("; "))}`,
  fallsSilent: "Клиент обещает подумать и больше не берёт трубку.",
  leavesNoTrace: "Клиент вешает трубку. В CRM от этого звонка не остаётся ничего.",
  closesLost: (outcome: string) => `Закрывает сделку в исход ${quote(outcome)}. Без причины CRM этого не позволит.`,
  reasonSuch: (name: string) => `Причина, например, ${quote(name)}.`,
  // a refused result
  refused: (stage: string, field: string, value: string) =>
    `Результат этапа ${quote(stage)} не принят: в поле ${quote(field)} стоит ${quote(value)}.`,
  refusedUnruled: (stage: string) =>
    `Результат этапа ${quote(stage)} не принят. Что делать дальше, правила не говорят.`,
  backTo: (stage: string) => `Заказ возвращается на этап ${quote(stage)}.`,
  packageReturned: "Проверяет комплект и возвращает заказ: чего-то не хватает.",
  packageMended: "Дополняет комплект и передаёт заказ снова.",
  nothingToRefuse: "Ни один этап не кончается результатом, который можно не принять: этой развилки здесь нет.",
  // a discount above the limits
  wantsDiscount: (amount: string) => `Клиент готов подписать, но просит скидку ${amount}.`,
  looksAtGrounds: (grounds: string[]) => `Ищет основание в списке: ${sentence(grounds.map(inside).join(", "))}`,
  aboveLimit: (limit: string, approver: string) =>
    `Своего предела (${limit}) не хватает. Отправляет запрос, решает ${inside(approver)}.`,
  answerWithin: (limit: string) => `Срок ответа: ${limit}.`,
  answerUnsaid: "Срока ответа нет; здесь берём четыре рабочих часа.",
  nobodyAbove: (limit: string) => `Предел ${limit} исчерпан, а сказать «да» или «нет» больше некому.`,
  decidesDiscount: (amount: string) => `Решает, давать ли ${amount}. Ответ и основание остаются в карточке.`,
  floor: (text: string) => `Ниже нельзя: ${sentence(inside(text))}`,
  noDiscountRule: "Кто и сколько может уступить, правила не говорят.",
  // an order changed, an order cancelled
  changesOrder: "Клиент звонит и меняет заказ, который уже делают.",
  changeUnruled: "Можно ли ещё менять, по какой цене и кто это решает, правила не говорят.",
  cancels: "Клиент передумал: деньги уже внесены, а заказ ему больше не нужен.",
  cancelUnruled: "Что вернуть, что удержать и кто это решает, правила не говорят.",

  finding: {
    "no-chain": () => "Прогонять нечего: цепочка этапов ещё не принята.",
    "stage-no-role": (stage: string) => `Этап ${quote(stage)} никто не ведёт: заказ дошёл, а взять его некому.`,
    "owner-gap": (stages: string) => `Для клиента на отрезке «${stages}» у заказа нет ведущего.`,
    "stage-no-norm": (stage: string) => `Сколько заказ может пробыть на этапе ${quote(stage)}, никто не решил.`,
    "norm-date-no-field": (what: string, field: string) =>
      `Срок ${quote(what)} ждёт даты в поле ${quote(field)}, а его к этому дню никто не заполняет.`,
    "norm-unwatched": (what: string) => `Срок ${quote(what)} есть, но о просрочке никто не узнает.`,
    "stage-no-exit": (stage: string) => `Когда этап ${quote(stage)} пройден, каждый решит по-своему: признака нет.`,
    "stage-dead-end": (stage: string) =>
      `Этап ${quote(stage)} последний, а успехом он не кончается: заказ остаётся здесь.`,
    "no-won": () => "Какое событие считать успехом, не решено: заказ пройден, а выигран ли он, не сказать.",
    "required-never-collected": (stage: string, fields: string) =>
      `Этап ${quote(stage)} не закрыть: поле ${fields} обязательно, а заполнять его некому.`,
    "handoff-no-acceptance": (from: string, to: string) =>
      `Заказ передают (${inside(from)} → ${inside(to)}), а за сколько его принять или вернуть, не решено.`,
    "package-incomplete": (stage: string, fields: string) =>
      `К передаче на этап ${quote(stage)} в комплекте нет: ${fields}. Раньше этого никто не записывает.`,
    "step-no-doer": (step: string) => `Шаг ${quote(step)} сделать некому: исполнитель не назван.`,
    "step-after-norm": (step: string, due: string, norm: string) =>
      `Шаг ${quote(step)} можно сделать позже самого этапа: на шаг ${due}, на весь этап ${norm}.`,
    "silence-gap": (from: number, to: number, days: number) =>
      `С дня ${number(from)} по день ${number(to)} клиент ничего от нас не слышит. Рабочих дней молчания: ${number(days)}.`,
    "reject-no-rule": (stage: string) =>
      `Результат этапа ${quote(stage)} могут не принять, а что тогда делать, не решено.`,
    "reject-no-reason": (stage: string) => `Этап ${quote(stage)}: отклонили, а почему, нигде не записано.`,
    "reject-no-retry": (stage: string) => `Этап ${quote(stage)}: отклонили, а новой даты никто не назначает.`,
    "reject-nowhere": (stage: string) => `Этап ${quote(stage)}: после отказа заказ возвращать некуда.`,
    "reject-loop-endless": (stage: string) =>
      `Этап ${quote(stage)}: отклонять можно без конца, никто не скажет «хватит».`,
    "reject-client-untold": (stage: string) =>
      `Этап ${quote(stage)}: результат не принят, а клиенту об этом никто не говорит.`,
    "registration-unsaid": () => "С какого момента обращение записывают, не решено: этот звонок может пропасть.",
    "registration-conflict": () =>
      "Карточку открывают не сразу, а записать ответы о цене просят тут же: записывать их некуда.",
    "price-only-unsaid": () => "Как говорить с тем, кто спросил только цену, не решено.",
    "next-step-unsaid": () => "Разговор может кончиться ничем: следующий шаг с датой не обязателен.",
    "no-answer-unsaid": () => "Клиент не отвечает, а сколько раз звонить и когда остановиться, не решено.",
    "no-loss-reasons": () => "Закрыть сделку нечем: списка причин отказа нет.",
    "discount-unsaid": () => "Клиент просит скидку, а кто и сколько может дать, не решено.",
    "discount-no-approver": (amount: string) =>
      `Скидку ${amount} согласовать не с кем: выше последнего предела никого нет.`,
    "discount-circle": () => "Согласование скидки ходит по кругу: один отправляет к другому, а тот обратно.",
    "discount-no-sla": (role: string) =>
      `Запрос на скидку отправлен (${inside(role)}), а срока ответа нет: клиент ждёт.`,
    "discount-no-ground": () => "За что дают скидку, не решено: основанием станет любая просьба.",
    "change-unsaid": () => "Клиент меняет заказ в работе, а что делать, не решено.",
    "change-client-untold": () => "Заказ изменён, а новую цену и срок с клиентом никто не согласует.",
    "cancel-unsaid": () => "Клиент отказывается после оплаты, а что делать, не решено.",
  },
});
