import { Toast } from "@base-ui/react/toast";
import { useWords } from "#words/context.tsx";
import { Button, IconButton } from "./button.tsx";
import "./toast.css";

const manager = Toast.createToastManager();

/** Says in passing that something happened. What must be acted on belongs into a `Notice` where it happened. */
export const toast = ({
  title,
  detail,
  problem,
  action,
}: {
  title: string;
  detail?: string;
  problem?: boolean;
  action?: { label: string; onSelect: () => void };
}): void => {
  const id: string = manager.add({
    title,
    description: detail,
    type: problem ? "problem" : "good",
    priority: problem ? "high" : "low",
    timeout: action ? 12_000 : 6_000,
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          action.onSelect();
          manager.close(id);
        },
      },
    }),
  });
};

const List = () => {
  const { t } = useWords();
  const { toasts } = Toast.useToastManager();
  return toasts.map((one) => (
    <Toast.Root key={one.id} toast={one} className={`toast toast--${one.type}`} swipeDirection={["down", "right"]}>
      <Toast.Content className="toast__content">
        <div className="grow">
          <Toast.Title className="toast__title" />
          <Toast.Description className="toast__detail" />
        </div>
        {one.actionProps && <Toast.Action render={<Button variant="link" />} />}
        <Toast.Close render={<IconButton icon="close" label={t("house.close")} size="small" />} />
      </Toast.Content>
    </Toast.Root>
  ));
};

/** Stands once on a page that uses `toast`. */
export const Toasts = () => {
  const { t } = useWords();
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="toasts" aria-label={t("house.notices")}>
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
};
