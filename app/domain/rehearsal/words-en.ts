import type { Tongue } from "./words.ts";
import type { RU } from "./words-ru.ts";

export const EN = ({ quote, number, when, weekday, inside, sentence }: Tongue): ReturnType<typeof RU> => ({
  branch: {
    planned: "As planned",
    "price-only": "Asked for the price only",
    rejected: "A result is refused",
    discount: "A discount above the limit",
    change: "The order is changed in work",
    cancel: "Cancelled after payment",
  },
  day: (day, at) => `Day ${number(day)}, ${weekday(at)}`,
  takesTime: (days, workingDays) => `Last day: ${number(days)}. Working days: ${number(workingDays)}.`,

  clientComes: "The client gets in touch.",
  takes: (stage) => `Takes the order at ${quote(stage)}.`,
  takesAgain: (stage) => `The order is back at ${quote(stage)}.`,
  nobodyTakes: (stage) => `The order comes to ${quote(stage)}, and there is nobody to take it.`,
  hands: (to, within) =>
    within === null
      ? `Hands the order over; next in line: ${inside(to)}.`
      : `Hands the order over; next in line: ${inside(to)}, who accepts or returns it within ${within}.`,
  talks: (steps) => `Leads the conversation step by step: ${sentence(steps.map(inside).join("; "))}`,
  asks: (steps) => `Asks the client: ${sentence(steps.join(" "))}`,
  checks: (signs) => `Looks at the quality: ${sentence(signs.map(inside).join("; "))}`,
  norm: (what, limit, until) => `${sentence(`${what}: ${limit}`)} At the latest: ${when(until)}.`,
  countedFrom: (event) => `Counted from the moment ${quote(event)}.`,
  warns: (before) => `A reminder comes ahead of time (${before}).`,
  watched: (role) => `When it is overdue, somebody learns of it: ${inside(role)}.`,
  untilDate: (what, field) =>
    `${what}: until the date in ${quote(field)}. People decide what it is; two working days are taken here.`,
  noNorm: "How long this may take the rules do not say. One working day is taken here.",
  leaves: (stage) => `Closes the stage ${quote(stage)}.`,
  exit: (lines) => `It is done when: ${sentence(lines.map(inside).join("; "))}`,
  noExit: "By which sign the stage is done the rules do not say.",
  won: (moment) => `The deal is won: ${sentence(inside(moment))}`,
  completed: "For the client the order is completed.",
  ends: (outcome) => `The order goes to the outcome ${quote(outcome)}.`,
  endedWell: (outcome) => `The order has come to its end: ${quote(outcome)}.`,
  endedLost: (outcome) => `The deal is closed: ${quote(outcome)}.`,
  stuckAt: (stage) => `The order stays at ${quote(stage)}: there is no way on.`,
  nothing: "There is nothing to rehearse yet.",
  asksPrice: "The client asks for the price only, tells nothing and is in a hurry.",
  registers: (choice) => `Decides whether to register the request. The rule: ${sentence(inside(choice))}`,
  answersPrice: (choice) => `Answers the question about the price: ${sentence(inside(choice))}`,
  asksBack: "Names a price and does not stop there: asks back.",
  asksNothing: "Asks nothing back: so it was decided.",
  setsNextStep: "Agrees on a next step and writes down its date.",
  exceptions: (cases) => `The exception: ${sentence(cases.map(inside).join("; "))}`,
  fallsSilent: "The client will think about it, and does not pick up the phone any more.",
  leavesNoTrace: "The client hangs up. Nothing of the call remains in the CRM.",
  closesLost: (outcome) => `Closes the deal as ${quote(outcome)}. Without a reason the CRM does not let it go.`,
  reasonSuch: (name) => `A reason such as ${quote(name)}.`,
  refused: (stage, field, value) =>
    `The result of ${quote(stage)} is refused: the field ${quote(field)} says ${quote(value)}.`,
  refusedUnruled: (stage) => `The result of ${quote(stage)} is refused. What to do next the rules do not say.`,
  backTo: (stage) => `The order goes back to ${quote(stage)}.`,
  packageReturned: "Looks through the package and returns the order: something is missing.",
  packageMended: "Completes the package and hands the order over again.",
  nothingToRefuse: "No stage ends with a result that could be refused: the order takes no such turn here.",
  wantsDiscount: (amount) => `The client is ready to sign, and asks for a discount of ${amount}.`,
  looksAtGrounds: (grounds) => `Looks for a ground in the list: ${sentence(grounds.map(inside).join(", "))}`,
  aboveLimit: (limit, approver) =>
    `May give up to ${limit}, which is not enough. Passes the request on to: ${inside(approver)}.`,
  answerWithin: (limit) => `To be answered within ${limit}.`,
  answerUnsaid: "No time is set for the answer; four working hours are taken here.",
  nobodyAbove: (limit) => `The limit of ${limit} is used up, and nobody is left who may say yes or no.`,
  decidesDiscount: (amount) => `Decides whether to give ${amount}. The answer and its ground stay in the card.`,
  floor: (text) => `Not below: ${sentence(inside(text))}`,
  noDiscountRule: "Who may give how much the rules do not say.",
  changesOrder: "The client calls and changes the order, which is being made already.",
  changeUnruled: "Whether it can still be changed, at what price, and who decides it, the rules do not say.",
  cancels: "The client has had second thoughts: the money is paid, and the order is no longer wanted.",
  cancelUnruled: "What to give back, what to keep, and who decides it, the rules do not say.",

  finding: {
    "no-chain": () => "There is nothing to rehearse: no chain of stages has been adopted yet.",
    "stage-no-role": (stage) =>
      `Nobody answers for ${quote(stage)}: the order arrives, and there is nobody to take it.`,
    "owner-gap": (stages) => `For the client nobody leads the order here: “${stages}”.`,
    "stage-no-norm": (stage) => `How long an order may stay at ${quote(stage)} nobody has decided.`,
    "norm-date-no-field": (what, field) =>
      `The norm ${quote(what)} waits for the date in ${quote(field)}, which nobody has filled in by that day.`,
    "norm-unwatched": (what) => `There is a norm, ${quote(what)}, and nobody learns when it is overdue.`,
    "stage-no-exit": (stage) => `When ${quote(stage)} is done is up to everyone’s taste: there is no sign for it.`,
    "stage-dead-end": (stage) => `${quote(stage)} is the last stage and does not end in a win: the order stays here.`,
    "no-won": () =>
      "Which event counts as a win is not decided: the way is gone, and nobody can say whether the deal is won.",
    "required-never-collected": (stage, fields) =>
      `${quote(stage)} cannot be closed: ${fields} must be filled in, and there is nobody to do it.`,
    "handoff-no-acceptance": (from, to) =>
      `The order is handed over (${inside(from)} → ${inside(to)}), and by when it is to be accepted or returned is not decided.`,
    "package-incomplete": (stage, fields) =>
      `On its way to ${quote(stage)} the package lacks: ${fields}. Nobody writes this down before.`,
    "step-no-doer": (step) => `There is nobody to take the step ${quote(step)}: no doer is named.`,
    "step-after-norm": (step, due, norm) =>
      `The step ${quote(step)} may come later than its whole stage: ${due} for the step, ${norm} for the stage.`,
    "silence-gap": (from, to, days) =>
      `From day ${number(from)} to day ${number(to)} the client hears nothing from us. Working days of silence: ${number(days)}.`,
    "reject-no-rule": (stage) => `The result of ${quote(stage)} can be refused, and what to do then is not decided.`,
    "reject-no-reason": (stage) => `${quote(stage)}: it is refused, and the reason is written down nowhere.`,
    "reject-no-retry": (stage) => `${quote(stage)}: it is refused, and nobody sets a new date.`,
    "reject-nowhere": (stage) => `${quote(stage)}: once it is refused, the order has nowhere to go back to.`,
    "reject-loop-endless": (stage) => `${quote(stage)}: it can be refused for ever; nobody says “enough”.`,
    "reject-client-untold": (stage) => `${quote(stage)}: the result is refused, and nobody tells the client.`,
    "registration-unsaid": () => "From which moment a request is registered is not decided: this call may be lost.",
    "registration-conflict": () =>
      "A card is opened later, and yet the answers about the price are to be recorded at once: there is nowhere to put them.",
    "price-only-unsaid": () => "How to talk with somebody who asks for the price only is not decided.",
    "next-step-unsaid": () => "The conversation may end with nothing: a next step with a date is not asked for.",
    "no-answer-unsaid": () => "The client does not answer, and how often to call and when to stop is not decided.",
    "no-loss-reasons": () => "The deal cannot be closed: there is no list of loss reasons.",
    "discount-unsaid": () => "The client asks for a discount, and who may give how much is not decided.",
    "discount-no-approver": (amount) => `There is nobody to approve ${amount}: above the last limit stands no one.`,
    "discount-circle": () => "The approval of a discount runs in a circle: each sends it to the other.",
    "discount-no-sla": (role) =>
      `A discount is asked for (${inside(role)}), with no time for the answer: the client waits.`,
    "discount-no-ground": () => "What a discount is given for is not decided: any request will do.",
    "change-unsaid": () => "The client changes an order in work, and what to do then is not decided.",
    "change-client-untold": () => "The order is changed, and nobody agrees the new price and date with the client.",
    "cancel-unsaid": () => "The client cancels after the payment, and what to do then is not decided.",
  },
});
