import { useNavigate } from "react-router";
import type { SharedView } from "#domain/room.ts";
import { type Command, CommandPalette } from "#ui/primitives/command-palette.tsx";
import type { MenuItem } from "#ui/primitives/menu.tsx";
import { useWords } from "#words/context.tsx";
import type { Step } from "./step.ts";
import type { Conductor } from "./use-conductor.ts";

type Props = {
  shared: SharedView;
  conductor: Conductor;
  step: Step | null;
  actions: { question: readonly (MenuItem | null)[]; room: readonly (MenuItem | null)[] };
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Everything that can be done, found by typing. What comes next stands first: ⌘K and Enter go through a whole meeting. */
export const ConsolePalette = ({ shared, conductor, step, actions, open, onOpenChange }: Props) => {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const offered = [...actions.question, ...actions.room];
  const commands: Command[] = [
    ...(step && !step.waits
      ? [{ id: "step", label: step.label, run: () => (step.to ? void navigate(step.to) : step.run()) }]
      : []),
    ...offered.flatMap((item) =>
      item ? [{ id: item.label, label: item.label, ...(item.icon && { icon: item.icon }), run: item.onSelect }] : [],
    ),
    ...(shared.workshop.status === "open" ? shared.agenda : []).map((item) => ({
      id: item.key,
      label: item.wording[language],
      group: t("room.agenda"),
      run: () => void conductor.open(item.key),
    })),
  ];
  return <CommandPalette open={open} onOpenChange={onOpenChange} commands={commands} />;
};
