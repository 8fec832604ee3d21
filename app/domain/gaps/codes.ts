import type { Bilingual } from "../language.ts";

/** An error blocks «final», never the draft; a warning is shown before the package vote; an info goes to the facilitator. */
export type Severity = "error" | "warning" | "info";

/** What is said of a finding, and the questions of the bank that mend it, the best first. */
type Code = { severity: Severity; message: Bilingual; fix: readonly string[] };

const code =
  (severity: Severity) =>
  (ru: string, en: string, ...fix: string[]): Code => ({ severity, message: { ru, en }, fix });
const error = code("error");
const warning = code("warning");
const info = code("info");

export const CODES = {
  "stage-no-role": error("У этапа нет ответственного", "Stage has no responsible role", "stage-responsible"),
  "stage-two-leads": error(
    "Две роли ведут заказ одновременно",
    "Two roles lead the order at the same time",
    "roles-order-owner",
    "roles-single-or-handover",
  ),
  "owner-gap": error(
    "Есть отрезок, где заказ никто не ведёт",
    "A leg where nobody leads the order",
    "roles-order-owner",
  ),
  "stage-no-exit": error("У этапа нет проверяемого выхода", "Stage has no checkable exit", "stage-exit"),
  "stage-exit-vague": warning("Выход описан ощущением, а не фактом", "Exit is a feeling, not a fact", "stage-exit"),
  "stage-no-norm": error("У этапа нет нормы времени", "Stage has no time norm", "stage-time-norm"),
  "norm-no-start": warning(
    "Не указано, от какого события считается срок",
    "The norm has no start event",
    "stage-time-norm",
  ),
  "norm-date-no-field": error(
    "Норма «до согласованной даты», а поля даты нет",
    "Norm is “until agreed date” but no date field is collected",
    "stage-time-norm",
    "stage-required-fields",
  ),
  "stage-no-quality": warning(
    "Неясно, кто проверяет качество этапа",
    "Nobody checks the stage’s quality",
    "stage-quality-check",
    "control-who-tracks",
  ),
  "quality-self": info("Качество проверяет сам исполнитель", "The doer checks own quality", "stage-quality-check"),
  "reject-no-rule": error(
    "Результат этапа можно не принять, а правила нет",
    "The stage result can be rejected but there is no rule",
    "stage-rejected-result",
  ),
  "reject-no-reason": error(
    "При отклонении не требуется причина",
    "Rejection requires no reason",
    "stage-rejected-result",
  ),
  "reject-no-retry": error("При отклонении не назначается повтор", "Rejection sets no retry", "stage-rejected-result"),
  "reject-loop-endless": warning("Отклонять можно бесконечно", "Rejection can loop forever", "stage-rejected-result"),
  "stage-unreachable": error("До этапа нельзя дойти", "Stage is unreachable", "deal-stage-chain"),
  "stage-dead-end": error(
    "Из этапа нет выхода ни вперёд, ни в исход",
    "Stage is a dead end",
    "deal-stage-chain",
    "outcome-close-right",
  ),
  "no-won": error("Не определено, когда сделка выиграна", "No won state defined", "deal-win-moment"),
  "no-loss-reasons": error("Нет списка причин отказа", "No loss reasons", "outcome-loss-reasons"),
  "loss-other": warning(
    "Есть «Другое» без обязательного пояснения",
    "“Other” without a required comment",
    "outcome-loss-reasons",
  ),
  "loss-too-many": info("Причин больше двенадцати", "More than twelve reasons", "outcome-loss-reasons"),
  "loss-no-own": info("Нет ни одной причины на нашей стороне", "No reason on our own side", "outcome-loss-reasons"),
  "deferred-no-date": error("Отложить можно без даты возврата", "Deferral needs no return date", "outcome-deferred"),
  "required-never-collected": error(
    "Поле обязательно, но его никто не собирает",
    "A field is required but nobody collects it",
    "data-deal-card",
    "stage-required-fields",
  ),
  "required-too-early": warning(
    "Поле обязательно раньше, чем его можно узнать",
    "Field required before it can be known",
    "data-deal-card",
  ),
  "required-too-many": warning(
    "Слишком много ручных обязательных полей на этапе",
    "Too many manual required fields on a stage",
    "stage-required-fields",
    "data-deal-card",
  ),
  "field-unused": info(
    "Поле заполняют, но нигде не используют",
    "A field is collected but never used",
    "data-deal-card",
  ),
  "question-no-field": warning(
    "Обязательный вопрос клиенту некуда записать",
    "A mandatory client question has no field",
    "first-contact-clarifying-questions",
  ),
  "report-no-source": error(
    "Цифры отчёта не берутся ни из одного поля",
    "Report figures come from no field",
    "reports-operational",
  ),
  "report-no-reader": warning(
    "У отчёта нет читателя или решения",
    "Report has no reader or decision",
    "reports-operational",
  ),
  "kpi-no-formula": error("Показатель без формулы", "Indicator without a formula", "reports-order-kpi"),
  "kpi-no-baseline": info(
    "У показателя нет значения «сейчас»",
    "Indicator without a baseline",
    "goals-success-figures",
  ),
  "goal-no-rule": warning(
    "Цель выбрана, но ни одно правило ей не служит",
    "A chosen goal is served by no rule",
    "goals-why-crm",
  ),
  "discount-no-approver": error(
    "Скидка без согласующего сверх предела",
    "Discount without an approver above the limit",
    "offer-discount-approval",
  ),
  "discount-gap": error(
    "Пределы скидок с дырой или пересечением",
    "Discount limits have a gap or an overlap",
    "offer-discount-limits",
  ),
  "discount-no-sla": warning(
    "У согласования скидки нет срока",
    "Discount approval has no time limit",
    "offer-discount-approval",
  ),
  "discount-no-ground": warning("Нет оснований для скидки", "No grounds for a discount", "offer-discount-grounds"),
  "bonus-no-limit": warning("Бонус без предела", "Bonus without a limit", "offer-bonuses"),
  "handoff-no-acceptance": error(
    "Передача без срока приёма и возврата",
    "Handoff without an acceptance and return term",
    "handoff-acceptance",
  ),
  "handoff-no-package": warning("Передача без состава комплекта", "Handoff without a package", "handoff-package"),
  "assign-forbidden": error(
    "Поручение на этапе противоречит общей матрице",
    "A stage assignment contradicts the general matrix",
    "roles-who-assigns",
    "stage-assignments",
  ),
  "dept-absent": warning(
    "Отдел отвечает за этап, но на встрече его нет",
    "A department owns a stage but is absent",
    "stage-responsible",
  ),
  "no-substitute": warning("Роль с этапом без заместителя", "A stage role with no substitute", "roles-substitution"),
  "task-no-owner": error("Задача без исполнителя или срока", "A task without a doer or due time", "stage-assignments"),
  "silence-gap": warning("Клиент долго не слышит от нас", "The client hears nothing for too long", "feedback-moments"),
  "no-client-feedback": error(
    "Нет целей или алгоритма обратной связи",
    "No goals or algorithm of client feedback",
    "feedback-goals",
    "feedback-moments",
  ),
  "no-existing-client-path": error(
    "Непонятно, куда идёт действующий клиент",
    "No path for an existing client",
    "deal-new-vs-existing",
  ),
  "registration-conflict": error(
    "Порог регистрации противоречит ответу о вопросе цены",
    "Registration threshold contradicts the price-only answer",
    "intake-registration-moment",
    "intake-price-only",
  ),
  "sla-conflict": error(
    "Общий срок ответа длиннее нормы первого этапа",
    "Response time exceeds the first stage’s norm",
    "intake-first-response",
    "stage-time-norm",
  ),
  "cycle-conflict": warning(
    "Сумма норм этапов больше нормы всей сделки",
    "Sum of stage norms exceeds the cycle norm",
    "deal-win-moment",
    "stage-time-norm",
  ),
  "visibility-conflict": warning(
    "Заместитель не видит сделок, которые должен подхватить",
    "The substitute cannot see the deals to take over",
    "access-visibility",
    "roles-substitution",
  ),
  "violation-no-proof": error(
    "Нарушение без способа подтвердить",
    "A violation without proof",
    "incentives-punishable",
  ),
  "violation-unlawful": warning(
    "Последствие похоже на денежный штраф",
    "The consequence looks like a fine",
    "incentives-punishable",
  ),
  "reward-no-kpi": warning(
    "Поощрение не привязано к показателю",
    "A reward is tied to no indicator",
    "incentives-encouraged",
  ),
  "part-empty": error("Пустой обязательный раздел", "A mandatory section is empty"),
  "rule-not-adopted": warning("В документ попало непринятое правило", "A rule that was not adopted is in the document"),
  "objection-open": error("Есть нерешённое возражение", "An unresolved objection remains"),
  "quorum-missed": error("Голосование без кворума затронутых отделов", "Vote without a quorum of affected departments"),
  "no-review": warning("Не назначены пересмотр и хозяин инструкции", "No review date or owner", "adoption-review"),
  "stages-too-many": info("Больше двенадцати рабочих этапов", "More than twelve working stages", "deal-stage-chain"),
  "duplicate-stage": warning("Два этапа с одинаковым выходом", "Two stages share the same exit", "stage-exit"),
  "rule-passive": info("В правиле нет исполнителя или срока", "A rule lacks a doer or a term"),
};

export type GapCode = keyof typeof CODES;
