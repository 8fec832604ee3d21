import { useDraft, useDraftObject } from "#live/draft.ts";
import { TextAreaField } from "#ui/primitives/field.tsx";
import { useWords } from "#words/context.tsx";

type Idea = { id: string; text: string; sent: boolean };
type Props = {
  question: string;
  ideas: Idea[];
  onWrite: (text: string) => void;
  onChange: (id: string, text: string | null) => void;
};

/** One big field and the own cards. What is typed is kept on the device with every key. */
export const IdeaPad = ({ question, ideas, onWrite, onChange }: Props) => {
  const { t } = useWords();
  const [text, setText, clear] = useDraft(`idea:${question}`, "");
  const add = () => {
    if (!text.trim()) return;
    onWrite(text.trim());
    clear();
  };
  return (
    <div className="pad">
      <form
        className="pad__form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextAreaField
          label={t("think.field")}
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
        <button type="submit" className="button button--primary" disabled={!text.trim()}>
          {t("think.add")}
        </button>
      </form>
      <section className="pad__own" aria-label={t("think.mine")}>
        {ideas.length === 0 ? (
          <p className="quiet">{t("think.none")}</p>
        ) : (
          <ul className="pad__cards">
            {ideas.map((idea) => (
              <OwnIdea key={idea.id} idea={idea} onChange={(next) => onChange(idea.id, next)} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
};

const OwnIdea = ({ idea, onChange }: { idea: Idea; onChange: (text: string | null) => void }) => {
  const { t } = useWords();
  const [{ editing }, setDraft, stop] = useDraftObject<{ editing: string | null }>(`edit:${idea.id}`, {
    editing: null,
  });
  if (editing !== null)
    return (
      <li className="idea">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (editing.trim()) onChange(editing.trim());
            stop();
          }}
        >
          <TextAreaField
            label={t("think.field")}
            maxLength={2000}
            value={editing}
            onChange={(event) => setDraft({ editing: event.target.value })}
          />
          <footer className="idea__foot">
            <button type="submit" className="link">
              {t("house.save")}
            </button>
            <button type="button" className="link" onClick={stop}>
              {t("house.cancel")}
            </button>
          </footer>
        </form>
      </li>
    );
  return (
    <li className={`idea${idea.sent ? "" : " idea--waiting"}`}>
      <p className="idea__text">{idea.text}</p>
      <footer className="idea__foot">
        {idea.sent ? (
          <>
            <button type="button" className="link" onClick={() => setDraft({ editing: idea.text })}>
              {t("think.edit")}
            </button>
            <button type="button" className="link" onClick={() => onChange(null)}>
              {t("think.takeBack")}
            </button>
          </>
        ) : (
          <span className="quiet">{t("think.waiting")}</span>
        )}
      </footer>
    </li>
  );
};
