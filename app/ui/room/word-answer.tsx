import { type Editor, useEditorState } from "@tiptap/react";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/primitives/button.tsx";
import { useWords } from "#words/context.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";

type Props = { workshop: string; question: string; editor: Editor | null };

/** Where the answer is whole and nobody has written a word, the rule can start from the answer. */
export const WordAnswer = ({ workshop, question, editor }: Props) => {
  const { t } = useWords();
  const { busy, refusal, dismiss, run } = useCommand();
  const isEmpty = useEditorState({ editor, selector: ({ editor: at }) => at?.isEmpty ?? false });
  if (!isEmpty) return null;
  return (
    <>
      <RefusalNotice refusal={refusal} onDismiss={dismiss} />
      <Button
        variant="quiet"
        size="small"
        icon="edit"
        busy={busy}
        onClick={() => run("POST", `/w/${workshop}/wordings`, { question })}
      >
        {t("word.fromAnswer")}
      </Button>
    </>
  );
};
