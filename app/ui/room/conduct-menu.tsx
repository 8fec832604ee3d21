import type { Now } from "#domain/room.ts";
import { Button, IconButton } from "#ui/primitives/button.tsx";
import { Menu, type MenuItem } from "#ui/primitives/menu.tsx";
import { useWords } from "#words/context.tsx";
import { isAtWork } from "./console-actions.ts";
import type { Conductor } from "./use-conductor.ts";

type Props = { now: Now; conductor: Conductor; items: readonly (MenuItem | null)[] };

/** Everything but going on, behind one button; one more minute stands beside it while a timer runs. */
export const ConductMenu = ({ now, conductor, items }: Props) => {
  const { t } = useWords();
  return (
    <>
      {isAtWork(now) && now.timer && (
        <Button variant="quiet" size="small" onClick={() => conductor.setTimer(60, true)}>
          {t("move.moreTime", { count: 1 })}
        </Button>
      )}
      <Menu trigger={<IconButton icon="more" label={t("console.commands")} />} items={items} />
    </>
  );
};
