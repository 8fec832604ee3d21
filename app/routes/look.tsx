import { type ReactNode, useState } from "react";
import { Badge } from "#ui/primitives/badge.tsx";
import { Button, ButtonLink, IconButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Checkbox, Switch } from "#ui/primitives/checkbox.tsx";
import { Combobox, MultiCombobox } from "#ui/primitives/combobox.tsx";
import { CommandPalette, useCommandKey } from "#ui/primitives/command-palette.tsx";
import { Dialog, DialogClose } from "#ui/primitives/dialog.tsx";
import { Dots } from "#ui/primitives/dots.tsx";
import { Empty } from "#ui/primitives/empty.tsx";
import { Field, NumberField, SelectField, TextAreaField } from "#ui/primitives/field.tsx";
import { ICON_NAMES, Icon } from "#ui/primitives/icon.tsx";
import { Kbd } from "#ui/primitives/kbd.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Menu } from "#ui/primitives/menu.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Paper } from "#ui/primitives/paper.tsx";
import { ProgressSteps } from "#ui/primitives/progress-steps.tsx";
import { QrCode } from "#ui/primitives/qr-code.tsx";
import { RadioCards } from "#ui/primitives/radio-cards.tsx";
import { SegmentedControl } from "#ui/primitives/segmented-control.tsx";
import { Sheet } from "#ui/primitives/sheet.tsx";
import { AdoptionMark, DispositionMark, PhaseMark } from "#ui/primitives/status-mark.tsx";
import { Tabs } from "#ui/primitives/tabs.tsx";
import { BallotShape, Tally } from "#ui/primitives/tally.tsx";
import { ThemeSwitch } from "#ui/primitives/theme-switch.tsx";
import { TimerLine } from "#ui/primitives/timer-line.tsx";
import { Toasts, toast } from "#ui/primitives/toast.tsx";
import { Tooltip } from "#ui/primitives/tooltip.tsx";
import { useWords } from "#words/context.tsx";
import "./look.css";

/** Only there while developing: nobody outside needs it, and it weighs more than the participant's whole screen. */
export const loader = () => {
  if (import.meta.env.PROD) throw new Response(null, { status: 404 });
  return { at: Date.now() };
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="look__part">
    <h2>{title}</h2>
    <div className="stack">{children}</div>
  </section>
);

