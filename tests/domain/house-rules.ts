/**
 * Paragraphs as companies write them down before any workshop, made up for these checks in one go before the first
 * scoring ran, by somebody who had read the list of questions: wholesale, a car service, a clinic, a software seller.
 * `to` names the questions of the bank that a reader would accept; where it is empty, the paragraph is no rule of work
 * with clients and should stay unplaced.
 */
export type HouseRule = { text: string; to: string[] };

const q = (text: string, ...to: string[]): HouseRule => ({ text, to });

export const HOUSE_RULES: readonly HouseRule[] = [
  q("Трубку снимаем не позже третьего звонка и представляемся: компания, имя, «чем могу помочь».", "standards-phone"),
  q(
    "На письма и сообщения в WhatsApp отвечать в течение 30 минут, вечером — до 9:30 следующего дня.",
    "standards-messaging",
    "intake-first-response",
  ),
  q("Новую заявку с сайта менеджер обрабатывает за 15 минут в рабочее время.", "intake-first-response"),
  q(
    "Если клиент не взял трубку, перезваниваем трижды в первый день, затем раз в два дня, всего пять попыток, после чего пишем в мессенджер.",
    "intake-no-answer-cadence",
  ),
  q(
    "Перед созданием карточки ищем клиента по телефону и ИНН. Если нашёлся — работаем в старой карточке, дубль объединяет администратор.",
    "intake-duplicate-check",
  ),
  q("Заявки распределяет старший менеджер по очереди, с учётом загрузки.", "intake-distribution"),
  q(
    "Карточку заводим сразу, во время разговора; крайний срок — конец рабочего дня.",
    "intake-card-deadline",
    "intake-registration-moment",
  ),
  q("Звонки соискателей, рекламу и поставщиков в CRM не заводим, переадресуем секретарю.", "intake-not-a-deal"),
  q("Каналы: звонок, сайт, Авито, рекомендация, выставка. Источник указывается всегда.", "intake-channels-sources"),
  q(
    "Менеджер может дать скидку до 5 %, руководитель отдела — до 10 %, больше — только директор.",
    "offer-discount-limits",
  ),
  q(
    "Скидка больше 10 % согласуется с коммерческим директором письменно, он отвечает в течение рабочего дня.",
    "offer-discount-approval",
    "offer-discount-limits",
  ),
  q(
    "Скидку даём только за объём, предоплату или отзыв с фотографией. Просто так скидок нет.",
    "offer-discount-grounds",
  ),
  q("В подарок постоянному клиенту — бесплатная диагностика или доставка, не дороже 3000 рублей.", "offer-bonuses"),
  q(
    "Работаем по предоплате 50 %, остаток по факту отгрузки. Отсрочка до 14 дней только с разрешения финансового директора.",
    "offer-payment-terms",
  ),
  q(
    "Коммерческое предложение содержит три варианта: эконом, стандарт и премиум. Цена действует 10 дней.",
    "offer-package",
  ),
  q(
    "Дорого: сравните состав, спросите, с чем сравнивают. «Я подумаю» — уточните, что именно смущает.",
    "objections-pairs",
  ),
  q(
    "Каждое возражение менеджер заносит в карточку сделки, раз в месяц разбираем список на собрании.",
    "objections-record",
  ),
  q(
    "Выслушать возражение до конца, не спорить, присоединиться, задать уточняющий вопрос, ответить фактом, предложить шаг.",
    "objections-algorithm",
  ),
  q(
    "Наше отличие от конкурентов: собственный склад и гарантия пять лет, подтверждаем договором и фото склада.",
    "offer-advantages",
  ),
  q(
    "На вопрос о цене называем вилку и сразу задаём два вопроса о потребности.",
    "first-contact-price-answer",
    "intake-price-only",
  ),
  q(
    "Разговор всегда заканчиваем договорённостью: что, кто и когда делает дальше, дата ставится задачей.",
    "first-contact-next-step",
  ),
  q(
    "После первого звонка в карточке должны стоять имя, телефон, город, что нужно и к какому сроку.",
    "first-contact-must-record",
  ),
  q(
    "Клиентов делим на группы А, Б и В по объёму закупки и готовности платить; с группой А работает старший менеджер.",
    "first-contact-prospect-rating",
  ),
  q("Сделка без движения больше десяти дней считается зависшей, её разбирает руководитель.", "control-stuck-deals"),
  q(
    "Утром менеджер открывает список задач на день, вечером закрывает выполненные и переносит остальные с причиной.",
    "control-daily-routine",
  ),
  q(
    "О просроченной задаче система через час напоминает менеджеру, через день — руководителю, через три дня — директору.",
    "control-overdue-ladder",
  ),
  q("За сроки по всем заказам следит руководитель отдела продаж, проверка каждое утро.", "control-who-tracks"),
  q("Менеджер видит только своих клиентов, руководитель — всех.", "access-visibility"),
  q("Удалять карточки и выгружать базу может только администратор.", "access-delete-export"),
  q(
    "Согласие на обработку персональных данных подписываем до первого визита и храним скан в карточке. Паспорт в CRM не записываем.",
    "access-personal-data",
  ),
  q("На время отпуска клиентов менеджера ведёт напарник, передача — за три дня, списком.", "roles-substitution"),
  q(
    "Клиент закрепляется за менеджером на полгода после последней покупки. Споры решает руководитель отдела.",
    "roles-client-ownership",
  ),
  q(
    "Рекламацию принимает любой сотрудник, ответ клиенту — в течение суток, решение — за пять рабочих дней.",
    "feedback-complaints",
  ),
  q(
    "Через неделю после отгрузки звоним клиенту и спрашиваем оценку от 1 до 10.",
    "feedback-moments",
    "feedback-loop",
    "outcome-after-win",
  ),
  q(
    "При оценке ниже семи перезванивает руководитель, разбирается в причине и сообщает клиенту, что исправили.",
    "feedback-loop",
  ),
  q("Постоянным клиентам звоним не реже раза в квартал с новинками и остатками.", "feedback-repeat-touch"),
  q("Причины отказа: дорого, долго, нет в наличии, выбрал другого, передумал, не дозвонились.", "outcome-loss-reasons"),
  q(
    "Закрыть сделку отказом можно только с указанием причины и комментария; крупные — после согласования с руководителем.",
    "outcome-close-right",
  ),
  q(
    "Если клиент просит вернуться позже, сделку откладываем не больше чем на три месяца и ставим задачу на дату возврата.",
    "outcome-deferred",
  ),
  q(
    "При отказе клиента после внесения предоплаты возвращаем деньги за вычетом расходов, решение принимает директор.",
    "outcome-cancel-after-payment",
  ),
  q(
    "В производство заказ передаётся с подписанным договором, спецификацией, чертежом и отметкой об оплате. Без комплекта цех не принимает.",
    "handoff-package",
  ),
  q("Склад принимает заявку за два часа или возвращает её с указанием, чего не хватает.", "handoff-acceptance"),
  q(
    "Изменения в заказе после запуска — только дополнительным соглашением, с пересчётом цены и срока.",
    "handoff-order-change",
  ),
  q("Поручения механикам даёт только мастер-приёмщик; менеджер ставит задачу мастеру.", "roles-who-assigns"),
  q(
    "Не говорим «не знаю», «это не ко мне», «вы должны»; вместо этого — «уточню и вернусь к вам в 15:00».",
    "standards-phrases",
  ),
  q("Сроки ремонта мастер обещает только после подтверждения наличия запчастей складом.", "standards-promises"),
  q(
    "Посетителя встречаем стоя, предлагаем чай; если все заняты — просим подождать и называем время.",
    "standards-office",
  ),
  q("Опоздание с внесением данных в CRM — замечание, повторное — лишение премии за месяц.", "incentives-punishable"),
  q("За перевыполнение плана и полные карточки менеджер получает премию 10 % от оклада.", "incentives-encouraged"),
  q("Новый сотрудник неделю учится на тестовых карточках и сдаёт зачёт руководителю.", "adoption-training"),
  q(
    "Регламент пересматривается раз в полгода, предложения присылать на почту директора по развитию.",
    "adoption-review",
  ),
  q("Еженедельная планёрка в понедельник в 10:00, полчаса: план, зависшие сделки, задачи.", "reports-meetings"),
  q("Сделка выиграна, когда деньги поступили на расчётный счёт.", "deal-win-moment"),
  q("В примечании пишем факт, договорённость и дату: чтобы коллега понял без звонка вам.", "data-note-standard"),
  q("Answer the phone by the third ring and give the company name and your own.", "standards-phone"),
  q("Every new lead from the website gets a reply within one hour on working days.", "intake-first-response"),
  q(
    "Before you create a contact, search the CRM by e-mail and phone; merge duplicates, never open a second card.",
    "intake-duplicate-check",
  ),
  q(
    "Reps may give up to 5 % off, team leads up to 15 %, anything above goes to the VP of sales.",
    "offer-discount-limits",
  ),
  q("Discounts are given only for annual prepayment or a multi-year contract.", "offer-discount-grounds"),
  q("A deal without activity for 14 days counts as stalled and is reviewed by the team lead.", "control-stuck-deals"),
  q("Every call ends with a next step and a date in the CRM.", "first-contact-next-step"),
  q(
    "A lost deal needs a loss reason and a comment before it may be closed.",
    "outcome-close-right",
    "outcome-loss-reasons",
  ),
  q(
    "When a salesperson is on holiday, a colleague takes over the accounts; the handover list is due three days before.",
    "roles-substitution",
  ),
  q("Complaints are answered within 24 hours and solved within five working days by support.", "feedback-complaints"),
  q("Only administrators may delete records or export the customer base.", "access-delete-export"),
  q(
    "Payment is 50 % in advance and the balance within 14 days; other terms need the CFO's approval.",
    "offer-payment-terms",
  ),
  q("The quote lists three packages and is valid for 30 days.", "offer-package"),
  q(
    "If the customer does not pick up, try three times on the first day, then every second day, five attempts in all.",
    "intake-no-answer-cadence",
  ),
  q(
    "An account belongs to the rep who closed the first deal, for twelve months after the last order.",
    "roles-client-ownership",
  ),
  q("We review this handbook every six months; send proposals to operations.", "adoption-review"),
];

