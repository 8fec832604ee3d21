import { Button, IconButton } from "#ui/primitives/button.tsx";
import { Dialog, DialogClose } from "#ui/primitives/dialog.tsx";
import { useWords } from "#words/context.tsx";

/** Takes somebody off the list after one more question: the phone of that person is shown out at once. */
export const RemovePerson = ({ name, onRemove }: { name: string; onRemove: () => void }) => {
  const { t } = useWords();
  return (
    <Dialog
      trigger={<IconButton icon="close" size="small" label={`${t("person.remove")}: ${name}`} />}
      title={t("person.removeTitle", { name })}
      description={t("person.removeLead")}
      footer={
        <>
          <DialogClose render={<Button variant="quiet">{t("person.keep")}</Button>} />
          <DialogClose render={<Button onClick={onRemove}>{t("person.remove")}</Button>} />
        </>
      }
    />
  );
};
