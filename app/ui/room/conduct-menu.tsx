import { useState } from "react";
import { useNavigate } from "react-router";
import type { Phase } from "#domain/agenda.ts";
import type { Now, SharedView } from "#domain/room.ts";
import { Button, IconButton } from "#ui/primitives/button.tsx";
import { CommandPalette, useCommandKey } from "#ui/primitives/command-palette.tsx";
import { Menu } from "#ui/primitives/menu.tsx";
import { useWords } from "#words/context.tsx";
import { isStuck } from "./after-two-rounds.tsx";
import { DecisionDialog, type DecisionKind } from "./decision-dialog.tsx";
import type { Conductor } from "./use-conductor.ts";

const BACK: Partial<Record<Phase, Phase>> = { reveal: "think", word: "reveal", round: "word", decided: "word" };

/** Everything but going on: the timer, stepping back, parking, the head's decision; also behind ⌘K. */
export const ConductMenu = ({ shared, now, conductor }: { shared: SharedView; now: Now; conductor: Conductor }) => {
  const { t, minutes, language } = useWords();
  const navigate = useNavigate();
  const [deciding, setDeciding] = useState<DecisionKind | null>(null);
  const [palette, setPalette] = useState(false);
  useCommandKey(() => setPalette(true));
  const back = BACK[now.phase];
  const works = now.phase === "think" || now.phase === "reveal" || now.phase === "word" || now.phase === "round";
  const items = [
    ...(works
      ? [
          ...[1, 2, 5].map((count) => ({
            label: `${t("console.timer")}: ${minutes(count)}`,
            icon: "clock" as const,
            onSelect: () => void conductor.setTimer(count * 60),
          })),
          ...(now.timer
            ? [
                {
                  label: t("move.moreTime", { count: 1 }),
                  icon: "add" as const,
                  onSelect: () => void conductor.setTimer(60, true),
                },
                { label: t("console.timerStop"), icon: "close" as const, onSelect: () => void conductor.setTimer(0) },
              ]
            : []),
          null,
        ]
      : []),
    ...(now.phase === "waiting"
      ? [{ label: t("move.word"), icon: "edit" as const, onSelect: () => void conductor.move("word") }]
      : []),
    ...(now.phase === "word"
      ? [
          {
            label: t("console.temperature"),
            icon: "people" as const,
            onSelect: () => void conductor.takeTemperature(true),
          },
        ]
      : []),
    ...(back ? [{ label: t("move.back"), icon: "back" as const, onSelect: () => void conductor.move(back) }] : []),
    ...(isStuck(now)
      ? [{ label: t("console.head"), icon: "check" as const, onSelect: () => setDeciding("head") }]
      : []),
    ...(works ? [{ label: t("move.park"), icon: "park" as const, onSelect: () => setDeciding("parked") }] : []),
    null,
    { label: t("meeting.call"), icon: "people" as const, onSelect: () => void conductor.callEverybody() },
    {
      label: t(shared.meeting.isSigned ? "meeting.unsign" : "meeting.sign"),
      icon: "edit" as const,
      onSelect: () => void conductor.sign(!shared.meeting.isSigned),
    },
    null,
    {
      label: t("subgroups.title"),
      icon: "people" as const,
      onSelect: () => void navigate(`/w/${shared.workshop.id}/subgroups`),
    },
    {
      label: t("fears.title"),
      icon: "objection" as const,
      onSelect: () => void navigate(`/w/${shared.workshop.id}/fears`),
    },
    {
      label: t("package.title"),
      icon: "vote" as const,
      onSelect: () => void navigate(`/w/${shared.workshop.id}/package`),
    },
    {
      label: t("console.setUp"),
      icon: "settings" as const,
      onSelect: () => void navigate(`/w/${shared.workshop.id}/set-up`),
    },
    {
      label: t("lead.title"),
      icon: "people" as const,
      onSelect: () => void navigate(`/w/${shared.workshop.id}/lead`),
    },
    { label: t("console.finish"), icon: "lock" as const, onSelect: () => void conductor.closeWorkshop(true) },
  ];
  const commands = [
    ...items.flatMap((item, index) =>
      item ? [{ id: `do-${index}`, label: item.label, icon: item.icon, run: item.onSelect }] : [],
    ),
    ...shared.agenda.map((item) => ({
      id: item.key,
      label: item.wording[language],
      group: t("room.agenda"),
      run: () => void conductor.open(item.key),
    })),
  ];
  return (
    <>
      {works && now.timer && (
        <Button variant="quiet" size="small" onClick={() => conductor.setTimer(60, true)}>
          {t("move.moreTime", { count: 1 })}
        </Button>
      )}
      <Menu trigger={<IconButton icon="more" label={t("console.commands")} />} items={items} />
      <CommandPalette open={palette} onOpenChange={setPalette} commands={commands} />
      <DecisionDialog
        kind={deciding}
        shared={shared}
        conductor={conductor}
        seen={null}
        onClose={() => setDeciding(null)}
      />
    </>
  );
};