export const OTHER_TEXTS: readonly HouseRule[] = [
  q(
    "Рабочий день начинается в 9:00, обеденный перерыв с 13:00 до 14:00. Пользоваться микроволновкой можно на кухне второго этажа.",
  ),
  q("Настоящее положение разработано в соответствии с Трудовым кодексом Российской Федерации и уставом общества."),
  q("Парковка для сотрудников находится за складом, въезд по пропускам. Курить разрешено только в отведённых местах."),
  q("Общество с ограниченной ответственностью «Ромашка», ИНН 7700000000, г. Тверь, ул. Советская, д. 5."),
  q("Заработная плата выплачивается 10-го и 25-го числа каждого месяца на банковскую карту."),
  q("Огнетушители проверяются раз в год, эвакуационные выходы не загромождать."),
  q("Дресс-код: деловой стиль, по пятницам допускаются джинсы."),
  q("Компания основана в 1998 году двумя инженерами в гараже и сегодня работает в двенадцати городах."),
  q("Наша миссия — делать дома теплее, а жизнь людей спокойнее."),
  q("Отпуск предоставляется по графику, утверждаемому до 17 декабря."),
  q("Пароль от компьютера меняется каждые 90 дней, флешки подключать запрещено."),
  q("Кофемашину чистит дежурный по графику на холодильнике."),
  q("Командировочные расходы возмещаются по авансовому отчёту с приложением чеков."),
  q("Больничный лист передаётся в отдел кадров в день выхода."),
  q("Лист ознакомления. Фамилия, подпись, дата."),
  q("Текст набран шрифтом Times New Roman, 14 пт, поля 2 см."),
  q("Office hours are nine to six; the kitchen is cleaned by whoever is on the rota."),
  q("This document replaces all earlier versions and was printed on recycled paper."),
  q("Employees park behind the warehouse; visitors use the front yard."),
  q("Salaries are paid on the last working day of the month."),
  q("Fire drills take place twice a year; use the stairs, not the lift."),
  q("The company was founded in 1998 by two engineers and now has offices in twelve cities."),
  q("Laptops must be locked when you leave your desk, and passwords changed every 90 days."),
  q("Annual leave is planned in December and approved by HR."),
];