export default function Look({ loaderData }: { loaderData: { at: number } }) {
  const { t, language, money, duration, date, list, percent } = useWords();
  const say = (ru: string, en: string) => (language === "ru" ? ru : en);
  const [choice, setChoice] = useState<"agree" | "reservation" | "object" | "abstain" | null>("reservation");
  const [view, setView] = useState("rules");
  const [role, setRole] = useState<string | null>("measurer");
  const [fields, setFields] = useState(["phone", "source"]);
  const [own, setOwn] = useState<{ id: string; label: string }[]>([]);
  const [dialog, setDialog] = useState(false);
  const [sheet, setSheet] = useState(false);
  const [palette, setPalette] = useState(false);
  useCommandKey(() => setPalette(true));
  const create = (text: string) => {
    const made = { id: `own:${text}`, label: text };
    setOwn((before) => [...before, made]);
    return made.id;
  };
  const at = new Date(loaderData.at).toISOString();
  const endsAt = new Date(loaderData.at + 130_000).toISOString();
  return (
    <main className="page look">
      <title>Look</title>
      <header className="page__head">
        <div className="stack stack--tight">
          <h1>{say("Что делаем, если замер не состоялся?", "What do we do when the measurement did not happen?")}</h1>
          <p className="lead">
            {say("Замер · вопрос 3 из 5 · 4-й этаж, ", "Measurement · question 3 of 5 · 4th floor, ")}
            {money(144000)}
          </p>
        </div>
        <div className="cluster">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>

      <div className="look__parts">
        <Part title="Button">
          <div className="cluster">
            <Button icon="vote">{t("move.round")}</Button>
            <Button variant="quiet">{t("move.back")}</Button>
            <Button variant="danger" icon="trash">
              {t("person.remove")}
            </Button>
          </div>
          <div className="cluster">
            <Button busy>{t("house.save")}</Button>
            <Button disabled>{t("house.save")}</Button>
            <Button size="small" variant="quiet" icon="clock">
              {t("move.moreTime", { count: 1 })}
            </Button>
            <Button variant="link">{t("invitations.revoke")}</Button>
          </div>
          <div className="cluster">
            <ButtonLink to="/" size="large" icon="next">
              {t("home.new")}
            </ButtonLink>
            <Tooltip text={say("Скопировать", "Copy")}>
              <IconButton icon="copy" label={say("Скопировать", "Copy")} />
            </Tooltip>
            <Menu
              trigger={<IconButton icon="more" label={say("Ещё", "More")} />}
              items={[
                { label: t("move.back"), icon: "back", onSelect: () => toast({ title: t("phase.word") }) },
                {
                  label: t("move.park"),
                  icon: "park",
                  keys: "P",
                  onSelect: () => toast({ title: t("phase.parked"), problem: true }),
                },
                null,
                { label: t("person.remove"), icon: "trash", danger: true, onSelect: () => setDialog(true) },
              ]}
            />
          </div>
        </Part>

        <Part title="Dots, TimerLine">
          <TimerLine endsAt={endsAt} seconds={300} at={at} />
          <div className="cluster">
            <Dots filled={9} total={11} label={t("ready.of", { ready: 9, total: 11 })} />
            <span className="soft">{t("ready.of", { ready: 9, total: 11 })}</span>
          </div>
          <Dots filled={4} total={7} size="large" label={t("ready.of", { ready: 4, total: 7 })} />
          <ProgressSteps steps={[t("new.company"), t("new.people"), t("new.threshold")]} current={1} />
        </Part>

        <Part title="Tally">
          <Tally tally={{ agree: 9, reservation: 1, object: 0, abstain: 1 }} verdict="almost-unanimous" />
          <hr />
          <Tally tally={{ agree: 6, reservation: 2, object: 2, abstain: 0 }} verdict="objections-open" />
        </Part>

        <Part title="RadioCards">
          <RadioCards
            legend={t("ballot.title")}
            name="choice"
            value={choice}
            onChange={setChoice}
            cards={(["agree", "reservation", "object", "abstain"] as const).map((value) => ({
              value,
              label: t(`choice.${value}`),
              meaning: t(`choice.${value}.meaning`),
              mark: <BallotShape choice={value} size={22} />,
            }))}
          />
        </Part>

        <Part title="Field">
          <Field label={t("person.name")} defaultValue="Мария Константиновна Преображенская" />
          <Field label={t("join.code")} hint={t("join.codeHint")} error={t("join.unknown")} defaultValue="K7M-2QX" />
          <TextAreaField
            label={t("think.field")}
            optional
            defaultValue={say(
              "Замерщик звонит клиенту за час до выезда. Если клиент не открыл дверь, ждёт 15 минут и назначает новый день.",
              "The measurer calls the client an hour before. If nobody opens, waits 15 minutes and agrees a new day.",
            )}
          />
          <div className="cluster">
            <NumberField
              label={say("Срок", "Time norm")}
              suffix={say("рабочих дня", "working days")}
              defaultValue={2}
            />
            <SelectField
              label={t("fieldType.select")}
              options={(["text", "money", "date"] as const).map((type) => ({
                value: type,
                label: t(`fieldType.${type}`),
              }))}
            />
          </div>
        </Part>

        <Part title="Combobox">
          <Combobox
            label={t("answer.role")}
            options={[
              { id: "measurer", label: say("Замерщик", "Measurer"), detail: say("Производство", "Production") },
              { id: "manager", label: say("Менеджер по продажам", "Sales manager"), detail: say("Продажи", "Sales") },
              { id: "accountant", label: say("Бухгалтер", "Accountant") },
              ...own,
            ]}
            value={role}
            onChange={setRole}
            onCreate={(text) => setRole(create(text))}
          />
          <MultiCombobox
            label={say("Что записать при первом контакте", "What to record at first contact")}
            options={[
              { id: "phone", label: t("fieldType.phone") },
              { id: "source", label: say("Откуда узнал о нас", "How they heard of us") },
              { id: "address", label: t("fieldType.address") },
              ...own,
            ]}
            value={fields}
            onChange={setFields}
            onCreate={(text) => setFields([...fields, create(text)])}
          />
          <div className="stack stack--tight">
            <Checkbox label={t("ballot.named")} defaultChecked />
            <Checkbox label={say("Руководитель отдела продаж", "Head of sales")} hint={t("threshold.custom.meaning")} />
            <Switch label={t("person.votes")} defaultChecked />
          </div>
          <SegmentedControl
            legend={t("new.depth")}
            name="depth"
            defaultValue="normal"
            options={(["express", "normal", "deep"] as const).map((value) => ({ value, label: t(`depth.${value}`) }))}
          />
        </Part>

        <Part title="Badge, StatusMark">
          <div className="look__marks">
            {(["unanimous", "almost-unanimous", "trial", "head"] as const).map((one) => (
              <AdoptionMark key={one} adoption={one} />
            ))}
            {(["waiting", "word", "decided", "parked"] as const).map((one) => (
              <PhaseMark key={one} phase={one} />
            ))}
            {(["raised", "integrated"] as const).map((one) => (
              <DispositionMark key={one} disposition={one} />
            ))}
          </div>
          <div className="cluster">
            <Badge>{t("shelf.rules", { count: 25 })}</Badge>
            <Badge tone="accent">{t("lobby.here", { count: 12 })}</Badge>
            <Badge tone="ochre">{t("adoption.trial")}</Badge>
            <Badge tone="rust">{t("room.gaps", { count: 7 })}</Badge>
            <Kbd keys="⌘ K" />
          </div>
          <p className="soft">
            {list([
              date("2026-11-23"),
              duration({ value: 2, unit: "workDay" }),
              duration({ value: 1.5, unit: "workHour" }),
              percent(0.92),
              money(57600.5),
            ])}
          </p>
        </Part>

        <Part title="Notice, Empty">
          <Notice>{t("ballot.secret")}</Notice>
          <Notice tone="good">{t("ballot.cast.done")}</Notice>
          <Notice tone="caution">{t("ballot.few")}</Notice>
          <Notice tone="problem">{t("refusal.wording-moved")}</Notice>
          <Empty
            title={t("room.empty")}
            action={
              <Button size="small" variant="quiet">
                {t("room.agenda")}
              </Button>
            }
          >
            {t("room.emptyLead")}
          </Empty>
        </Part>

        <Part title="Card, Tabs">
          <Tabs
            label={t("room.document")}
            value={view}
            onChange={setView}
            tabs={[
              {
                id: "rules",
                label: t("room.document"),
                count: 12,
                panel: (
                  <div className="stack stack--tight">
                    <Card>
                      <p className="wording">
                        {say(
                          "Замерщик выходит на адрес в согласованное время и звонит клиенту за час до выезда.",
                          "The measurer comes at the agreed time and calls the client an hour before.",
                        )}
                      </p>
                      <AdoptionMark adoption="unanimous" />
                    </Card>
                    <Card tone="rust">
                      <p>
                        {say(
                          "Если замер переносим третий раз, теряем доверие клиента.",
                          "If we move the measurement a third time, we lose the client's trust.",
                        )}
                      </p>
                      <DispositionMark disposition="raised" />
                    </Card>
                  </div>
                ),
              },
              { id: "gaps", label: say("Пробелы", "Gaps"), count: 7, panel: <Empty title={t("document.none")} /> },
            ]}
          />
        </Part>

        <Part title="Dialog, Sheet, CommandPalette">
          <div className="cluster">
            <Dialog
              open={dialog}
              onOpenChange={setDialog}
              trigger={<Button variant="quiet">Dialog</Button>}
              title={t("move.confirm", { count: 2 })}
              description={t("think.lead")}
              footer={
                <>
                  <DialogClose render={<Button variant="quiet">{t("house.cancel")}</Button>} />
                  <Button onClick={() => setDialog(false)}>{t("move.reveal")}</Button>
                </>
              }
            />
            <Button variant="quiet" onClick={() => setSheet(true)}>
              Sheet
            </Button>
            <Button variant="quiet" onClick={() => setPalette(true)}>
              CommandPalette
            </Button>
            <Button
              variant="quiet"
              onClick={() =>
                toast({
                  title: say("Скопировано", "Copied"),
                  detail: "reglament.example/join/K7M2QX",
                  action: { label: t("house.back"), onSelect: () => {} },
                })
              }
            >
              Toast
            </Button>
          </div>
          <Sheet open={sheet} onClose={() => setSheet(false)} title={say("Инструкция", "Regulation")}>
            <p className="wording">{say("Правил пока нет.", "No rules yet.")}</p>
          </Sheet>
          <CommandPalette
            open={palette}
            onOpenChange={setPalette}
            commands={(["back", "park"] as const).map((move) => ({
              id: move,
              label: t(`move.${move}`),
              group: say("Вопрос 3 из 5", "Question 3 of 5"),
              icon: move,
              run: () => toast({ title: t(`move.${move}`) }),
            }))}
          />
          <QrCode
            text="https://reglament.example/join/K7M2QX"
            label={t("lobby.qr", { url: "reglament.example/join/K7M2QX" })}
          />
        </Part>

        <Part title="Icon">
          <div className="look__icons">
            {ICON_NAMES.map((name) => (
              <span key={name} title={name}>
                <Icon name={name} size={24} />
              </span>
            ))}
          </div>
        </Part>
      </div>

      <Paper>
        <h1>{say("Инструкция по использованию CRM-системы", "Instruction on the use of the CRM system")}</h1>
        <h2>{say("2. Правила работы над заказом", "2. Rules of work on an order")}</h2>
        <h3>{say("2.4. Замер", "2.4. Measurement")}</h3>
        <p>
          {say(
            "11. Замерщик выходит на адрес в согласованное время. Если замер не состоялся, он в тот же день записывает причину в карточку заказа и договаривается с клиентом о новом дне; заказ возвращается на этап «Консультация».",
            "11. The measurer comes to the address at the agreed time. When the measurement did not happen, the reason is recorded in the order card on the same day and a new day is agreed with the client; the order goes back to the stage “Consultation”.",
          )}
        </p>
        <p>
          <AdoptionMark adoption="almost-unanimous" />
        </p>
      </Paper>
      <Tally size="large" tally={{ agree: 9, reservation: 1, object: 0, abstain: 0 }} verdict="almost-unanimous" />
      <Toasts />
    </main>
  );
}
