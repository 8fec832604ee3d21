import { useState } from "react";
import { Button, IconButton } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";
import "./remove-person.css";

/** Takes somebody off the list after one more question, asked in place: the phone of that person is shown out at once. */
export const RemovePerson = ({ name, onRemove }: { name: string; onRemove: () => void }) => {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <IconButton icon="close" size="small" label={`${t("person.remove")}: ${name}`} onClick={() => setAsking(true)} />
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend; this is two buttons
    <span className="remove-person" role="group" aria-label={t("person.removeTitle", { name })}>
      <span className="quiet">{t("person.removeLead")}</span>
      <Button variant="quiet" size="small" autoFocus onClick={() => setAsking(false)}>
        {t("person.keep")}
      </Button>
      <Button variant="danger" size="small" onClick={onRemove}>
        {t("person.remove")}
      </Button>
    </span>
  );
};
