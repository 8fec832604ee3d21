import { useState } from "react";
import { Link } from "react-router";
import type { SharedView } from "#domain/room.ts";
import { Badge } from "#ui/primitives/badge.tsx";
import { Button, IconButton } from "#ui/primitives/button.tsx";
import { useCommandKey } from "#ui/primitives/command-palette.tsx";
import { Kbd } from "#ui/primitives/kbd.tsx";
import { LanguageSwitch } from "#ui/primitives/language-switch.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Paper } from "#ui/primitives/paper.tsx";
import { Sheet } from "#ui/primitives/sheet.tsx";
import { ThemeSwitch } from "#ui/primitives/theme-switch.tsx";
import { TimerLine } from "#ui/primitives/timer-line.tsx";
import { useWords } from "#words/context.tsx";
import { AgendaList, type BlockName } from "./agenda-list.tsx";
import { Break } from "./break.tsx";
import { Conduct } from "./conduct.tsx";
import { Connection } from "./connection.tsx";
import { type EntranceLinks, EntranceSheet } from "./entrance-sheet.tsx";
import { GrowingDocument, type SectionName } from "./growing-document.tsx";
import { Pace, timesOf } from "./pace.tsx";
import { StageStrip } from "./stage-strip.tsx";
import { useConductor } from "./use-conductor.ts";
import { useTime } from "./use-time.ts";
import "./console.css";

type Props = {
  shared: SharedView;
  status: "live" | "reconnecting" | "offline";
  /** Somebody else leads now, or the workshop is gone: nothing done here arrives any more. */
  isShut: boolean;
  offset: number;
  at: string;
  entrance: EntranceLinks | null;
  blocks: BlockName[];
  sections: SectionName[];
};

/** Three calm columns: the agenda, the question, the document as it grows. */
export const Console = ({ shared, status, isShut, offset, at, entrance, blocks, sections }: Props) => {
  const { t } = useWords();
  const conductor = useConductor(shared, status);
  const [sheet, setSheet] = useState<"entrance" | "agenda" | "document" | null>(null);
  const { now, workshop } = shared;
  const here = shared.people.filter((person) => person.here).length;
  const [palette, setPalette] = useState(false);
  useCommandKey(() => setPalette(true));
  const agenda = (
    <Agenda
      {...{ shared, at, offset, blocks }}
      onEnd={conductor.endAt}
      onOpen={(key) => {
        conductor.open(key);
        setSheet(null);
      }}
    />
  );
  const growing = (
    <GrowingDocument
      dealTypes={shared.workshop.dealTypes}
      rules={shared.rules}
      sections={sections}
      href={`/w/${workshop.id}/document`}
      rehearsal={`/w/${workshop.id}/rehearsal`}
      gaps={{ count: shared.gaps.errors, href: `/w/${workshop.id}/gaps` }}
    />
  );
  return (
    <div className="console">
      <title>{t("console.title", { company: workshop.company })}</title>
      <header className="console__head">
        <Link to="/" className="console__company">
          {workshop.company}
        </Link>
        <div className="console__tools">
          {now?.timer && <TimerLine endsAt={now.timer.endsAt} seconds={now.timer.seconds} offset={offset} at={at} />}
          {shared.meeting.isLocked && <Badge tone="ochre">{t("meeting.locked")}</Badge>}
          {shared.meeting.isSigned && <Badge tone="ochre">{t("meeting.signed")}</Badge>}
          <Button variant="quiet" icon="people" onClick={() => setSheet("entrance")}>
            {t("lobby.here", { count: here })}
          </Button>
          <span className="only-wide">
            <Button variant="quiet" icon="search" aria-keyshortcuts="Control+K Meta+K" onClick={() => setPalette(true)}>
              {t("console.find")} <Kbd keys="Ctrl K" />
            </Button>
          </span>
          <span className="only-wide">
            <LanguageSwitch />
          </span>
          <span className="only-wide">
            <ThemeSwitch />
          </span>
        </div>
        <StageStrip workshop={workshop} now={now} onStage={conductor.openStage} />
      </header>
      {isShut ? (
        <Notice tone="problem">
          {t("lead.gone")} <Link to="/">{t("home.shelf")}</Link>
        </Notice>
      ) : (
        <Connection status={status} pending={0} />
      )}
      <div className="console__narrow">
        <IconButton icon="menu" label={t("room.agenda")} onClick={() => setSheet("agenda")} />
        <IconButton icon="document" label={t("room.document")} onClick={() => setSheet("document")} />
      </div>
      <div className="console__columns">
        <aside className="console__agenda" aria-label={t("room.agenda")}>
          {agenda}
        </aside>
        <main className="console__work">
          {shared.meeting.pause && (
            <Break pause={shared.meeting.pause} offset={offset} at={at}>
              <Button variant="quiet" size="small" onClick={() => conductor.pause(60, true)}>
                {t("move.moreTime", { count: 1 })}
              </Button>
              <Button size="small" variant="quiet" onClick={() => conductor.pause(0)}>
                {t("pause.end")}
              </Button>
            </Break>
          )}
          <Conduct
            shared={shared}
            conductor={conductor}
            onEntrance={() => setSheet("entrance")}
            palette={palette}
            onPalette={setPalette}
          />
        </main>
        <aside className="console__document" aria-label={t("room.document")}>
          <Paper small>{growing}</Paper>
        </aside>
      </div>
      {entrance && (
        <EntranceSheet open={sheet === "entrance"} onClose={() => setSheet(null)} entrance={entrance} shared={shared} />
      )}
      <Sheet open={sheet === "agenda"} onClose={() => setSheet(null)} title={t("room.agenda")} tall>
        {agenda}
      </Sheet>
      <Sheet open={sheet === "document"} onClose={() => setSheet(null)} title={t("room.document")} tall>
        {growing}
      </Sheet>
    </div>
  );
};

type AgendaProps = Pick<Props, "shared" | "at" | "offset" | "blocks"> & {
  onOpen: (key: string) => void;
  onEnd: (at: string | null) => void;
};

/** The time of the meeting over the questions that it is spent on. */
const Agenda = ({ shared, at, offset, blocks, onOpen, onEnd }: AgendaProps) => {
  const now = useTime(at, offset);
  const times = timesOf(shared, now);
  return (
    <>
      {shared.pace && <Pace pace={shared.pace} times={times} now={now} onEnd={onEnd} />}
      <AgendaList shared={shared} blocks={blocks} times={times} onOpen={onOpen} />
    </>
  );
};
